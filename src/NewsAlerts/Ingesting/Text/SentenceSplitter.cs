using System.Runtime.InteropServices;
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
        var sentences = new List<TextSpan>();
        Add(text, new TextSpan(0, text.Length), language, sentences);
        return sentences;
    }

    /// <summary>Adds the sentences of a stretch of a text, as <see cref="Split"/> has them.</summary>
    internal static void Add(string text, TextSpan stretch, string? language, List<TextSpan> sentences)
    {
        var words = LanguageWords.For(language);
        var part = stretch.In(text);
        // Text without a single capital (chats, transcripts) can't start its sentences with one.
        var cased = part.ContainsAnyInRange('A', 'Z') || HasUpper(part);
        if (!part.ContainsAny(TextNormalizer.LineBreaks))
        {
            // Most paragraphs are one line, and so one block: nothing needs to be copied to find that.
            var line = Lines.Trim(text, stretch.Start, stretch.End);
            if (line.Length > 0)
            {
                new SentenceScanner(text, line, words, cased).AddTo(sentences);
            }

            return;
        }

        var first = sentences.Count;
        var own = part.ToString();
        foreach (var block in SentenceBlocks.Of(own))
        {
            new SentenceScanner(own, block, words, cased).AddTo(sentences);
        }

        foreach (ref var sentence in CollectionsMarshal.AsSpan(sentences)[first..])
        {
            sentence = sentence with { Start = stretch.Start + sentence.Start };
        }
    }

    private static bool HasUpper(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (Marks.IsUpper(c))
            {
                return true;
            }
        }

        return false;
    }
}
