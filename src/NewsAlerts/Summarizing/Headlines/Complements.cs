using System.Collections.Frozen;
using NewsAlerts.Summarizing.Embedded;

namespace NewsAlerts.Summarizing.Headlines;

/// <summary>
/// What an English verb is nothing without, wherever its object ends: "accused his nephew | of selling land", "told the U.N. | that", "called
/// the plan | “a declaration of war”".
/// </summary>
internal static class Complements
{
    // Farther from where a headline ends, a word belongs to something else.
    private const int Farthest = 12;

    private static readonly FrozenDictionary<string, WordSet> _opened = new Dictionary<string, string>
    {
        ["accuse accuses accused accusing convicted acquitted suspected"] = "of",
        ["charged"] = "with over",
        ["blame blames blamed blaming"] = "for",
        ["describe describes described describing regards regarded"] = "as",
        ["told tells tell telling assured assures informed reminded"] = "that to how why what about of",
    }
    .SelectMany(pair => pair.Key.Split(' ').Select(verb => (verb, WordSet.Of(pair.Value))))
    .ToFrozenDictionary(pair => pair.verb, pair => pair.Item2, StringComparer.Ordinal);

    private static readonly WordSet _naming = WordSet.Of("call calls called calling dubs dubbed brands branded labels labelled labeled");

    /// <summary>Whether the first words of a clause end before it.</summary>
    public static bool AreMissing(List<ClauseWord> words, int length)
    {
        var farthest = Math.Min(words.Count, length + Farthest);
        for (var verb = 1; verb < length; verb++)
        {
            var bare = words[verb].Bare;
            if (_opened.TryGetValue(bare, out var opens))
            {
                if (!Any(verb + 1, length, word => opens.Contains(word.Bare)) && Any(length, farthest, word => opens.Contains(word.Bare)))
                {
                    return true;
                }
            }
            else if (_naming.Contains(bare) && verb + 1 < words.Count && !EnglishWords.Prepositions.Contains(words[verb + 1].Bare)
                && !Any(verb + 1, length, IsQuotation) && Any(length, farthest, IsQuotation))
            {
                return true;
            }
        }

        return false;

        bool Any(int start, int end, Predicate<ClauseWord> match) => start < end && words.FindIndex(start, end - start, match) >= 0;
    }

    private static bool IsQuotation(ClauseWord word) => word.Text is ['"' or '“', ..];
}
