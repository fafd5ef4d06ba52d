using System.Buffers;
using NewsAlerts.Summarizing.Verifying;

namespace NewsAlerts.Summarizing.Embedded.Compressing;

/// <summary>
/// What no compression leaves out, since a sentence without it may say something else: numbers, negations, who says so, and what hedges or
/// limits a statement.
/// </summary>
internal static class KeptWords
{
    private static readonly WordSet _hedges = WordSet.Of(
        "alleged allegedly alleging accused reportedly apparently presumably possibly probably likely unlikely potentially suspected purported purportedly supposed supposedly rumored rumoured "
        + "may might could would should can't perhaps maybe almost nearly roughly approximately partly partially mostly largely mainly "
        + "if unless until except excluding but though although despite however whether provided depending only least fewer less than "
        + "appears appeared seems seemed suggests suggesting expected believed thought feared estimated claimed planned proposed considered attempted "
        + "half quarter third dozens hundreds thousands millions dozen percent "
        + "adding citing noting arguing claiming insisting warning telling calling describing denying accusing urging quoting explaining believing thinking suggesting "
        + "wrote statement quoted cited described called blamed reports reporting spokesman spokeswoman");

    private static readonly SearchValues<char> _marks = SearchValues.Create("\"“”„«»%$£€¥₹");

    /// <summary>Whether a stretch holds any of them. What is quoted is somebody's words, and stays whole.</summary>
    public static bool AreIn(ReadOnlySpan<char> stretch, string language)
    {
        if (stretch.ContainsAny(_marks))
        {
            return true;
        }

        var lexicon = Lexicon.For(language);
        Span<char> lower = stackalloc char[64];
        foreach (var word in new Words(stretch))
        {
            if (word.IndexOfAnyInRange('0', '9') >= 0 || word.Length > lower.Length || word.EndsWith("n't") || word.EndsWith("n’t"))
            {
                return true;
            }

            var length = word.ToLowerInvariant(lower);
            if ((lexicon.TraitsOf(lower[..length]) & (Traits.Number | Traits.Negation | Traits.Speech)) != 0 || _hedges.Contains(word))
            {
                return true;
            }
        }

        return false;
    }
}
