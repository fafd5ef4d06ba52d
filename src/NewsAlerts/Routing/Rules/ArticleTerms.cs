using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Analysis.TokenAttributes;
using NewsAlerts.Articles;

namespace NewsAlerts.Routing.Rules;

/// <summary>
/// Where an article has the terms of a vocabulary. Positions count words from the title's first through the text's last, then through the
/// other fields; between two texts lies a gap that no phrase bridges. Reads an article once, in time linear in its length. For one thread.
/// </summary>
internal sealed class ArticleTerms
{
    private const int Gap = Rule.MaxLength + Rule.MaxSlop + 1;
    private static readonly List<int> None = [];

    private readonly Dictionary<int, List<int>> _positions = [];
    private readonly List<Stretch> _stretches = [];
    private readonly List<TextSpan> _spans = [];
    private readonly List<int> _prefixes = [];
    private List<int>[] _phrase = new List<int>[8];
    private int[] _place = new int[8];

    // A bit a term: asked of far more rules than those that are checked.
    private readonly ulong[] _has;

    private ArticleTerms(RuleVocabulary vocabulary)
    {
        Vocabulary = vocabulary;
        _has = new ulong[(vocabulary.Count / 64) + 1];
    }

    public RuleVocabulary Vocabulary { get; }

    /// <summary>The first position behind the title.</summary>
    public int TitleEnd { get; private set; }

    /// <summary>The terms that occur.</summary>
    public Dictionary<int, List<int>>.KeyCollection Terms => _positions.Keys;

    public static ArticleTerms Read(Article article, RuleVocabulary vocabulary)
    {
        var terms = new ArticleTerms(vocabulary);
        var citation = article.Citation;
        var next = terms.Read(RuleField.Title, citation.Title, 0);
        terms.TitleEnd = next;
        next = terms.Read(RuleField.Text, article.Text, next);
        next = terms.Read(RuleField.Source, citation.Source, next);
        next = terms.Read(RuleField.Author, citation.Byline, next);
        foreach (var category in article.Categories)
        {
            next = terms.Read(RuleField.Category, category, next);
        }

        if (vocabulary.TryFind(RuleField.Lang, LanguageCode.Canonical(citation.Language), out var language))
        {
            terms.Add(language, next);
            terms._stretches.Add(new Stretch(next, terms._spans.Count, RuleField.Lang, citation.Language));
            terms._spans.Add(new TextSpan(0, citation.Language.Length));
        }

        return terms;
    }

    /// <summary>Whether a term occurs.</summary>
    public bool Has(int term) => (_has[term >> 6] >> (term & 63) & 1) != 0;

    /// <summary>The positions of a term, ascending; none where it does not occur.</summary>
    public List<int> PositionsOf(int term) => _positions.TryGetValue(term, out var positions) ? positions : None;

    /// <summary>Finds where terms first stand together; false where they don't. The place is good until the next call: candidates are many, and leave no garbage.</summary>
    public bool TryPlace(ReadOnlySpan<int> terms, int slop, bool inTitle, out ReadOnlySpan<int> place)
    {
        if (_phrase.Length < terms.Length)
        {
            (_phrase, _place) = (new List<int>[terms.Length], new int[terms.Length]);
        }

        for (var i = 0; i < terms.Length; i++)
        {
            _phrase[i] = PositionsOf(terms[i]);
        }

        place = _place.AsSpan(0, terms.Length);
        return PhraseSearch.TryFind(_phrase.AsSpan(0, terms.Length), slop, inTitle ? TitleEnd : int.MaxValue, _place.AsSpan(0, terms.Length));
    }

    /// <summary>What stands at a position: the field, its text, and where in it.</summary>
    public (RuleField Field, string Text, TextSpan Span) At(int position)
    {
        var stretch = _stretches.FindLast(stretch => stretch.Start <= position)!;
        return (stretch.Field, stretch.Text, _spans[stretch.FirstSpan + position - stretch.Start]);
    }

