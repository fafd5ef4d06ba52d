using NewsAlerts.Articles;

namespace NewsAlerts.Summarizing.Verifying;

/// <summary>What claims are held to: an article, or a stretch of one, read once.</summary>
internal sealed class Source
{
    // For room that is made at once; that it is too much or too little does no harm.
    private const int CharactersOfWord = 10;

    private readonly Tokenizer _tokenizer;
    private readonly int[] _starts;
    private readonly Dictionary<int, List<int>> _sentencesWith = [];
    private readonly HashSet<int> _words = [];
    private readonly HashSet<int> _small = [];
    private HashSet<(int, int)>? _neighbours;

    /// <param name="text">The text that the spans are of.</param>
    /// <param name="sentences">Its sentences, in order.</param>
    /// <param name="language">BCP 47 primary language subtag.</param>
    public Source(string text, IReadOnlyList<TextSpan> sentences, string language)
    {
        Language = language;
        Vocabulary = new Vocabulary(text.Length / CharactersOfWord);
        _tokenizer = new Tokenizer(language, Vocabulary);
        Tokens = _tokenizer.Read(text);
        _starts = Starts(Tokens, sentences);
        Index();
    }

    public string Language { get; }

    public Vocabulary Vocabulary { get; }

    public Token[] Tokens { get; }

    public IReadOnlyList<Quantity> Quantities => field ??= [.. Enumerable.Range(0, SentenceCount).SelectMany(QuantitiesOf)];

    public int SentenceCount => _starts.Length - 1;

    public ReadOnlySpan<Token> this[int sentence] => Tokens.AsSpan(_starts[sentence].._starts[sentence + 1]);

    /// <summary>Index of the sentence's first token in <see cref="Tokens"/>.</summary>
    public int StartOf(int sentence) => _starts[sentence];

    /// <summary>The sentence that a token of <see cref="Tokens"/> stands in.</summary>
    public int SentenceOf(int token)
    {
        var found = Array.BinarySearch(_starts, 0, SentenceCount, token);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>A claim's tokens, comparable with this source's.</summary>
    public Token[] Read(string claim) => _tokenizer.Read(claim);

    /// <summary>The numbers of the sentences that have a term.</summary>
    public IReadOnlyList<int> SentencesWith(int term) => _sentencesWith.TryGetValue(term, out var sentences) ? sentences : [];

    public bool Has(Token token) => _words.Contains(token.Word) || _sentencesWith.ContainsKey(token.Term);

    public bool HasTerm(int term) => _sentencesWith.ContainsKey(term);

    /// <summary>Whether two content words follow each other somewhere, function words aside.</summary>
    public bool AreNeighbours(Token first, Token second) => (_neighbours ??= Neighbours()).Contains((first.Term, second.Term));

    /// <summary>How much a term tells sentences apart.</summary>
    public double WeightOf(int term) => Math.Log(1 + (SentenceCount / Math.Max(.5, SentencesWith(term).Count)));

    /// <summary>Whether a token names somebody or something: it has a capital that its place or its language does not give it.</summary>
    public bool IsName(Token token) =>
        token.Is(Traits.Capital) && token.Is(Traits.Content) && !token.Is(Traits.Date) && (!token.Is(Traits.Opening) || (_words.Contains(token.Word) && !_small.Contains(token.Word)));

    /// <summary>A sentence's numbers, which end with it: a "12." is no 12 million because the next one begins with "Million".</summary>
    private IEnumerable<Quantity> QuantitiesOf(int sentence)
    {
        var start = StartOf(sentence);
        return Quantity.In(this[sentence], Vocabulary, Language).Select(quantity => quantity with { First = start + quantity.First, Last = start + quantity.Last, Opening = start + quantity.Opening });
    }

    private void Index()
    {
        for (var sentence = 0; sentence < SentenceCount; sentence++)
        {
            foreach (var token in this[sentence])
            {
                _words.Add(token.Word);
                if (!token.Is(Traits.Capital))
                {
                    _small.Add(token.Word);
                }

                if (!_sentencesWith.TryGetValue(token.Term, out var sentences))
                {
                    _sentencesWith[token.Term] = sentences = [];
                }

                if (sentences.Count == 0 || sentences[^1] != sentence)
                {
                    sentences.Add(sentence);
                }
            }
        }
    }

    private HashSet<(int, int)> Neighbours()
    {
        var found = new HashSet<(int, int)>();
        for (var sentence = 0; sentence < SentenceCount; sentence++)
        {
            var before = -1;
            foreach (var token in this[sentence])
            {
                if (token.Is(Traits.Content | Traits.Number))
                {
                    found.Add((before, token.Term));
                    before = token.Term;
                }
            }
        }

        return found;
    }

    private static int[] Starts(Token[] tokens, IReadOnlyList<TextSpan> sentences)
    {
        var starts = new int[sentences.Count + 1];
        for (var (sentence, token) = (0, 0); sentence < sentences.Count; sentence++)
        {
            while (token < tokens.Length && tokens[token].Start < sentences[sentence].Start)
            {
                token++;
            }

            starts[sentence] = token;
        }

        starts[^1] = tokens.Length;
        return starts;
    }
}
