using NewsAlerts.Summarizing.Embedded;

namespace NewsAlerts.Summarizing.Headlines;

/// <summary>Who says what a lead says, where the lead says it last: "…, police said on Monday", "…, according to a report".</summary>
internal static class Attribution
{
    private const int Longest = 6;

    /// <summary>What of an attribution a headline keeps: "police said". Empty where it names nobody, or only what he said besides.</summary>
    /// <param name="tail">The words after the comma.</param>
    public static List<ClauseWord> Core(List<ClauseWord> tail)
    {
        var saying = tail.FindIndex(word => EnglishWords.Sayings.Contains(word.Bare));
        if (saying < 0
            || saying >= Longest
            || tail.Take(saying).Any(word => word.Breaks || EnglishWords.Subordinators.Contains(word.Bare))
            || tail[0].Bare.EndsWith("ing", StringComparison.Ordinal))
        {
            return [];
        }

        var end = saying > 0 && tail[saying].Bare != "according" ? saying + 1 : EndOfSpeaker(tail, saying);
        end += tail[end - 1].Bare == "told" && end < tail.Count ? 1 : 0;

        // "The latter's state media have said" is "state media said": what the pronoun stands for is not here.
        var core = tail[..end].FindAll(word => !EnglishWords.Auxiliaries.Contains(word.Bare) && !EnglishWords.Articles.Contains(word.Bare)
            && !Openings.Refers(word.Bare) && word.Bare is not ("latter" or "latter's" or "latter’s"));
        var named = core.Any(word => !word.IsFunctionWord && (tail[saying].Bare == "according" || !EnglishWords.Sayings.Contains(word.Bare)));
        return named && core.Count <= Longest ? core : [];
    }

    // "said Ines Calloway, the harbour master", "according to police in Port Ellery": up to what only adds to the name.
    private static int EndOfSpeaker(List<ClauseWord> tail, int saying)
    {
        var end = saying + 1;
        end += end < tail.Count && tail[saying].Bare == "according" && tail[end].Bare == "to" ? 1 : 0;
        for (; end < tail.Count; end++)
        {
            if (EnglishWords.Prepositions.Contains(tail[end].Bare) || EnglishWords.Days.Contains(tail[end].Bare) || EnglishWords.Subordinators.Contains(tail[end].Bare))
            {
                return end;
            }

            if (tail[end].Breaks)
            {
                return end + 1;
            }
        }

        return end;
    }
}
