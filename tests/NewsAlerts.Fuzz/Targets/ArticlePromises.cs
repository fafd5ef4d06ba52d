using NewsAlerts.Articles;
using NewsAlerts.Ingesting.Text;

namespace NewsAlerts.Fuzz.Targets;

/// <summary>What every article keeps to, whatever it was read from.</summary>
internal static class ArticlePromises
{
    public static void Hold(Article article)
    {
        var (text, citation) = (article.Text, article.Citation);
        BrokenPromiseException.Unless(text.Length is > 0 and <= 200_000, "A text has 1 to 200,000 characters.");
        BrokenPromiseException.Unless(TextNormalizer.Normalize(text) == text, "A text is normalised, and stays so.");
        BrokenPromiseException.Unless(article.Sentences.Count > 0, "An article has a sentence.");
        HoldSpans(text, [.. article.Paragraphs]);
        HoldSpans(text, [.. article.Sentences.Select(sentence => sentence.Span)]);
        BrokenPromiseException.Unless(article.Sentences.All(sentence => IsWithin(sentence.Span, article.Paragraphs[sentence.Paragraph])), "A sentence lies in its paragraph.");
        BrokenPromiseException.Unless(article.Sentences.All(sentence => sentence.Span.Length <= SentenceSplitter.LongestSentence), "A sentence has at most 2,000 characters.");

        foreach (var line in new[] { citation.Title, citation.Source, citation.Byline }.Concat(article.Categories).OfType<string>())
        {
            BrokenPromiseException.Unless(line.Length is > 0 and <= 500 && !line.Any(char.IsControl), "A line of a citation is one line, and says something.");
            BrokenPromiseException.Unless(IsWhole(line), "No character of a citation is cut in half.");
        }

        BrokenPromiseException.Unless(citation.Url is null or { Scheme: "http" or "https", UserInfo: "" }, "An address is of the web, and holds no credentials.");
        BrokenPromiseException.Unless(citation.Published is null or { Year: >= 1900 and <= 2100 }, "A date is one of our times.");
        BrokenPromiseException.Unless(citation.Language is { Length: >= 2 and <= 8 }, "A language has a tag.");
    }

    /// <summary>Whether it holds no half of a surrogate pair.</summary>
    public static bool IsWhole(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static void HoldSpans(string text, TextSpan[] spans)
    {
        var end = 0;
        foreach (var span in spans)
        {
            BrokenPromiseException.Unless(span.Length > 0 && span.Start >= end && span.End <= text.Length, "Spans are ordered, disjoint, within the text.");
            BrokenPromiseException.Unless(text.AsSpan(end, span.Start - end).IsWhiteSpace(), "Between spans stands nothing but white space.");
            BrokenPromiseException.Unless(IsWhole(span.In(text)), "No span cuts a character in half.");
            end = span.End;
        }

        BrokenPromiseException.Unless(text.AsSpan(end).IsWhiteSpace(), "Behind the last span stands nothing but white space.");
    }

    private static bool IsWithin(TextSpan inner, TextSpan outer) => inner.Start >= outer.Start && inner.End <= outer.End;
}
