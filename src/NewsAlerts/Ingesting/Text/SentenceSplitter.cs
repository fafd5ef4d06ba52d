using NewsAlerts.Articles;

namespace NewsAlerts.Ingesting.Text;

/// <summary>
/// Sentences of news text: UAX #29's rules where they hold, and what news writing adds to them: abbreviations and initials, datelines,
/// attributed quotations, scraped text with its spaces or quotation marks lost, lists and headings.
/// Deterministic, and linear in the text's length whatever it contains.
/// </summary>
public static class SentenceSplitter
{
    /// <summary>
    /// No sentence is longer than this, in UTF-16 code units: what has no stop for so long is cut at the last clause or word before.
    /// </summary>
    public const int LongestSentence = 2_000;

    /// <summary>The same for Thai and Lao, which end sentences with spaces, as they do phrases.</summary>
    public const int LongestUnspacedSentence = 400;

    /// <summary>
    /// The sentences of a paragraph or of a whole text. Spans are trimmed of white space, ordered, disjoint and never empty, and together
    /// hold every character that is not white space. A sentence never crosses a paragraph, a list item or a heading's line.
    /// </summary>
    /// <param name="text">Any text; offsets are into it, in UTF-16 code units.</param>
    /// <param name="language">
    /// BCP 47 tag of the text's language, of which the primary part chooses abbreviations; null or unknown falls back to English with the
    /// titles and months that other languages do not share with English words.
    /// </param>
    public static IReadOnlyList<TextSpan> Split(string text, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = LanguageWords.For(language);
        // Text without a single capital (chats, transcripts) can't start its sentences with one.
        var cased = text.AsSpan().IndexOfAnyInRange('A', 'Z') >= 0 || text.Any(Marks.IsUpper);
        var sentences = new List<TextSpan>();
        foreach (var block in SentenceBlocks.Of(text))
        {
            new SentenceScanner(text, block, words, cased).AddTo(sentences);
        }

        return sentences;
    }
}
