using System.Collections.Concurrent;
using System.Collections.Frozen;
using NewsAlerts.Terms;

namespace NewsAlerts.Ingesting.Text;

/// <summary>What the full stop of an abbreviation can be beside its own.</summary>
internal enum Abbreviation
{
    /// <summary>Not an abbreviation.</summary>
    None,

    /// <summary>Never a sentence's end, since something must follow: Mr., vs., e.g.</summary>
    Never,

    /// <summary>An abbreviation only before a number; else a word: No., Art., p.</summary>
    BeforeNumber,

    /// <summary>A month or weekday: mostly a number follows, and a sentence may end with it.</summary>
    Month,

    /// <summary>Also ends sentences; the next word decides: Inc., Jr., etc., Calif.</summary>
    MayEnd,

    /// <summary>a.m., p.m.: ends unless a zone or a day follows.</summary>
    Time,
}

/// <summary>A language's abbreviations and the words that start its sentences more often than they start a name.</summary>
internal sealed class LanguageWords
{
    private static readonly ConcurrentDictionary<string, LanguageWords> Known = new(StringComparer.Ordinal);

    private static readonly FrozenSet<string> SpacedAbbreviations = FrozenSet.ToFrozenSet(AbbreviationLists.Spaced.Split(' '));

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OrdinalMonths =
        FrozenSet.ToFrozenSet(AbbreviationLists.OrdinalMonths.Split(' ')).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TimeWords =
        FrozenSet.ToFrozenSet(AbbreviationLists.TimeWords.Split(' ')).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly FrozenDictionary<string, Abbreviation>.AlternateLookup<ReadOnlySpan<char>> abbreviations;
    private readonly WordFilter maybeAbbreviations;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> starters;

    private LanguageWords(string language)
    {
        this.Language = language;
        var kinds = new Dictionary<string, Abbreviation>(StringComparer.Ordinal);
        var lists = AbbreviationLists.For(language);
        Take(kinds, AbbreviationLists.Everywhere);
        Take(kinds, lists);
        this.abbreviations = kinds.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        this.maybeAbbreviations = new WordFilter(kinds.Keys);
        this.starters = SentenceStarters.For(language).Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The primary language subtag, "en" where none was given.</summary>
    public string Language { get; }

    public static LanguageWords For(string? language)
    {
        var primary = (language ?? "").Split('-', '_')[0].ToLowerInvariant();
        // Only what has a list is kept: the caller's strings can't fill the memory.
        return Known.GetOrAdd(AbbreviationLists.Has(primary) || SentenceStarters.Has(primary) ? primary : "en", name => new LanguageWords(name));
    }

    /// <summary>Also behind an elided article: "l'art."</summary>
    public Abbreviation Abbreviation(ReadOnlySpan<char> word)
    {
        if (Find(word) is not Text.Abbreviation.None and var kind)
        {
            return kind;
        }

        var elision = word.IndexOfAny('\'', '’');
        return elision is > 0 and < 6 ? Find(word[(elision + 1)..]) : Text.Abbreviation.None;
    }

    /// <summary>Whether a capitalised word more likely starts a sentence than goes on a name: "The", "But", "He's".</summary>
    public bool IsStarter(ReadOnlySpan<char> word)
    {
        if (word.Length == 0 || !(Marks.IsUpper(word[0]) || Marks.IsCaseless(word[0])))
        {
            return false;
        }

        var contraction = word.IndexOfAny('\'', '’');
        return this.starters.Contains(contraction > 0 ? word[..contraction] : word);
    }

    public static bool IsTimeWord(ReadOnlySpan<char> word) => TimeWords.Contains(word);

    public static bool IsSpacedAbbreviation(string word) => SpacedAbbreviations.Contains(word);

    /// <summary>Russian "and so on": what is capitalised after it starts a sentence, as after "etc." in languages with few capitals.</summary>
    public static bool ClosesList(ReadOnlySpan<char> word) => word is "т.д" or "т.п";

    public static bool IsOrdinalMonth(ReadOnlySpan<char> word) => OrdinalMonths.Contains(word);

    /// <summary>"Yahoo.Com" in a headline's capitals. Two-letter domains read as words ("end.In the").</summary>
    public static bool IsTopLevelDomain(ReadOnlySpan<char> word) => word is "Com" or "Net" or "Org" or "Edu" or "Gov" or "Info" or "Biz" or "Tv";

    private Abbreviation Find(ReadOnlySpan<char> word) =>
        this.maybeAbbreviations.MayHave(word) && this.abbreviations.TryGetValue(word, out var kind) ? kind : Text.Abbreviation.None;

    private static void Take(Dictionary<string, Abbreviation> kinds, AbbreviationList list)
    {
        Take(kinds, list.Never, Text.Abbreviation.Never);
        Take(kinds, list.BeforeNumber, Text.Abbreviation.BeforeNumber);
        Take(kinds, list.Months, Text.Abbreviation.Month);
        Take(kinds, list.MayEnd, Text.Abbreviation.MayEnd);
        Take(kinds, list.Times, Text.Abbreviation.Time);
    }

    /// <summary>Each as listed and, since datelines shout, in capitals ("ST. LOUIS"), unless that is a word of its own.</summary>
    private static void Take(Dictionary<string, Abbreviation> kinds, string words, Abbreviation kind)
    {
        foreach (var word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            kinds[word] = kind;
            if (word.Length > 1)
            {
                kinds.TryAdd(word.ToUpperInvariant(), kind);
            }
        }
    }
}
