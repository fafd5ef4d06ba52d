using System.Buffers;
using NewsAlerts.Articles;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>
/// Quotations of several sentences. Those in the middle have no mark of their own: taken out of their place, somebody's words would be the
/// article's. What is in doubt is no quotation: marks tell by their neighbours whether they open or close, and one that nothing closes in its
/// paragraph says nothing, unless the next paragraph goes on with it.
/// </summary>
internal static class LongQuotations
{
    private static readonly SearchValues<char> _marks = SearchValues.Create("\"“”„«»");
    private static readonly SearchValues<char> _marksOrLost = SearchValues.Create("\"“”„«»?");

    /// <summary>The stretches between two marks, in order.</summary>
    public static TextSpan[] In(string text)
    {
        // ",? said": the encoding of the marks is lost.
        var marks = text.Contains(",? ", StringComparison.Ordinal) ? _marksOrLost : _marks;
        List<TextSpan>? found = null;
        var open = -1;
        for (var at = Next(0); at >= 0; at = Next(at + 1))
        {
            var opens = Opens(text, at, open >= 0);
            if (opens is not { } opening)
            {
                continue;
            }

            // A paragraph that opens with a mark goes on with what the one before it left open.
            var line = open < 0 ? -1 : text.AsSpan(open, at - open).IndexOf('\n');
            var isWhole = line < 0 ? !opening : opening && text.AsSpan(open + line, at - open - line).IsWhiteSpace();
            if (open >= 0 && isWhole)
            {
                (found ??= []).Add(new TextSpan(open, (line < 0 ? at : open + line) - open));
            }

            open = opening ? at : -1;
        }

        return found?.ToArray() ?? [];

        int Next(int start) => text.AsSpan(start).IndexOfAny(marks) is >= 0 and var next ? start + next : -1;
    }

    /// <summary>Whether a stretch lies within a quotation that opens before it.</summary>
    public static bool Hold(ReadOnlySpan<TextSpan> quotations, TextSpan stretch)
    {
        foreach (var (start, length) in quotations)
        {
            if (start >= stretch.Start)
            {
                return false;
            }

            if (stretch.End <= start + length)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Null where it is no quotation mark, such as that of inches.</summary>
    private static bool? Opens(string text, int at, bool isOpen)
    {
        if (text[at] is '?')
        {
            return QuotationMarks.LostAt(text, at, isOpen) switch { 1 => true, -1 => false, _ => null };
        }

        var (before, after) = (at > 0 ? text[at - 1] : ' ', at + 1 < text.Length ? text[at + 1] : ' ');
        var opens = char.IsWhiteSpace(before) || before is '(' or '[' or '—' or '–' or '-';
        var closes = char.IsWhiteSpace(after) || (char.IsPunctuation(after) && after is not ('(' or '[' or '\'' or '‘'));
        return opens != closes ? opens
            // Glued to both its neighbours, or to none.
            : text[at] switch { '“' or '„' or '«' => true, '”' or '»' => false, _ => opens ? null : !isOpen };
    }
}
