using System.Buffers;
using System.Globalization;
using System.Text;

namespace NewsAlerts.Ingesting.Text;

/// <summary>
/// The one form in which the pipeline keeps text, so that offsets, identities and comparisons mean the same everywhere. Both methods are
/// deterministic, idempotent and take time linear in their input.
/// </summary>
public static class TextNormalizer
{
    internal static readonly SearchValues<char> LineBreaks = SearchValues.Create("\n\r\v\f\u0085\u2028\u2029");

    // What filtering keeps as it is, wherever it stands.
    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(' ', '~' + 1 - ' ').Select(c => (char)c), '\n', '\t']);

    // What spacing changes wherever it stands, and what it may drop.
    private static readonly SearchValues<char> OddSpaces = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(c => c != ' ' && (IsSpace(c) || IsJoiner(c)))]);

    private static readonly SearchValues<string> OddRuns = SearchValues.Create(["  ", " \n", "\n ", "\n\n\n"], StringComparison.Ordinal);

    /// <summary>
    /// NFC (UAX #15); line and paragraph separators as LF, at most one blank line in a row; white space within a line as single spaces and
    /// none at its ends; no control, byte-order, soft-hyphen or bidirectional formatting characters; lone surrogates as U+FFFD.
    /// Of more than 30 combining marks in a row the first 30 stay. ZWJ and ZWNJ stay between two visible characters, where Indic scripts, Persian and emoji mean something by them.
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
        var composed = IsComposed(kept) ? kept : Compose(kept);
        return IsSpaced(composed, keepLines) ? composed : Space(composed, keepLines);
    }

    /// <summary>NFC. Runs of marks are cut before it, which would take long over them, and after it, since it may part one mark into two.</summary>
    private static string Compose(string text) => MarkRuns.Cut(MarkRuns.Cut(text).Normalize(NormalizationForm.FormC));

    private static string Filter(string text)
    {
        var plain = text.AsSpan().IndexOfAnyExcept(Plain);
        if (plain < 0)
        {
            return text;
        }

        var kept = new StringBuilder(text, 0, plain, text.Length);
        for (var i = plain; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= ' ' and < '\u007F')
            {
                var run = text.AsSpan(i).IndexOfAnyExceptInRange(' ', '~');
                run = run < 0 ? text.Length - i : run;
                kept.Append(text, i, run);
                i += run - 1;
            }
            else if (char.IsSurrogate(c))
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

    /// <summary>Whether it is NFC for certain: of characters that compose with nothing before them, the only ones that most news is written in.</summary>
    private static bool IsComposed(ReadOnlySpan<char> text)
    {
        for (var next = text.IndexOfAnyExceptInRange('\0', '\u02FF'); next >= 0; next = text.IndexOfAnyExceptInRange('\0', '\u02FF'))
        {
            // Cyrillic, Vietnamese, and punctuation from the hyphen to the guillemets.
            if (text[next] is not ((>= '\u0400' and <= '\u0481') or (>= '\u1EA0' and <= '\u1EF9') or (>= '\u2010' and <= '\u203A') or '\u20AC'))
            {
                return false;
            }

            text = text[(next + 1)..];
        }

        return true;
    }

    /// <summary>Whether white space is already what <see cref="Space"/> would make of it.</summary>
    private static bool IsSpaced(ReadOnlySpan<char> text, bool keepLines) =>
        text.Length > 0
        && text[0] is not (' ' or '\n')
        && text[^1] is not (' ' or '\n')
        && !text.ContainsAny(OddSpaces)
        && (keepLines ? !text.ContainsAny(OddRuns) : !text.Contains('\n') && !text.Contains("  ", StringComparison.Ordinal));

    private static string Space(string text, bool keepLines)
    {
        // It only gets shorter.
        var buffer = ArrayPool<char>.Shared.Rent(text.Length);
        var (length, breaks, space, odd) = (0, 0, false, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n')
            {
                (breaks, space) = (breaks + 1, true);
                continue;
            }

            if (c == ' ' || (c > '~' && IsSpace(c)) || c == '\t')
            {
                space = true;
                continue;
            }

            if (IsJoiner(c) && (i + 1 == text.Length || IsSpace(text[i + 1]) || text[i + 1] == '\n'))
            {
                continue;
            }

            if (length > 0 && keepLines && breaks > 0)
            {
                buffer.AsSpan(length, Math.Min(breaks, 2)).Fill('\n');
                length += Math.Min(breaks, 2);
            }
            else if (length > 0 && space)
            {
                buffer[length++] = ' ';
            }

            (breaks, space) = (0, false);
            odd = odd > i || !keepLines ? odd : NextOdd(text, i + 1);
            var run = Math.Max(1, text.AsSpan(i, Math.Max(0, odd - i)).TrimEnd(" \n").Length);
            text.AsSpan(i, run).CopyTo(buffer.AsSpan(length));
            length += run;
            i += run - 1;
        }

        var spaced = new string(buffer, 0, length);
        ArrayPool<char>.Shared.Return(buffer);
        return spaced;
    }

    /// <summary>Where the next white space may be that spacing changes, or its end: up to there, lines stay as they are.</summary>
    private static int NextOdd(string text, int start)
    {
        var rest = text.AsSpan(start);
        var run = rest.IndexOfAny(OddRuns);
        rest = run < 0 ? rest : rest[..run];
        var space = rest.IndexOfAny(OddSpaces);
        return start + (space < 0 ? rest.Length : space);
    }

    private static bool IsLineBreak(char c) => LineBreaks.Contains(c);

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
