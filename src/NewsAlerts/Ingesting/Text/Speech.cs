using System.Buffers;
using System.Collections.Frozen;

namespace NewsAlerts.Ingesting.Text;

/// <summary>Whether a quotation that ended in "?" or "!" is followed by who said it, and so goes on: "Really?" Smith asked.</summary>
internal static class Speech
{
    private const int LongestName = 5;

    private static readonly FrozenSet<string> Verbs = FrozenSet.ToFrozenSet([
        "said", "says", "asked", "asks", "told", "tells", "wrote", "writes", "cried", "shouted", "yelled", "added", "replied", "tweeted", "exclaimed",
        "wondered", "joked", "quipped", "recalled", "answered", "responded", "demanded", "screamed", "posted", "read", "reads", "declared",
    ]);

    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \n.,;:!?");
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("，。：；！？、“”");
    private static readonly SearchValues<char> ChineseVerbs = SearchValues.Create("说道問问称稱說");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> VerbsBySpan = Verbs.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Up to five words of a name, then a verb of saying. A capitalised pronoun starts a sentence of its own.</summary>
    public static bool FollowsInLatin(ReadOnlySpan<char> rest)
    {
        for (var words = 0; words <= LongestName && rest.Length > 0; words++)
        {
            var end = rest[..Math.Min(rest.Length, 40)].IndexOfAny(WordEnds);
            if (end <= 0)
            {
                return words > 0 && end < 0 && VerbsBySpan.Contains(rest);
            }

            var word = rest[..end];
            if (words > 0 && VerbsBySpan.Contains(word))
            {
                return true;
            }

            var title = rest[end] == '.' && end <= 4 && end + 1 < rest.Length && rest[end + 1] == ' ';
            if ((rest[end] is not ' ' and not '\n' && !title) || (!Marks.IsUpper(word[0]) && words == 0)
                || word is "He" or "She" or "They" or "It" or "I" or "We" or "You" or "The" or "But" or "And" or "When" or "As" or "In" or "A")
            {
                return false;
            }

            rest = rest[(end + (title ? 2 : 1))..];
        }

        return false;
    }

    /// <summary>A verb of saying before the next punctuation, at most a dozen characters on.</summary>
    public static bool FollowsInChinese(ReadOnlySpan<char> rest)
    {
        var clause = rest[..Math.Min(rest.Length, 12)];
        var end = clause.IndexOfAny(ClauseEnds);
        clause = end < 0 ? clause : clause[..end];
        return clause.IndexOfAny(ChineseVerbs) >= 0 || clause.Contains("表示", StringComparison.Ordinal) || clause.StartsWith("と");
    }
}
