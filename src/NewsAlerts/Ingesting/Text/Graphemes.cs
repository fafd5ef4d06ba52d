using System.Globalization;

namespace NewsAlerts.Ingesting.Text;

/// <summary>Where a text may be cut: between what people see as characters (UAX #29, grapheme clusters), not within an emoji's sequence.</summary>
internal static class Graphemes
{
    /// <summary>
    /// The longest prefix of whole characters within <paramref name="limit"/>, in UTF-16 code units. Where the first character alone is longer,
    /// no more is kept whole than a surrogate pair.
    /// </summary>
    public static int Fit(ReadOnlySpan<char> text, int limit)
    {
        if (text.Length <= limit)
        {
            return text.Length;
        }

        var end = 0;
        for (var length = Next(text, 0); end + length <= limit; length = Next(text, end))
        {
            end += length;
        }

        return end > 0 ? end : char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;
    }

    private static int Next(ReadOnlySpan<char> text, int at) => StringInfo.GetNextTextElementLength(text[at..]);
}
