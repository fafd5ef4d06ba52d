using System.Globalization;
using System.Text;

namespace NewsAlerts.Ingesting.Text;

/// <summary>
/// The one form in which the pipeline keeps text, so that offsets, identities and comparisons mean the same everywhere. Both methods are
/// deterministic, idempotent and take time linear in their input, apart from Unicode's own canonical ordering.
/// </summary>
public static class TextNormalizer
{
    /// <summary>
    /// NFC (UAX #15); line and paragraph separators as LF, at most one blank line in a row; white space within a line as single spaces and
    /// none at its ends; no control, byte-order, soft-hyphen or bidirectional formatting characters; lone surrogates as U+FFFD.
    /// ZWJ and ZWNJ stay between two visible characters, where Indic scripts, Persian and emoji mean something by them.
    /// </summary>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Clean(text, keepLines: true);
    }

    /// <summary>The same for a title or a byline: line breaks and tabs become single spaces.</summary>
    public static string NormalizeLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Clean(text, keepLines: false);
    }

    private static string Clean(string text, bool keepLines)
    {
        // Characters are dropped before NFC, so that a combining mark which one of them held apart from its letter composes the first time.
        var kept = Filter(text);
        return Space(kept.Normalize(NormalizationForm.FormC), keepLines);
    }

    private static string Filter(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsSurrogate(c))
            {
                if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                {
                    var rune = new Rune(c, text[++i]);
                    // Tags spell out flags of regions (England, Scotland) after a black flag; U+E0001 and music controls say nothing.
                    if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format || rune.Value is >= 0xE0020 and <= 0xE007F)
                    {
                        kept.Append(c).Append(text[i]);
                    }
                }
                else
                {
                    kept.Append('\uFFFD');
                }
            }
            else if (IsLineBreak(c))
            {
                // CRLF is one break, not two.
                if (!(c == '\n' && i > 0 && text[i - 1] == '\r'))
                {
                    kept.Append('\n');
                }
            }
            else if (IsJoiner(c))
            {
                // Decided on what precedes in the output: one of a run is enough. What follows is checked in Space.
                if (kept.Length > 0 && !IsSpace(kept[^1]) && kept[^1] != '\n' && !IsJoiner(kept[^1]))
                {
                    kept.Append(c);
                }
            }
            else if (IsSpace(c) || !IsDropped(c))
            {
                kept.Append(c);
            }
        }

        return kept.ToString();
    }

    private static string Space(string text, bool keepLines)
    {
        var spaced = new StringBuilder(text.Length);
        var (breaks, space) = (0, false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n')
            {
                (breaks, space) = (breaks + 1, true);
                continue;
            }

            if (IsSpace(c))
            {
                space = true;
                continue;
            }

            if (IsJoiner(c) && (i + 1 == text.Length || IsSpace(text[i + 1]) || text[i + 1] == '\n'))
            {
                continue;
            }

            if (spaced.Length > 0 && keepLines && breaks > 0)
            {
                spaced.Append('\n', Math.Min(breaks, 2));
            }
            else if (spaced.Length > 0 && space)
            {
                spaced.Append(' ');
            }

            (breaks, space) = (0, false);
            spaced.Append(c);
        }

        return spaced.ToString();
    }

    internal static bool IsLineBreak(char c) => c is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';

    private static bool IsJoiner(char c) => c is '\u200C' or '\u200D';

    // Beside Unicode's white space: the Hangul fillers, the Braille blank and the Mongolian vowel separator show as blanks.
    private static bool IsSpace(char c) =>
        c == '\t' || (char.IsWhiteSpace(c) && !IsLineBreak(c)) || c is '\u115F' or '\u1160' or '\u3164' or '\uFFA0' or '\u2800' or '\u180E';

    private static bool IsDropped(char c) =>
        char.IsControl(c)
        || c is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF' or '\u034F' or '\u061C'
        || c is '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2061' and <= '\u206F')
        || c is (>= '\uFFF9' and <= '\uFFFB') or '\uFFFE' or '\uFFFF' or (>= '\uFDD0' and <= '\uFDEF');
}
