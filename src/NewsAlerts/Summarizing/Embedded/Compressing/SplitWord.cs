namespace NewsAlerts.Summarizing.Embedded.Compressing;

/// <summary>What stands between two words.</summary>
internal enum Gap
{
    Space,
    Comma,
    Semicolon,
    Dash,
    Other,
}

/// <summary>A word of a sentence, and where it stands.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset behind its last character.</param>
/// <param name="Lower">The word in small letters.</param>
/// <param name="IsCapital">Whether it opens with a capital.</param>
/// <param name="Before">What parts it from the word before.</param>
/// <param name="IsQuoted">Whether it stands in a quotation or in brackets.</param>
internal readonly record struct SplitWord(int Start, int End, string Lower, bool IsCapital, Gap Before, bool IsQuoted)
{
    /// <summary>The words of a sentence.</summary>
    public static List<SplitWord> In(string sentence)
    {
        var (found, quoted, depth, end) = (new List<SplitWord>(64), false, 0, 0);
        for (var words = new Words(sentence); words.MoveNext();)
        {
            var span = words.Span;
            var between = sentence.AsSpan(end, span.Start - end);
            foreach (var c in between)
            {
                quoted = QuotationMarks.Toggle(c, quoted);
                depth += c is '(' or '[' ? 1 : c is ')' or ']' ? -1 : 0;
            }

            var word = sentence.Substring(span.Start, span.Length);
            found.Add(new SplitWord(span.Start, span.End, word.ToLowerInvariant(), char.IsUpper(word[0]), GapOf(between), quoted || depth > 0));
            end = span.End;
        }

        return found;
    }

    private static Gap GapOf(ReadOnlySpan<char> between) =>
        between is " " ? Gap.Space
        : between.Contains(';') ? Gap.Semicolon
        : between.Trim() is "-" or "--" or "–" or "—" && between.Length > 2 ? Gap.Dash
        : between.Contains(',') || between.Contains('、') || between.Contains('，') ? Gap.Comma
        : Gap.Other;
}
