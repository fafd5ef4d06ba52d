using NewsAlerts.Articles;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>Finds the sentences that tell an article's story.</summary>
internal static class StoryReader
{
    // A dateline opens the story; further down, brackets and dashes are the story's own.
    private const int LatestOpening = 6;
    private const int ShortestStatement = 4;
    private const int LongestHeading = 20;
    private const int LongestScrapedHeading = 12;
    private const int MostCapitals = 12;

    /// <summary>Its story in order; where nothing of the article reads like one, all that has a letter.</summary>
    public static IReadOnlyList<StorySentence> Read(Article article)
    {
        var opening = OpeningOf(article);
        var quotations = LongQuotations.In(article.Text);
        var story = new List<StorySentence>(article.Sentences.Count);
        var boilerplate = new Boilerplate(article.Text);
        for (var number = opening; number < article.Sentences.Count; number++)
        {
            var text = article.TextOf(number);
            var reading = SentenceReading.Of(text);
            if (!IsApart(article, number, text, reading, boilerplate))
            {
                story.Add(Make(article, number, text, reading, quotations, mayOpenStory: number == opening || number < LatestOpening));
            }
        }

        return story.Count > 0 ? story : Anything(article);
    }

    /// <summary>The number of the sentence with the first agency dateline: what comes before is a caption or a note.</summary>
    private static int OpeningOf(Article article)
    {
        for (var number = 1; number < Math.Min(LatestOpening, article.Sentences.Count); number++)
        {
            if (KeyPointText.OpensWithAgency(article.Sentences[number].Span.In(article.Text)))
            {
                return number;
            }
        }

        return 0;
    }

    private static bool IsApart(Article article, int number, string text, SentenceReading reading, Boilerplate boilerplate) =>
        reading.Words < ShortestStatement
        || IsQuestion(text)
        || (article.Citation.Language is "en" && Captions.Are(text))
        || boilerplate.Is(article.Sentences[number].Span)
        || Boilerplate.IsNote(text)
        || (reading.Words <= LongestHeading && IsHeading(article, number, text))
        || (reading.Words <= LongestScrapedHeading && IsScrapedHeading(text))
        || (reading.MostCapitals > MostCapitals && IsShouted(text));

    // After another stop, a question mark is a quotation mark that lost its encoding.
    private static bool IsQuestion(string text) =>
        text.AsSpan().TrimEnd("\"'”’)»」』 ") is [.., not ('.' or ',' or '!'), '?' or '？' or '؟'];

    // A paragraph of one sentence that nothing ends, in a text whose sentences do end.
    private static bool IsHeading(Article article, int number, string text)
    {
        var paragraph = article.Sentences[number].Paragraph;
        var alone = (number == 0 || article.Sentences[number - 1].Paragraph != paragraph)
            && (number + 1 == article.Sentences.Count || article.Sentences[number + 1].Paragraph != paragraph);
        return alone && !EndsWithStop(text) && article.Sentences.Count > 2;
    }

    // "Searching blind .": what a scraper makes of a heading or a link that had no stop.
    private static bool IsScrapedHeading(string text) => text.EndsWith(" .", StringComparison.Ordinal);

    private static bool EndsWithStop(string text) =>
        text.AsSpan().TrimEnd("\"'”’)]»」』） ") is
            [.., '.' or '!' or '?' or '…' or '。' or '！' or '？' or '।' or '۔' or '؟' or '።' or '፧' or '։' or ':' or '：' or ';'];

    private static bool IsShouted(string text)
    {
        var (upper, lower) = (0, 0);
        // After a third in small letters, the rest can't outweigh them.
        for (var i = 0; i < text.Length && upper + text.Length - i > lower * 2; i++)
        {
            upper += char.IsUpper(text[i]) ? 1 : 0;
            lower += char.IsLower(text[i]) ? 1 : 0;
        }

        return upper > MostCapitals && upper > lower * 2;
    }

    private static StorySentence Make(Article article, int number, string sentence, SentenceReading read, ReadOnlySpan<TextSpan> quotations, bool mayOpenStory)
    {
        var text = KeyPointText.Of(sentence, article.Citation.Language, mayOpenStory);
        var reading = text == sentence ? read : SentenceReading.Of(text);
        var span = article.Sentences[number].Span;
        return new StorySentence(number, span, text, reading.Words, reading.Names, reading.Quoted, reading.Speaks, LongQuotations.Hold(quotations, span));
    }

    private static List<StorySentence> Anything(Article article)
    {
        var all = Enumerable.Range(0, article.Sentences.Count).ToList();
        var legible = all.FindAll(number => article.TextOf(number).Any(char.IsLetterOrDigit));
        var numbers = legible.Count > 0 ? legible : all;
        return numbers.ConvertAll(number => Make(article, number, article.TextOf(number), SentenceReading.Of(article.TextOf(number)), [], mayOpenStory: number == 0));
    }
}
