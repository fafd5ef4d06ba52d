using System.Collections.Frozen;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>Words that only join a sentence to the one before, by language: without them it says the same.</summary>
internal sealed class JoiningWords
{
    private const int FewestWordsLeft = 4;

    // "And yet, however, …": joined three times, hardly oftener.
    private const int Most = 3;

    private static readonly FrozenDictionary<string, JoiningWords> _languages = new Dictionary<string, JoiningWords>
    {
        ["en"] = new(
            bare: "but and",
            beforeComma: "but and yet so however meanwhile moreover furthermore nevertheless nonetheless therefore thus besides additionally still also plus consequently accordingly "
                + "likewise similarly overall finally ultimately then",
            phrases: "in addition|in fact|of course|as a result|for example|for instance|at the same time|on the other hand|by contrast|in contrast|in the meantime|even so|that said|"
                + "to be sure|in turn|after all|in short|in other words"),
        ["fr"] = new("mais et or", "mais cependant toutefois pourtant ainsi ensuite puis enfin néanmoins", "en outre|de plus|par ailleurs|en effet|par exemple|en revanche"),
        ["es"] = new("pero y", "además entonces finalmente así", "sin embargo|no obstante|por otra parte|por otro lado|por ejemplo|en cambio|de hecho"),
        ["pt"] = new("mas e", "porém contudo todavia entretanto além", "no entanto|além disso|por outro lado|por exemplo|de fato"),
        ["it"] = new("ma e ed", "però inoltre quindi infine", "per esempio|in effetti|d'altra parte"),
        // Other joining words turn the order of a German, Dutch or Scandinavian sentence round; these never do.
        ["de"] = new("aber und denn", string.Empty, string.Empty),
        ["nl"] = new("maar en", string.Empty, string.Empty),
        ["sv"] = new("men och", string.Empty, string.Empty),
        ["vi"] = new("nhưng và", "song", "theo đó|tuy nhiên|ngoài ra|bên cạnh đó|thế nhưng|do đó|vì vậy|trong khi đó"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly WordSet _bare;
    private readonly WordSet _beforeComma;
    private readonly string[] _phrases;
    private readonly int _longestPhrase;

    private JoiningWords(string bare, string beforeComma, string phrases)
    {
        _bare = Set(bare);
        _beforeComma = Set(beforeComma);
        _phrases = phrases.Split('|', StringSplitOptions.RemoveEmptyEntries);
        _longestPhrase = _phrases.Select(phrase => phrase.Length).DefaultIfEmpty().Max();
    }

    /// <summary>How many characters such words take that open a sentence and can go; 0 where none do.</summary>
    public static int LengthIn(ReadOnlySpan<char> sentence, string language)
    {
        if (!_languages.TryGetValue(language, out var words))
        {
            return 0;
        }

        var length = 0;
        for (var round = 0; round < Most && words.FirstIn(sentence[length..]) is > 0 and var found; round++)
        {
            length += found;
        }

        return length;
    }

    private int FirstIn(ReadOnlySpan<char> sentence)
    {
        var words = new Words(sentence);
        if (!words.MoveNext() || words.Span.Start != 0)
        {
            return 0;
        }

        var word = words.Current;
        var rest = sentence[word.Length..];
        var length = rest is [',', ' ', ..] && (_beforeComma.Contains(word) || _bare.Contains(word)) ? word.Length + 2
            : rest is [' ', ..] && _bare.Contains(word) && !NeedsIt(rest[1..]) ? word.Length + 1
            : PhraseIn(sentence);
        return length > 0 && Words.CountIn(sentence[length..]) >= FewestWordsLeft ? length : 0;
    }

    // None has a comma in it, and all want one behind them.
    private int PhraseIn(ReadOnlySpan<char> sentence)
    {
        var comma = sentence[..Math.Min(sentence.Length, _longestPhrase + 1)].IndexOf(',');
        if (comma <= 0 || sentence[comma..] is not [',', ' ', _, ..])
        {
            return 0;
        }

        foreach (var phrase in _phrases)
        {
            if (phrase.Length == comma && sentence.StartsWith(phrase, StringComparison.OrdinalIgnoreCase))
            {
                return comma + 2;
            }
        }

        return 0;
    }

    // "But for the storm, the ferry would sail" means the opposite without it.
    private static bool NeedsIt(ReadOnlySpan<char> rest) => rest.StartsWith("for ", StringComparison.Ordinal);

    private static WordSet Set(string words) => WordSet.Of(words);
}
