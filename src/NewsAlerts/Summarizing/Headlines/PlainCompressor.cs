using System.Buffers;
using Lucene.Net.Analysis.Util;
using NewsAlerts.Articles;
using NewsAlerts.Summarizing.Embedded;

namespace NewsAlerts.Summarizing.Headlines;

/// <summary>
/// Makes a headline of a lead in a language whose grammar is not known here: up to a clause's end, else to a word's, with an ellipsis.
/// </summary>
internal static class PlainCompressor
{
    private const int MostWords = 14;
    private const int FewestWords = 8;

    private static readonly SearchValues<char> _clauseMarks = SearchValues.Create("，、；：,;:");

    public static string Compress(string lead, CharArraySet stopWords)
    {
        var text = Brackets.Remove(lead).Trim();
        var whole = text.TrimEnd(" .。።।".ToCharArray());
        if (Words.CountIn(whole) <= MostWords)
        {
            return Quotation.Balance(whole);
        }

        var (clause, cut) = (0, 0);
        var words = new Words(text);
        while (words.MoveNext() && Words.CountIn(text.AsSpan(0, words.Span.End)) is var count && count <= MostWords)
        {
            var end = words.Span.End;
            cut = stopWords.Contains(words.Current.ToString()) || IsInName(text, words.Span) ? cut : end;
            clause = count >= FewestWords && end < text.Length && IsBreak(text, end) ? end : clause;
        }

        return clause > 0 ? Quotation.Balance(text[..clause]) : Quotation.Balance(text[..(cut > 0 ? cut : UnspacedCut(text))]) + "…";
    }

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