    /// <summary>Reads a text from a position on; returns where the next one may begin.</summary>
    private int Read(RuleField field, string? text, int start)
    {
        if (string.IsNullOrEmpty(text))
        {
            return start;
        }

        _stretches.Add(new Stretch(start, _spans.Count, field, text));
        using var stream = Vocabulary.AnalyzerOf(field).GetTokenStream("", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var offset = stream.GetAttribute<IOffsetAttribute>();
        var type = stream.AddAttribute<ITypeAttribute>();
        stream.Reset();
        var position = start;
        var last = new LastCharacter(null, 0);
        while (stream.IncrementToken())
        {
            AddLast(last, offset.StartOffset, position - 1);
            last = type.Type == CJKBigramFilter.DOUBLE_TYPE ? AddFirst(field, term.Buffer.AsSpan(0, term.Length), offset.EndOffset, position) : new LastCharacter(null, 0);
            var spelled = term.Buffer.AsSpan(0, term.Length);
            if (Vocabulary.TryFind(field, spelled, out var number))
            {
                Add(number, position);
            }

            AddPrefixes(field, text.AsSpan(offset.StartOffset, offset.EndOffset - offset.StartOffset), spelled, position);
            _spans.Add(new TextSpan(offset.StartOffset, offset.EndOffset - offset.StartOffset));
            position++;
        }

        stream.End();
        AddLast(last, int.MaxValue, position - 1);
        return position + Gap;
    }

    /// <summary>A pair of Chinese, Japanese or Korean characters is two words too: its first here, its second with the next pair, which begins with it, or as the last.</summary>
    private LastCharacter AddFirst(RuleField field, ReadOnlySpan<char> pair, int end, int position)
    {
        var length = char.IsHighSurrogate(pair[0]) ? 2 : 1;
        if (Vocabulary.TryFind(field, pair[..length], out var first))
        {
            Add(first, position);
        }

        return new LastCharacter(Vocabulary.TryFind(field, pair[length..], out var second) ? second : null, end);
    }

    private void AddLast(LastCharacter last, int nextStart, int position)
    {
        if (last.Term is { } term && nextStart >= last.End)
        {
            Add(term, position);
        }
    }

    /// <summary>
    /// Beginnings of the word as it stands there, with and without what is elided before it, and of its stem: "fähr*" and "fahr*" both find "Fähre", and "école*"
    /// finds "l’école".
    /// </summary>
    private void AddPrefixes(RuleField field, ReadOnlySpan<char> written, ReadOnlySpan<char> stem, int position)
    {
        Span<char> lower = stackalloc char[Rule.LongestPrefix];
        _prefixes.Clear();
        var isStemFound = FindPrefixes(field, Lowered(written, lower), stem);
        if (written.IndexOfAny('\'', '’') is > 0 and var elision)
        {
            isStemFound |= FindPrefixes(field, Lowered(written[(elision + 1)..], lower), stem);
        }

        if (!isStemFound)
        {
            Vocabulary.FindPrefixes(field, stem, _prefixes);
        }

        foreach (var prefix in _prefixes)
        {
            Add(prefix, position);
        }
    }

    /// <summary>Finds a word's beginnings; whether the stem's are among them.</summary>
    private bool FindPrefixes(RuleField field, ReadOnlySpan<char> word, ReadOnlySpan<char> stem)
    {
        Vocabulary.FindPrefixes(field, word, _prefixes);
        return word.StartsWith(stem, StringComparison.Ordinal);
    }

    private static ReadOnlySpan<char> Lowered(ReadOnlySpan<char> word, Span<char> lower)
    {
        var length = Math.Min(word.Length, lower.Length);
        word[..length].ToLowerInvariant(lower);
        return lower[..length];
    }

    private void Add(int term, int position)
    {
        if (!_positions.TryGetValue(term, out var positions))
        {
            _positions.Add(term, positions = []);
            _has[term >> 6] |= 1UL << (term & 63);
        }

        if (positions is [] || positions[^1] != position)
        {
            positions.Add(position);
        }
    }

    /// <param name="Term">What looks for a pair's second character; null for nothing.</param>
    /// <param name="End">Where it ends in the text.</param>
    private readonly record struct LastCharacter(int? Term, int End);

    private sealed record Stretch(int Start, int FirstSpan, RuleField Field, string Text);
}
