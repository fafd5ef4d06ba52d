using NewsAlerts.Summarizing.Verifying;

namespace NewsAlerts.Summarizing.Embedded.Compressing;

/// <summary>What stands in brackets or between dashes, in every language whose numbers and negations are known.</summary>
internal static class Insertions
{
    private const int LongestInsertion = 200;

    /// <summary>The first that can go.</summary>
    /// <param name="text">A sentence.</param>
    /// <param name="language">BCP 47 primary language subtag.</param>
    /// <param name="isLong">Whether abbreviations may go, too: other key points may use them.</param>
    public static Cut? Next(string text, string language, bool isLong) => LexiconWords.Has(language) ? Bracket(text, language, isLong) ?? Dashes(text, language) : null;

    private static Cut? Bracket(string text, string language, bool isLong)
    {
        for (var open = text.IndexOf('(', StringComparison.Ordinal); open > 0; open = text.IndexOf('(', open + 1))
        {
            var length = text.AsSpan(open + 1).IndexOfAny("()");
            if (length > 0 && length < LongestInsertion && text[open + 1 + length] == ')' && text[open - 1] == ' '
                && (isLong || text.AsSpan(open + 1, length).ContainsAnyInRange('a', 'z')) && !KeptWords.AreIn(text.AsSpan(open + 1, length), language) && !QuotationMarks.AreOpenAt(text, open))
            {
                return new Cut(open - 1, open + length + 2);
            }
        }

        return null;
    }

    // " -- the largest of the coast -- ": the second closes what the first opened. After a comma, it may close that, too.
    private static Cut? Dashes(string text, string language)
    {
        if (DashFrom(text, 1) is not { } first || DashFrom(text, first.End) is not { } second || DashFrom(text, second.End) is not null)
        {
            return null;
        }

        var inside = text.AsSpan(first.End, second.Start - first.End);
        return inside.Length < LongestInsertion && !KeptWords.AreIn(inside, language) && !QuotationMarks.AreOpenAt(text, first.Start) && !text.AsSpan(0, first.Start).Contains(',')
            ? new Cut(first.Start, second.End - 1)
            : null;
    }

    /// <summary>A dash with a space on either side, both within the cut.</summary>
    private static Cut? DashFrom(string text, int start)
    {
        for (var dash = Next(start); dash >= 0; dash = Next(dash))
        {
            var end = text[dash] == '-' && dash + 1 < text.Length && text[dash + 1] == '-' ? dash + 2 : dash + 1;
            if (text[dash - 1] == ' ' && end < text.Length && text[end] == ' ')
            {
                return new Cut(dash - 1, end + 1);
            }
        }

        return null;

        int Next(int before) => text.AsSpan(Math.Min(before + 1, text.Length)).IndexOfAny('-', '–', '—') is >= 0 and var at ? before + 1 + at : -1;
    }
}
