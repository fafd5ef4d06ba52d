using NewsAlerts.Summarizing.Embedded;

namespace NewsAlerts.Summarizing.Headlines;

/// <summary>
/// Makes a headline of a lead by leaving out, after Hedge Trimmer (Dorr, Zajic and Schwartz, 2003) but without a parser: brackets, an opening
/// adjunct, attribution, clauses between commas, articles, then what follows the last boundary that a headline has room for.
/// </summary>
internal static class EnglishCompressor
{
    private const int MostWords = 14;
    private const int HardLimit = 17;
    private const int FewestWords = 4;
    private const int BestLength = 10;
    private const double AWordOff = .1;
    private const double TooLong = .6;

    /// <summary>The headline; null where the lead has no clause with its verb within a headline's length.</summary>
    public static string? TryCompress(string lead)
    {
        var words = Trim(lead);
        var length = Opens(words) ? -1 : Cut(words, EnglishClause.VerbIn(words));
        return length > 0 ? Join(WithoutAuxiliary(words[..length])) : null;
    }

    /// <summary>The headline, if need be of whatever comes first.</summary>
    public static string Compress(string lead)
    {
        var words = Trim(lead);
        return TryCompress(lead) ?? Join(words[..Anywhere(words)]);
    }

    private static List<ClauseWord> Trim(string lead)
    {
        var words = WithoutInsertion(WithoutAttribution(WithoutOpening(EnglishClause.Read(Brackets.Remove(lead)))));
        return [.. words.Where((_, i) => !IsDroppable(words, i))];
    }

    // "When he signed the act, he …": neither half stands alone.
    private static bool Opens(List<ClauseWord> words) =>
        words.Count > 0 && words[0].Bare.ToUpperInvariant() is "WHEN" or "IF" or "BECAUSE" or "ALTHOUGH" or "THOUGH" or "WHILE" or "AS" or "ONCE" or "UNLESS";

    // "After two days of talks, ministers agreed …"
    private static List<ClauseWord> WithoutOpening(List<ClauseWord> words)
    {
        if (words.Count == 0)
        {
            return words;
        }

        var first = words[0].Bare;
        var adjunct = EnglishWords.Prepositions.Contains(first) || EnglishWords.Subordinators.Contains(first) || first.EndsWith("ing", StringComparison.Ordinal) || first is "according" or "just" or "only" or "more";
        var comma = words.FindIndex(word => word.Breaks);
        if (!adjunct || comma < 0 || comma > 16 || first is "more" or "only" || EnglishWords.Times.Contains(first))
        {
            return words;
        }

        var rest = words[(comma + 1)..];
        var clause = !EnglishWords.Subordinators.Contains(first) && EnglishClause.VerbIn(words[..comma]) >= 0;
        return !clause && rest.Count > FewestWords && EnglishClause.VerbIn(rest) > 0 && !Openings.Refers(rest[0].Bare) ? rest : words;
    }

    // "…, officials said on Monday", "…, according to a report"
    private static List<ClauseWord> WithoutAttribution(List<ClauseWord> words)
    {
        var comma = words.FindLastIndex(words.Count - 1, word => word.Breaks);
        while (comma > FewestWords && words.Count - comma <= 20)
        {
            var tail = words[(comma + 1)..];
            if (tail.Any(word => EnglishWords.Sayings.Contains(word.Bare)) && EnglishClause.VerbIn(words[..(comma + 1)]) > 0)
            {
                return words[..(comma + 1)];
            }

            comma = comma == 0 ? -1 : words.FindLastIndex(comma - 1, word => word.Breaks);
        }

        var according = words.FindIndex(word => word.Bare == "according");
        return according > FewestWords ? words[..according] : words;
    }

