using NewsAlerts.Summarizing.Embedded;

namespace NewsAlerts.Summarizing.Headlines;

/// <summary>An English lead without what a headline does without.</summary>
/// <param name="Words">What it says.</param>
/// <param name="Attribution">Who says so; empty where the lead names nobody.</param>
internal sealed record TrimmedLead(List<ClauseWord> Words, List<ClauseWord> Attribution);

/// <summary>Leaves out of an English lead what its headline never has: brackets, an opening adjunct, attribution, insertions, articles, days.</summary>
internal static class EnglishTrimmer
{
    private const int FewestWords = 4;
    private const int LongestOpening = 16;
    private const int LongestAttribution = 20;

    public static TrimmedLead Trim(string lead)
    {
        var opened = WithoutOpening(WithoutDateline(EnglishClause.Read(Brackets.Remove(lead))));
        var (said, tail) = SplitAttribution(opened);
        var words = WithoutInsertion(said);
        return new TrimmedLead(Dropped(words), Dropped(Attribution.Core(tail)));
    }

    // "New Delhi, Aug 1 Finance Minister …": an agency's, whose dash got lost.
    private static List<ClauseWord> WithoutDateline(List<ClauseWord> words)
    {
        var comma = words.FindIndex(word => word.Breaks);
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
        if (words.Count == 0)
        {
            return words;
        }

        var first = words[0].Bare;
        var adjunct = EnglishWords.Prepositions.Contains(first)
            || EnglishWords.Subordinators.Contains(first)
            || first is "According" or "Just"
            || first.EndsWith("ing", StringComparison.Ordinal);
        var comma = words.FindIndex(word => word.Breaks);
        var needed = EnglishWords.Times.Contains(first) || EnglishWords.Conditions.Contains(first) || (first is "According" && Accusations.AreIn(words));
        if (!adjunct || needed || comma < 0 || comma > LongestOpening)
        {
            return words;
        }

        var rest = words[(comma + 1)..];
        var clause = !EnglishWords.Subordinators.Contains(first) && EnglishClause.VerbIn(words[..comma]) >= 0;
        return !clause && rest.Count > FewestWords && EnglishClause.VerbIn(rest) > 0 && !Openings.Refers(rest[0].Bare) ? rest : words;
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
            _ => index > 0 && EnglishWords.Days.Contains(words[index].Bare) && !words[index].IsPossessive
                && (words[index - 1].Bare is "on" || EnglishClause.IsVerb(words, index - 1)),
        };
    }
}
