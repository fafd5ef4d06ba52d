using System.Buffers;
using NewsAlerts.Articles;

namespace NewsAlerts.Ingesting.Text;

/// <summary>Cuts what is too long for a sentence, at the best place before the limit: a clause's end, a space, else between characters.</summary>
internal static class SentenceCap
{
    private static readonly SearchValues<char> Spaces = SearchValues.Create(" \t\u00A0，、,");

    public static List<TextSpan> Cut(ReadOnlySpan<char> sentence)
    {
        var pieces = new List<TextSpan>();
        var start = 0;
        while (sentence.Length - start > SentenceSplitter.LongestUnspacedSentence)
        {
            var limit = IsMostlyThai(sentence[start..]) ? SentenceSplitter.LongestUnspacedSentence : SentenceSplitter.LongestSentence;
            if (sentence.Length - start <= limit)
            {
                break;
            }

            var length = Best(sentence[start..], limit);
            pieces.Add(new TextSpan(start, length));
            start += length;
        }

        pieces.Add(new TextSpan(start, sentence.Length - start));
        return pieces;
    }

    private static int Best(ReadOnlySpan<char> text, int limit)
    {
        var window = text[..limit];
        // Only the second half is looked at: a cut never makes a crumb.
        var half = window.Length / 2;
        var clause = window[half..].LastIndexOfAny(";；\n");
        if (clause >= 0)
        {
            return half + clause + 1;
        }

        var space = window[half..].LastIndexOfAny(Spaces);
        if (space >= 0)
        {
            return half + space + 1;
        }

        return Graphemes.Fit(text, limit);
    }

    private static bool IsMostlyThai(ReadOnlySpan<char> text)
    {
        var head = text[..Math.Min(text.Length, SentenceSplitter.LongestUnspacedSentence)];
        var thai = 0;
        foreach (var c in head)
        {
            thai += Marks.IsThaiOrLao(c) ? 1 : 0;
        }

        return thai * 2 > head.Length;
    }
}
