using NewsAlerts.Summarizing.Embedded;

namespace NewsAlerts.Summarizing.Headlines;

/// <summary>An English lead without what a headline does without.</summary>
/// <param name="Words">What it says.</param>
/// <param name="Attribution">Who says so; empty where the lead names nobody.</param>
/// <param name="IsTakenBack">Whether what is left out says that it is not so: "…, according to a letter that was forged".</param>
internal sealed record TrimmedLead(List<ClauseWord> Words, List<ClauseWord> Attribution, bool IsTakenBack);

/// <summary>Leaves out of an English lead what its headline never has: brackets, an opening adjunct, attribution, insertions, articles, days.</summary>
internal static class EnglishTrimmer
{
    private const int FewestWords = 4;
    private const int LongestPhrase = 16;
    private const int LongestClause = 24;
    private const int LongestAttribution = 20;

    public static TrimmedLead Trim(string lead)
    {
        var opened = WithoutOpening(WithoutDateline(EnglishClause.Read(Brackets.Remove(lead))));
        var (said, tail) = SplitAttribution(opened);
        var words = WithoutInsertion(said);
        return new TrimmedLead(Dropped(words), Dropped(Attribution.Core(tail)), Refutations.AreIn(tail));
    }

    // "New Delhi, Aug 1 Finance Minister …": an agency's, whose dash got lost.
    private static List<ClauseWord> WithoutDateline(List<ClauseWord> words)
    {
        var comma = words.FindIndex(word => word.Breaks);
        var dash = words.FindIndex(0, Math.Min(words.Count, 5), word => word.Mark is '–' or '—');
        if (dash >= 0 && words[0].IsAcronym && words[0].Bare.Length > 3 && words[..(dash + 1)].TrueForAll(word => word.IsCapital))
        {
            return words[(dash + 1)..];
        }

        var dated = comma is >= 0 and < 3
            && comma + 3 < words.Count
            && EnglishWords.Months.Contains(words[comma + 1].Bare)
            && words[comma + 2].IsNumber && !words[comma + 2].Breaks
            && words[comma + 3].IsCapital
            && words[..(comma + 1)].TrueForAll(word => word.IsCapital);
        return dated ? words[(comma + 3)..] : words;
    }

    private static List<ClauseWord> Dropped(List<ClauseWord> words)
    {
        var kept = new List<ClauseWord>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            if (!IsDroppable(words, i))
            {
                kept.Add(words[i]);
            }
            else if (words[i].Breaks && kept.Count > 0 && !kept[^1].Breaks)
            {
                // "… in Marrow on Sunday, killing …": the comma stays where the day goes.
                kept[^1] = kept[^1] with { Mark = words[i].Mark };
            }
        }

