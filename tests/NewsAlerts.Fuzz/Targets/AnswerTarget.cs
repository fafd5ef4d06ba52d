using System.Text;
using Microsoft.Extensions.Options;
using NewsAlerts.Adapters.OpenAI;
using NewsAlerts.Articles;
using NewsAlerts.Ingesting;
using NewsAlerts.Ingesting.Text;
using NewsAlerts.Summarizing;
using NewsAlerts.Summarizing.Embedded;

namespace NewsAlerts.Fuzz.Targets;

/// <summary>What a model answers: read, held to the article, put into a summary. None of it may leave ungrounded.</summary>
internal static class AnswerTarget
{
    private static readonly Article Article = Compose();
    private static readonly MarkedArticle Marked = new(Article);
    private static readonly Summary Embedded =
        new EmbeddedSummarizer(Options.Create(new SummarizeOptions()), TimeProvider.System).SummarizeAsync(Article, CancellationToken.None).AsTask().GetAwaiter().GetResult();

    public static FuzzTarget Target { get; } = new(
        "answer",
        "a model's answer",
        [],
        [
            """{"headline":"Ferry to Lindholm runs again","keyPoints":[{"text":"The ferry will run again from March.","evidence":[0]},{"text":"The crossing takes 25 minutes, not an hour.","evidence":[3,4]}]}""",
            """{"headline":"x","keyPoints":[{"text":"Maria Holt said \"we are sorry\".","evidence":[1,-1,99]},{"text":"It cost $5 million.","evidence":[0]}]}""",
            """{"headline":"","keyPoints":[]}""",
        ],
        Read);

    private static void Read(byte[] content)
    {
        if (ModelAnswer.TryParse(Encoding.UTF8.GetString(content), mostPoints: 5) is not { } answer)
        {
            return;
        }

        var draft = new Draft(Article, Marked, Embedded, "model");
        draft.Read(answer);
        draft.Correct(answer);
        var summary = draft.Finish();
        BrokenPromiseException.Unless(Grounding.Check(Article, summary).Count == 0, "Nothing ungrounded leaves.");
        BrokenPromiseException.Unless(summary.Headline.Length is > 0 and <= 200 && !summary.Headline.Any(char.IsControl), "A headline is one line.");
    }

    private static Article Compose()
    {
        var composer = new ArticleComposer(new LanguageDetector(), Options.Create(new IngestOptions()), TimeProvider.System);
        var draft = new ArticleDraft
        {
            Title = "Ferry to Lindholm runs again",
            Language = "en",
            Text = "The ferry between Harbour and Lindholm will run again from March, the harbour board said on Tuesday. \"We are sorry that it took so long,\" said Maria Holt, who chairs the board. "
                + "The engine, at $4.5 million, was not replaced twice.\n\nThe crossing takes 25 minutes. About 300 people on the island commute to town.",
        };
        return ((ComposeOutcome.Composed)composer.Compose(new OriginalHead("a.txt", "\"0x1\"", 0, null, DateTimeOffset.UnixEpoch), draft)).Article;
    }
}
