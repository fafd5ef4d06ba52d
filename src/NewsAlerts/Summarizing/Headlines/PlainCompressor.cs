using System.Buffers;
using NewsAlerts.Articles;
using NewsAlerts.Summarizing.Embedded;
using NewsAlerts.Terms;

namespace NewsAlerts.Summarizing.Headlines;

/// <summary>
/// Makes a headline of a lead in a language whose grammar is not known here: up to a clause's end, else to a word's, with an ellipsis.
/// </summary>
internal static class PlainCompressor
{
    private const int MostWords = 14;
    private const int FewestWords = 8;

    private static readonly SearchValues<char> _clauseMarks = SearchValues.Create("，、；：,;:");

    /// <param name="lead">The lead.</param>
    /// <param name="language">BCP 47 primary language subtag.</param>
    public static string Compress(string lead, string language)
    {
        var stopWords = TermAnalyzers.StopWordsOf(language);
        var text = Brackets.Remove(lead).Trim();
        var whole = text.TrimEnd(" .。።।".ToCharArray());
        if (Words.CountIn(whole) <= MostWords)
        {
            return Quotation.Balance(whole);
        }

        var (clause, cut, behindNumber) = (0, 0, false);
        var words = new Words(text);
        while (words.MoveNext() && Words.CountIn(text.AsSpan(0, words.Span.End)) is var count && count <= MostWords)
        {
            var end = words.Span.End;
            var counts = Counts(text, words.Span);
            if (!stopWords.Contains(words.Current.ToString()) && !IsInName(text, words.Span) && !((counts || behindNumber) && IsJoined(text, end)))
            {
                cut = end < text.Length && text[end] == '%' ? end + 1 : end;
            }

            clause = count >= FewestWords && end < text.Length && IsBreak(text, end) && !PlainClauses.AreUnfinished(text, end, language) ? end : clause;
            behindNumber = counts;
        }

        var at = clause > 0 ? clause : cut > 0 ? cut : UnspacedCut(text);
        return PlainClauses.TakeBack(text.AsSpan(at), language) ? Quotation.Balance(whole) : Quotation.Balance(text[..at]) + (clause > 0 ? string.Empty : "…");
    }

    // "12 |millones |de euros": a number waits for what it counts; a date or a year does not.
    private static bool Counts(string text, TextSpan word)
    {
        var number = text.AsSpan(word.Start, word.Length);
        return char.IsDigit(number[0]) && IsJoined(text, word.End) && number is not ['1' or '2', _, _, _] && !(word.Start > 0 && text[word.Start - 1] is '/' or ':');
    }

    private static bool IsJoined(string text, int end) => text.AsSpan(end) is [' ', var next, ..] && char.IsLetter(next);

    private static bool IsBreak(string text, int end) =>
        text[end] is ',' or ';' or ':' or '،' or '؛' or '፣' or '፤' or '፡' or '，' or '、' or '；' or '：'
        || text.AsSpan(end) is [' ', '–' or '-' or '—', ' ', ..];

    private static bool IsInName(string text, TextSpan word)
    {
        var next = new Words(text.AsSpan(word.End));
        var first = text[word.Start];
        return (char.IsUpper(first) || char.IsDigit(first))
            && next.MoveNext()
            && next.Span.Start <= 1
            && (char.IsUpper(next.Current[0]) || char.IsDigit(next.Current[0]));
    }

    // Without spaces there is no word's end to see: at a clause mark, else at the limit, never within a number or a Latin name.
    private static int UnspacedCut(string text)
    {
        var limit = Math.Min(text.Length, MostWords * 2);
        var mark = text.AsSpan(0, limit).LastIndexOfAny(_clauseMarks);
        if (mark >= FewestWords)
        {
            return mark;
        }

        while (limit > 1 && limit < text.Length && (char.IsLowSurrogate(text[limit]) || char.IsAsciiLetterOrDigit(text[limit])))
        {
            limit--;
        }

        return limit;
    }
}
