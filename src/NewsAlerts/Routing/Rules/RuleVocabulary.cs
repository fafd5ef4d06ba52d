using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using NewsAlerts.Terms;

namespace NewsAlerts.Routing.Rules;

/// <summary>
/// The terms that a set of rules looks for in articles of one language, numbered from 0. Title and text are stemmed as that language is; the
/// other fields hold names, which are not. A word's beginning is a term too. Immutable once <see cref="RuleIndex"/> has built it.
/// </summary>
internal sealed class RuleVocabulary
{
    private static readonly int Fields = Enum.GetValues<RuleField>().Length;

    private readonly Dictionary<string, int>[] _terms = Tables<int>();
    private readonly Dictionary<string, int>[] _prefixes = Tables<int>();
    private readonly Dictionary<string, int[]>[] _words = Tables<int[]>();
    private readonly Analyzer _stemming;

    // Bit n: a prefix of n characters is looked for.
    private readonly ulong[] _prefixLengths = new ulong[Fields];

    public RuleVocabulary(string language)
    {
        Language = language;
        _stemming = TermAnalyzers.KeepingStopWords(language);
    }

    public string Language { get; }

    /// <summary>How many terms there are.</summary>
    public int Count { get; private set; }

    /// <summary>What cuts an article's field into terms.</summary>
    public Analyzer AnalyzerOf(RuleField field) => Space(field) == RuleField.Text ? _stemming : TermAnalyzers.Plain;

    /// <summary>The term of that spelling; false where no rule looks for it.</summary>
    public bool TryFind(RuleField field, ReadOnlySpan<char> term, out int number) =>
        _terms[(int)Space(field)].GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(term, out number);

    /// <summary>The terms, side by side, that a rule's word is made of; none where this language sees no word in it.</summary>
    public int[] TermsOf(RuleField field, string word) => _words[(int)Space(field)][word];

    /// <summary>The term of a word's beginning.</summary>
    public int PrefixOf(RuleField field, string start) => _prefixes[(int)Space(field)][start];

    /// <summary>Adds every prefix that a word begins with.</summary>
    /// <param name="field">Where it stands.</param>
    /// <param name="word">In lower case.</param>
    /// <param name="found">Gets the prefixes' numbers.</param>
    public void FindPrefixes(RuleField field, ReadOnlySpan<char> word, List<int> found)
    {
        var space = (int)Space(field);
        var lengths = _prefixLengths[space];
        if (lengths == 0)
        {
            return;
        }

        var lookup = _prefixes[space].GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Rule.ShortestPrefix; length <= word.Length && length <= Rule.LongestPrefix; length++)
        {
            if ((lengths >> length & 1) != 0 && lookup.TryGetValue(word[..length], out var number))
            {
                found.Add(number);
            }
        }
    }

    /// <summary>Takes in a word of a rule.</summary>
    public int[] Add(RuleField field, string word)
    {
        var space = Space(field);
        var words = _words[(int)space];
        if (!words.TryGetValue(word, out var terms))
        {
            terms = [.. Analyze(space, word).Select(term => Number(_terms[(int)space], term))];
            words.Add(word, terms);
        }

        return terms;
    }

    /// <summary>Takes in a word's beginning.</summary>
    public int AddPrefix(RuleField field, string start)
    {
        var space = (int)Space(field);
        _prefixLengths[space] |= 1UL << start.Length;
        return Number(_prefixes[space], start);
    }

    /// <summary>Whether the language's own words, such as "the", include this one.</summary>
    public bool IsStopWord(RuleField field, string word) => Space(field) == RuleField.Text && TermAnalyzers.StopWordsOf(Language).Contains(word);

    // The title's terms are the text's: one reading serves both.
    private static RuleField Space(RuleField field) => field == RuleField.Title ? RuleField.Text : field;

    private List<string> Analyze(RuleField space, string word)
    {
        if (space == RuleField.Lang)
        {
            return [word];
        }

        var terms = new List<string>();
        using var stream = AnalyzerOf(space).GetTokenStream("", word);
        var term = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            terms.Add(term.ToString()!);
        }

        stream.End();
        return terms;
    }

    private int Number(Dictionary<string, int> numbers, string term)
    {
        if (!numbers.TryGetValue(term, out var number))
        {
            numbers.Add(term, number = Count++);
        }

        return number;
    }

    private static Dictionary<string, T>[] Tables<T>() =>
        [.. Enumerable.Range(0, Fields).Select(_ => new Dictionary<string, T>(StringComparer.Ordinal))];
}
