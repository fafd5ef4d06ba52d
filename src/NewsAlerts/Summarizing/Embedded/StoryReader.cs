using NewsAlerts.Articles;
using NewsAlerts.Summarizing.Embedded.Compressing;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>Finds the sentences that tell an article's story.</summary>
internal static class StoryReader
{
    // A dateline opens the story; further down, brackets and dashes are the story's own.
    private const int LatestOpening = 6;
    private const int ShortestStatement = 4;
    private const int LongestHeading = 20;
    private const int LongestScrapedHeading = 12;
    private const int LongestLabel = 8;
    private const int MostCapitals = 12;

    /// <summary>Its story in order; where nothing of the article reads like one, all that has a letter.</summary>
    public static IReadOnlyList<StorySentence> Read(Article article)
    {
        var opening = OpeningOf(article);
        var quotations = LongQuotations.In(article.Text);
        var turns = Turns.In(article);
        var shouted = -1;
        var story = new List<StorySentence>(article.Sentences.Count);
        var boilerplate = new Boilerplate(article.Text);
        for (var number = opening; number < article.Sentences.Count; number++)
        {
            var text = article.TextOf(number);
            var reading = SentenceReading.Of(text);
            if (IsApart(article, number, text, reading, boilerplate) || turns?.Needs(number, text) is true)
            {
                continue;
            }

            if (reading.MostCapitals > MostCapitals && Shouting.Is(text))
            {
                if (story.Count > 0 || !Shouting.Tells(text, reading.Words, article.Citation.Language))
                {
                    continue;
                }

                // In capitals, every word has the one of a name.
                (shouted, reading) = (number, reading with { Names = 0 });
            }

            story.Add(Make(article, number, text, reading, quotations, mayOpenStory: (number == opening || number < LatestOpening) && turns?.Opens(number) is not true));
        }

        // A text that is all in capitals has no lead of its own.
        return story.Exists(sentence => sentence.Number != shouted) ? story : Anything(article, turns);
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
        || SiteNotices.Are(text)
        || IsTableRow(text)
        || (reading.Words <= LongestHeading && IsHeading(article, number, text))
        || (reading.Words <= LongestScrapedHeading && IsScrapedHeading(text))
        || (reading.Words <= LongestLabel && article.Citation.Language is "en" && IsLabel(article, text));

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

    // "Ticket | Now | From March": what a table's row is read as.
    private static bool IsTableRow(ReadOnlySpan<char> text) => text.Count(" | ") > 1;

    // "Attendance: 28,114", "Cook 1 hr 20 min": a line that says nothing of anybody.
    private static bool IsLabel(Article article, string text) =>
        !EndsWithStop(text) && article.Sentences.Count > 2 && SplitWord.In(text) is var words && EnglishVerbs.CountIn(words, 0, words.Count) == 0;

    // "Searching blind .": what a scraper makes of a heading or a link that had no stop.
    private static bool IsScrapedHeading(string text) => text.EndsWith(" .", StringComparison.Ordinal);

    private static bool EndsWithStop(string text) =>
        text.AsSpan().TrimEnd("\"'”’)]»」』） ") is
            [.., '.' or '!' or '?' or '…' or '。' or '！' or '？' or '।' or '۔' or '؟' or '።' or '፧' or '։' or ':' or '：' or ';'];

    private static StorySentence Make(Article article, int number, string sentence, SentenceReading read, ReadOnlySpan<TextSpan> quotations, bool mayOpenStory)
    {
        var text = KeyPointText.Of(sentence, article.Citation.Language, mayOpenStory);
        var reading = text == sentence ? read : SentenceReading.Of(text);
        var span = article.Sentences[number].Span;
        return new StorySentence(number, span, text, reading.Words, reading.Names, reading.Quoted, reading.Speaks, LongQuotations.Hold(quotations, span));
    }

    private static List<StorySentence> Anything(Article article, Turns? turns)
    {
        var all = Enumerable.Range(0, article.Sentences.Count).ToList();
        var legible = all.FindAll(number => article.TextOf(number).Any(char.IsLetterOrDigit));
        var told = legible.FindAll(number => turns?.Asks(number) is not true);
        var numbers = told.Count > 0 ? told : legible.Count > 0 ? legible : all;
        return numbers.ConvertAll(number => Make(article, number, article.TextOf(number), SentenceReading.Of(article.TextOf(number)), [], mayOpenStory: number == 0));
    }
}
