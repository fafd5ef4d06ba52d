using System.Globalization;
using System.Text;

namespace NewsAlerts.Ingesting.Text;

/// <summary>
/// Runs of combining marks, cut to what any script uses. Canonical ordering takes the square of a run's length: a million marks behind one
/// letter keep NFC busy for an hour. Unicode's stream-safe format (UAX #15, section 13) sets the same limit.
/// </summary>
internal static class MarkRuns
{
    /// <summary>Code points; no letter in use takes more than 18.</summary>
    internal const int Longest = 30;

    /// <summary>Below it are no marks.</summary>
    private const char FirstMark = '\u0300';

    /// <summary>The text without the marks beyond the limit; the text itself where there are none.</summary>
    public static string Cut(string text)
    {
        StringBuilder? kept = null;
        var run = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            run = text[i] >= FirstMark && IsMark(CharUnicodeInfo.GetUnicodeCategory(text, i)) ? run + 1 : 0;
            if (run > Longest)
            {
                kept ??= new StringBuilder(text, 0, i, text.Length);
            }
            else
            {
                kept?.Append(text, i, isPair ? 2 : 1);
            }

            i += isPair ? 1 : 0;
        }

        return kept?.ToString() ?? text;
    }

    private static bool IsMark(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
