
namespace NewsAlerts.Summarizing.Embedded.Compressing;

/// <summary>The places of a sentence where somebody is said to say it: ", police said", ", according to a report".</summary>
internal sealed class EnglishAttributions
{
    private const int Longest = 14;

    private static readonly WordSet _sayings = WordSet.Of(
        "said says say told reported reports announced added adds confirmed claimed claims stated wrote alleged testified explained");

    private static readonly WordSet _clauseOpeners = WordSet.Of(
        "and but or who which that whose while as after before when where because if although adding with in on at");

    private readonly List<Attribution> _all = [];

    /// <summary>All attributions of a sentence, in order.</summary>
    public static EnglishAttributions In(List<SplitWord> words)
    {
        var found = new EnglishAttributions();
        for (var start = 1; start < words.Count; start++)
        {
            if (words[start].IsQuoted)
            {
                continue;
            }

            var end = PieceEnd(words, start);
            if (words[start].Lower is "according" || (words[start].Before is Gap.Comma && !_clauseOpeners.Contains(words[start].Lower) && IsSaying(words, start, end)))
            {
                found._all.Add(new Attribution(start, end, words[start].Start, words[end - 1].End));
                start = end - 1;
            }
        }

        return found;
    }

    /// <summary>Whether an attribution ends just before a word: ", said Marrow, |the mayor".</summary>
    public bool EndAt(int at) => _all.Exists(each => each.End == at);

    /// <summary>Whether a word is part of an attribution.</summary>
    public bool Has(SplitWord word) => _all.Exists(each => word.Start >= each.Start && word.End <= each.Stop);

    /// <summary>The attribution behind a place, an empty one where there is none; null where there is one that can't be moved.</summary>
    public Attribution? Behind(List<SplitWord> words, int at)
    {
        var first = _all.Find(each => each.First >= at);
        // "…, according to the Lesbian, Gay and Trans Association": where the name ends, a comma doesn't tell.
        var isOpen = first.End > 0 && first.End < words.Count && words[first.End] is { Before: Gap.Comma, IsCapital: true };
        return first == default ? first : !isOpen && first.End - first.First <= Longest && !words[first.First..first.End].Exists(word => word.IsQuoted) ? first : null;
    }

    // "police said on Monday"; not "the minister said it was over", which says something itself.
    private static bool IsSaying(List<SplitWord> words, int start, int end)
    {
        var saying = words.FindIndex(start, end - start, word => _sayings.Contains(word.Lower));
        return saying >= 0 && saying - start <= 8 && (saying == end - 1 || saying == start || words[saying].Lower is "told" || words[saying + 1].Lower is "on" or "in" or "at" or "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday" or "late" or "earlier" or "yesterday" or "today" or "last" or "this");
    }

    private static int PieceEnd(List<SplitWord> words, int start)
    {
        var end = start + 1;
        while (end < words.Count && words[end].Before is Gap.Space or Gap.Other && !words[end].IsQuoted)
        {
            end++;
        }

        return end;
    }

    /// <summary>Words, and characters, of an attribution.</summary>
    internal readonly record struct Attribution(int First, int End, int Start, int Stop)
    {
        public ReadOnlySpan<char> In(string sentence) => sentence.AsSpan(Start, Stop - Start);
    }
}