    // "Terry Melcher, who wrote hits for the Byrds, has died": back to the verb, whatever stands between.
    private static List<ClauseWord> WithoutInsertion(List<ClauseWord> words)
    {
        var comma = words.FindIndex(word => word.Breaks);
        if (comma < 0 || comma + 2 >= words.Count || EnglishClause.VerbIn(words[..(comma + 1)]) >= 0)
        {
            return words;
        }

        for (var i = comma + 1; i + 1 < words.Count; i++)
        {
            if (words[i].Breaks && EnglishClause.IsVerb(words, i + 1) && i > comma)
            {
                return [.. words[..comma], words[comma] with { Mark = '\0' }, .. words[(i + 1)..]];
            }
        }

        return words;
    }

    private static bool IsDroppable(List<ClauseWord> words, int index)
    {
        var word = words[index].Text;
        var next = index + 1 < words.Count ? words[index + 1] : default;
        // "The Hague" keeps its article, "50 times a year" its unit.
        return word switch
        {
            "the" or "The" or "A" or "An" => next.Text is not null && (!next.IsCapital || word == "the" || next.IsAcronym),
            "on" or "On" => index > 0 && next.Text is not null && EnglishWords.Days.Contains(next.Bare),
            "a" or "an" => index > 0 && !words[index - 1].IsNumber && next.Text is not ("day" or "week" or "month" or "year" or "share" or "barrel" or "lot" or "few" or "little" or "number" or "while" or "third" or "quarter" or "half" or "dozen" or "hundred" or "million") && words[index - 1].Bare is not ("once" or "twice" or "times" or "half" or "such" or "quite" or "many"),
            "also" => true,
            _ => index > 0 && EnglishWords.Days.Contains(words[index].Bare) && !words[index].IsPossessive
                && (words[index - 1].Bare is "on" || EnglishClause.IsVerb(words, index - 1)),
        };
    }

    /// <summary>How many words to keep; -1 where no end within reach leaves the verb and what it is about.</summary>
    private static int Cut(List<ClauseWord> words, int verb)
    {
        var (best, highest) = (-1, double.NegativeInfinity);
        var said = verb < 0 ? words.Count : EnglishClause.EndOfVerb(words, verb);
        for (var length = FewestWords; length <= Math.Min(words.Count, HardLimit); length++)
        {
            var whole = length == words.Count || words[length - 1].Breaks;
            if (MayEnd(words, length) && (whole ? length > verb && verb >= 0 : length > said))
            {
                var score = Boundary(words, length) - (AWordOff * Math.Abs(length - BestLength)) - (length > MostWords ? TooLong : 0) - Dangling(words, length);
                (best, highest) = score > highest ? (length, score) : (best, highest);
            }
        }

        return best;
    }

    private static bool MayEnd(List<ClauseWord> words, int length)
    {
        var last = words[length - 1];
        if (last.Bare.Length == 0 || last.IsFunctionWord || last.IsPossessive || IsQuoting(words, length) || IsHanging(words, length))
        {
            return false;
        }

        if (length == words.Count || last.Breaks)
        {
            return true;
        }

        var next = words[length];
        return !((last.IsCapital || last.IsNumber) && (next.IsCapital || next.IsNumber)) && !last.IsNumber && !last.Bare.EndsWith("ly", StringComparison.Ordinal);
    }

    // "admitted last month that a donation": the clause just opened has no verb yet.
    private static bool IsHanging(List<ClauseWord> words, int length)
    {
        var opened = words.FindLastIndex(length - 1, word => word.Bare is "that" or "who" or "which" or "where" or "when" or "if" or "because" or "while" or "whether");
        return opened > 0 && !Enumerable.Range(opened + 1, length - opened - 1).Any(i => EnglishClause.IsVerb(words, i) || EnglishWords.Verbs.Contains(words[i].Bare) || IsPresent(words[i].Bare));
    }

    // After "who" and its like, a plain verb: "people who live abroad".
    private static bool IsPresent(string word) => word.Length > 3 && word[^1] == 's' && !word.EndsWith("ss", StringComparison.Ordinal);