        return kept;
    }

    // "After two days of talks, ministers agreed …"
    private static List<ClauseWord> WithoutOpening(List<ClauseWord> words)
    {
        var end = EndOfOpening(words);
        if (end == 0 || EnglishWords.Times.Contains(words[0].Bare) || EnglishWords.Conditions.Contains(words[0].Bare) || (words[0].Bare is "According" && Accusations.AreIn(words)))
        {
            return words;
        }

        // "On March 8, 2014, …": the year is of the date.
        end += words[end - 1].IsNumber && end < words.Count && words[end].IsNumber && words[end].Breaks ? 1 : 0;
        var rest = words[end..];
        return rest.Count > FewestWords && EnglishClause.VerbIn(rest) > 0 && !Openings.Refers(rest[0].Bare) ? rest : words;
    }

    /// <summary>How many words the adjunct has that the lead opens with, and that is no headline by itself: "In a letter,", "Two years after she had left,". 0 where it opens with none.</summary>
    public static int EndOfOpening(List<ClauseWord> words)
    {
        var comma = words.FindIndex(word => word.Breaks);
        if (comma < 0 || comma > LongestClause || comma + 1 == words.Count)
        {
            return 0;
        }

        var first = words[0].Bare;
        var clauses = IsCounted(words) || EnglishWords.Subordinators.Contains(first) || first is "With" or "Despite" or "From" or "According";
        var phrases = EnglishWords.Prepositions.Contains(first) || first is "Just" || first.EndsWith("ing", StringComparison.Ordinal);
        return clauses || (phrases && comma <= LongestPhrase && !HasVerb(words[..comma])) ? comma + 1 : 0;
    }

    // "In Paris police arrested a man, …" does, "In a strongly worded letter, …" does not.
    private static bool HasVerb(List<ClauseWord> words)
    {
        var verb = EnglishClause.VerbIn(words);
        return verb > 0 && !(EnglishClause.IsParticiple(words[verb].Bare) && words[verb - 1].Bare.EndsWith("ly", StringComparison.Ordinal));
    }

    // "Two years after she had left, …"
    private static bool IsCounted(List<ClauseWord> words)
    {
        var span = words.FindIndex(0, Math.Min(words.Count, 5), word => EnglishWords.Spans.Contains(word.Bare));
        var number = span > 0 ? words[span - 1] : default;
        return span >= 0 && span + 1 < words.Count && words[span + 1].Bare is "after" or "before"
            && (span == 0 || number.IsNumber || EnglishWords.Numerals.Contains(number.Bare) || number.Bare.ToLowerInvariant() is "a" or "an" or "the" or "one" or "two" or "three" or "few");
    }

    // "…, officials said on Monday", "…, according to a report"
    private static (List<ClauseWord> Said, List<ClauseWord> Attribution) SplitAttribution(List<ClauseWord> words)
    {
        var comma = words.FindLastIndex(words.Count - 1, word => word.Breaks);
        while (comma > FewestWords && words.Count - comma <= LongestAttribution)
        {
            var tail = words[(comma + 1)..];
            if (tail.Any(word => EnglishWords.Sayings.Contains(word.Bare)) && EnglishClause.VerbIn(words[..(comma + 1)]) > 0)
            {
                return (words[..(comma + 1)], tail);
            }

            comma = comma == 0 ? -1 : words.FindLastIndex(comma - 1, word => word.Breaks);
        }

        var according = words.FindIndex(word => word.Bare == "according");
        return according > FewestWords ? (words[..according], words[according..]) : (words, []);
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
            if (words[i].Breaks && EnglishClause.IsVerb(words, i + 1))
            {
                return [.. words[..comma], words[comma] with { Mark = '\0' }, .. words[(i + 1)..]];
            }
        }

        return words;
    }

    private static bool IsDay(List<ClauseWord> words, int index) => index < words.Count && EnglishWords.Days.Contains(words[index].Bare) && !words[index].IsPossessive;

    private static bool IsDroppable(List<ClauseWord> words, int index)
    {
        var word = words[index].Text;
        var next = index + 1 < words.Count ? words[index + 1] : default;
        // "The Hague" keeps its article, "50 times a year" its unit.
        return word switch
        {
            "the" or "The" or "A" or "An" => next.Text is not null && (!next.IsCapital || word == "the" || next.IsAcronym),
            "on" or "On" => index > 0 && next.Text is not null && EnglishWords.Days.Contains(next.Bare),
            "a" or "an" => index > 0
                && !words[index - 1].IsNumber
                && !EnglishWords.Units.Contains(next.Text ?? string.Empty)
                && !EnglishWords.Counting.Contains(words[index - 1].Bare),
            "also" => true,
            // "early on Wednesday", "on Sunday night": the day takes with it what says more about it.
            "early" or "late" => index > 0 && IsDay(words, words[index + 1 < words.Count ? index + 1 : index].Bare is "on" ? index + 2 : index + 1),
            "morning" or "afternoon" or "evening" or "night" => index > 1 && IsDay(words, index - 1) && words[index - 2].Bare is "on" or "early" or "late",
            _ => index > 0 && EnglishWords.Days.Contains(words[index].Bare) && !words[index].IsPossessive
                && (words[index - 1].Bare is "on" || EnglishClause.IsVerb(words, index - 1)),
        };
    }
}
