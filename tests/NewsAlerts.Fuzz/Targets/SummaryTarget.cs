using System.Text;
using Microsoft.Extensions.Options;
using NewsAlerts.Ingesting;
using NewsAlerts.Ingesting.Text;
using NewsAlerts.Routing.Rules;
using NewsAlerts.Summarizing;
using NewsAlerts.Summarizing.Embedded;

namespace NewsAlerts.Fuzz.Targets;

/// <summary>What happens to an article's text once it is kept: condensed, checked, matched. The first character chooses the language.</summary>
internal static class SummaryTarget
{
    private static readonly string[] Languages = ["en", "de", "fr", "ar", "ja", "th", "ru", "und"];
    private static readonly OriginalHead Head = new("a.txt", "\"0x1\"", 0, null, DateTimeOffset.UnixEpoch);
    private static readonly ArticleComposer Composer = new(new LanguageDetector(), Options.Create(new IngestOptions()), TimeProvider.System);
    private static readonly EmbeddedSummarizer Summarizer = new(Options.Create(new SummarizeOptions()), TimeProvider.System);
    private static readonly RuleIndex Rules = new([Rule.Parse("ferry AND \"harbour board\"~3 -dock*"), Rule.Parse("title:(run* OR März)")]);

    public static FuzzTarget Target { get; } = new(
        "summary",
        "an article's text: condensed, checked, matched",
        [],
        [
            "aFerry runs again\nThe ferry between Harbour and Lindholm will run again from March, the harbour board said on Tuesday, after two winters in dock. \"We are sorry that it took so long,\" said Maria Holt, who chairs the board. \"The engine had to be replaced twice.\"\n\nThe crossing takes 25 minutes. About 300 people commute to town, and the road takes them an hour and a half. He denied that it cost $4.5 million, up 12% from 2019.",
            "bFähre\nDie Fähre fährt ab März wieder, sagte der Vorstand am Dienstag. „Es tut uns leid“, so Maria Holt, die den Vorstand führt. Sie kostete 4,5 Millionen Euro. Etwa 300 Menschen pendeln.",
            "cBac\nLe bac reprendra en mars, a dit le conseil mardi. « Nous sommes désolés », a déclaré Maria Holt. Il n’a pas coûté 4,5 millions d’euros.",
            "eフェリー\n港の委員会は火曜日、フェリーが三月に再開すると発表した。「申し訳ない」とホルト氏は述べた。費用は四百万円だった。",
        ],
        Read);

    private static void Read(byte[] content)
    {
        var input = Encoding.UTF8.GetString(content);
        if (input.Length < 2)
        {
            return;
        }

        var end = input.IndexOf('\n', StringComparison.Ordinal);
        var draft = new ArticleDraft { Title = end > 1 ? input[1..end] : null, Text = input[Math.Max(1, end)..], Language = Languages[input[0] % Languages.Length] };
        if (Composer.Compose(Head, draft) is not ComposeOutcome.Composed(var article))
        {
            return;
        }

        ArticlePromises.Hold(article);
        var made = Summarizer.SummarizeAsync(article, CancellationToken.None).AsTask();
        BrokenPromiseException.Unless(made.IsCompleted, "The embedded summariser waits for nothing.");
        var summary = UngroundedPoints.Replace(article, made.GetAwaiter().GetResult());
        BrokenPromiseException.Unless(summary.KeyPoints.Count is >= 1 and <= 5, "A summary has 1 to 5 key points.");
        BrokenPromiseException.Unless(summary.Headline is { Length: > 0 } && !summary.Headline.Any(char.IsControl), "A headline is one line.");
        BrokenPromiseException.Unless(ArticlePromises.IsWhole(summary.Headline), "No character of a headline is cut in half.");
        foreach (var evidence in summary.KeyPoints.SelectMany(point => point.AllEvidence))
        {
            BrokenPromiseException.Unless(article.Text.AsSpan(evidence.Start, evidence.Length).SequenceEqual(evidence.Quote), "Evidence stands in the article word for word.");
        }

        BrokenPromiseException.Unless(Rules.Match(article).Rules.Order().SequenceEqual(Rules.MatchEvery(article).Order()), "The index of rules finds what checking each of them finds.");
    }
}