    private static bool IsQuoting(List<ClauseWord> words, int length)
    {
        var (straight, open) = (0, 0);
        foreach (var c in words.Take(length).SelectMany(word => word.Text))
        {
            straight += c == '"' ? 1 : 0;
            open += c switch { '“' => 1, '”' => -1, _ => 0 };
        }

        return straight % 2 == 1 || open > 0;
    }

    /// <summary>How good an end it is, from what follows.</summary>
    private static double Boundary(List<ClauseWord> words, int length)
    {
        if (length == words.Count)
        {
            return 1;
        }

        var next = words[length].Bare;
        if (words[length - 1].Breaks)
        {
            // "Albania, Bulgaria and Macedonia": a comma within a list is no end.
            return words.Skip(length).Take(4).Any(word => word.Bare is "and" or "or") && words[length - 1].IsCapital ? .2 : 1;
        }

        return EnglishWords.Times.Contains(next) ? .9
            : next is "of" ? -1
            : next is "that" or "and" or "or" or "than" ? .1
            : EnglishWords.Subordinators.Contains(next) ? .9
            : EnglishWords.Prepositions.Contains(next) ? .55
            : next is "to" ? EnglishClause.IsVerb(words, length - 1) ? -.8 : -.1
            : next.EndsWith("ing", StringComparison.Ordinal) && words[length].IsCapital == false ? .4
            : -1.5;
    }

    // "has warned it will go", "is to be presented": the verb still wants something.
    private static double Dangling(List<ClauseWord> words, int length)
    {
        var before = length > 1 ? words[length - 2].Bare : string.Empty;
        var verbal = words[length - 1].Bare.EndsWith("ed", StringComparison.Ordinal) || before is "to" or "be" or "been" or "being" or "not" || EnglishWords.Auxiliaries.Contains(before);
        var transitive = words[length - 1].Bare.EndsWith('s') && (before is "it" or "he" or "she" or "who" or "which" or "that" || before.EndsWith("ly", StringComparison.Ordinal));
        return length < words.Count && (verbal || transitive) ? .5 : 0;
    }

    private static int Anywhere(List<ClauseWord> words)
    {
        for (var length = Math.Min(words.Count, MostWords); length > 1; length--)
        {
            if (MayEnd(words, length))
            {
                return length;
            }
        }

        for (var length = MostWords + 1; length <= Math.Min(words.Count, HardLimit); length++)
        {
            if (MayEnd(words, length))
            {
                return length;
            }
        }

        return Math.Min(words.Count, MostWords);
    }

    // As headlines are written: "Pountney has been fined" is "Pountney fined", "Egypt is to sell" is "Egypt to sell".
    private static List<ClauseWord> WithoutAuxiliary(List<ClauseWord> words)
    {
        var verb = EnglishClause.VerbIn(words);
        if (verb <= 0 || words[verb].Bare is not ("has" or "have" or "had" or "was" or "were" or "is" or "are") || words[verb - 1].IsFunctionWord)
        {
            return words;
        }

        var next = verb + 1 < words.Count && words[verb + 1].Bare is "been" or "being" ? verb + 2 : verb + 1;
        var participle = next < words.Count && EnglishClause.IsParticiple(words[next].Bare);
        var future = words[verb].Bare is "is" or "are" && verb + 2 < words.Count && words[verb + 1].Bare is "to" && words[verb + 2].Bare is not "be";
        return participle || future ? [.. words[..verb], .. words[next..]] : words;
    }

    private static string Join(List<ClauseWord> words)
    {
        var pieces = words.Select((word, i) =>
            i + 1 == words.Count || !word.Breaks ? word.Text : word.Mark is ',' or ';' or ':' ? word.Text + word.Mark : word.Text + " –");
        return Quotation.Balance(string.Join(' ', pieces).TrimEnd('.', ',', ';', ':', '-', ' '));
    }
}
