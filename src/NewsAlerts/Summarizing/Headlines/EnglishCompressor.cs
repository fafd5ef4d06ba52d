namespace NewsAlerts.Summarizing.Headlines;

/// <summary>
/// Makes a headline of a lead by leaving out, after Hedge Trimmer (Dorr, Zajic and Schwartz, 2003) but without a parser: first what
/// <see cref="EnglishTrimmer"/> can do without, then what follows the best <see cref="ClauseEnd"/> that a headline has room for.
/// </summary>
internal static class EnglishCompressor
{
    private const int MostWords = 14;
    private const int HardLimit = 17;
    private const int FewestWords = 4;
    private const int BestLength = 10;
    private const double AWordOff = .1;

    // "The monk was stolen | from its temple", "plans are flailing | after": it says something, though not much.
    private const double BareVerb = .8;
    private const double TooLong = 1.3;

    /// <summary>The headline; null where the lead has no clause with its verb within a headline's length.</summary>
    public static string? TryCompress(string lead)
    {
        var trimmed = EnglishTrimmer.Trim(lead);
        var (words, attribution) = (trimmed.Words, trimmed.Attribution);
        var opening = EnglishTrimmer.EndOfOpening(words);
        var told = EnglishClause.VerbIn(words[opening..]);
        (opening, var verb) = told < 0 ? (0, EnglishClause.VerbIn(words)) : (opening, opening + told);
        return verb < 0 || Opens(words) || trimmed.IsTakenBack ? null : Attributed(words, attribution, reserved => Cut(words, opening, verb, reserved));
    }

    /// <summary>The headline, if need be of whatever comes first, or the whole lead where that would be what it takes back.</summary>
    public static string Compress(string lead)
    {
        var trimmed = EnglishTrimmer.Trim(lead);
        return TryCompress(lead)
            ?? (trimmed.IsTakenBack || IsTakenBack(trimmed.Words) ? Join(EnglishClause.Read(Brackets.Remove(lead)))
                : Attributed(trimmed.Words, trimmed.Attribution, reserved => Anywhere(trimmed.Words, reserved)) ?? string.Empty);
    }

    private static bool IsTakenBack(List<ClauseWord> words) =>
        Refutations.AreIn(words) || (EnglishClause.VerbIn(words) is > 0 and var verb && Refutations.IsFormerBelief(words, verb));

    /// <summary>What is said, cut, and who says so where it must not be asserted; null where it cannot be cut.</summary>
    /// <param name="words">What is said.</param>
    /// <param name="attribution">Who says so; empty where nobody does.</param>
    /// <param name="cut">How many words to keep when so many are reserved for the attribution; -1 for none.</param>
    private static string? Attributed(List<ClauseWord> words, List<ClauseWord> attribution, Func<int, int> cut)
    {
        var length = cut(0);
        if (length > 0 && attribution.Count > 0 && IsAsserted(words[..length]))
        {
            var shorter = cut(attribution.Count);
            if (shorter > 0)
            {
                var said = Join(WithoutAuxiliary(words[..shorter]));
                return IsAsserted(words[..shorter]) ? $"{said}, {Join(attribution)}" : said;
            }
        }

        return length > 0 || words.Count == 0 ? Join(WithoutAuxiliary(words[..Math.Max(length, 0)])) : null;
    }

    private static bool IsAsserted(List<ClauseWord> words) =>
        Accusations.AreIn(words) && !words.Exists(word => EnglishWords.Sayings.Contains(word.Bare) || word.Bare is "allegedly" or "reportedly");

    // "When he signed the act, he …": neither half stands alone.
    private static bool Opens(List<ClauseWord> words) =>
        words.Count > 0 && EnglishWords.Openers.Contains(words[0].Bare);

    /// <summary>How many words to keep; -1 where no end within reach leaves the verb and what it is about.</summary>
    private static int Cut(List<ClauseWord> words, int opening, int verb, int reserved)
    {
        var (best, highest) = (-1, double.NegativeInfinity);
        var (said, main) = (EnglishClause.EndOfVerb(words, verb), EnglishClause.VerbIn(words));
        for (var length = Math.Max(FewestWords, opening + 1); length <= Math.Min(words.Count, HardLimit - reserved); length++)
        {
            var whole = length == words.Count || words[length - 1].Breaks;
            var next = length < words.Count ? words[length].Bare : string.Empty;
            var bare = length == said && (EnglishWords.AdjunctOpeners.Contains(next) || (EnglishWords.Being.Contains(words[verb].Bare) && next is not "to"));
            if ((whole ? length > verb : length > said || bare) && ClauseEnd.IsPossible(words, length) && !Refutations.AreCutOff(words, verb, length))
            {
                var size = (bare && !whole ? BareVerb : 0) + (AWordOff * Math.Abs(length - BestLength)) + (length > MostWords - reserved ? TooLong : 0);
                var score = ClauseEnd.Quality(words, main, length) - size;
                (best, highest) = score > highest ? (length, score) : (best, highest);
            }
        }

        return best;
    }

    private static int Anywhere(List<ClauseWord> words, int reserved)
    {
        var most = MostWords - reserved;
        for (var length = Math.Min(words.Count, most); length > 1; length--)
        {
            if (ClauseEnd.IsPossible(words, length))
            {
                return length;
            }
        }

        for (var length = most + 1; length <= Math.Min(words.Count, HardLimit - reserved); length++)
        {
            if (ClauseEnd.IsPossible(words, length))
            {
                return length;
            }
        }

        return Math.Min(words.Count, most);
    }

    // As headlines are written: "Pountney has been fined" is "Pountney fined", "Egypt is to sell" is "Egypt to sell".
    private static List<ClauseWord> WithoutAuxiliary(List<ClauseWord> words)
    {
        var verb = EnglishClause.VerbIn(words);
        if (verb <= 0 || !EnglishWords.Omissible.Contains(words[verb].Bare) || words[verb - 1].IsFunctionWord || words[..verb].Exists(word => EnglishWords.ClauseOpeners.Contains(word.Bare)))
        {
            return words;
        }

        var next = verb + 1 < words.Count && words[verb + 1].Bare is "been" or "being" ? verb + 2 : verb + 1;
        var participle = next < words.Count && EnglishClause.IsParticiple(words[next].Bare);
        var future = words[verb].Bare is "is" or "are"
            && verb + 2 < words.Count && words[verb + 1].Bare is "to"
            && words[verb + 2].Bare is not "be";
        return participle || future ? [.. words[..verb], .. words[next..]] : words;
    }

    private static string Join(List<ClauseWord> words)
    {
        var pieces = words.Select((word, i) => i + 1 == words.Count ? word.Text : word.TextAndMark);
        var joined = string.Join(' ', pieces);
        var bare = joined.TrimEnd('.', ',', ';', ':', '-', ' ');
        // "told the U.N.": its stop is the word's own.
        var isInitial = bare.Length > 2 && bare.Length < joined.Length && joined[bare.Length] == '.' && bare[^2] == '.' && char.IsUpper(bare[^1]);
        return Quotation.Balance(isInitial ? bare + '.' : bare);
    }
}
