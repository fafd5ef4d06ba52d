using System.Globalization;
using Microsoft.Extensions.Options;
using NewsAlerts.Articles;
using NewsAlerts.Summarizing;
using NewsAlerts.Summarizing.Embedded;
using NewsAlerts.Summarizing.Verifying;

namespace NewsAlerts.Benchmarks.Speed;

/// <summary>Processor time a sentence in short and in long articles, as a ratio to that of one with 10,000 characters; in alternating rounds.</summary>
internal static class Flatness
{
    private const int WarmUps = 3;
    private const int Rounds = 9;
    private const int Usual = 10_000;
    private const int Longest = 200_000;
    private static readonly EmbeddedSummarizer _summarizer = new(Options.Create(new SummarizeOptions()), TimeProvider.System);
    private static readonly int[] _lengths = [2_000, Usual, 50_000, Longest];

    public static async Task RunAsync()
    {
        var texts = new Dictionary<int, Written[]>();
        foreach (var length in _lengths)
        {
            texts[length] = await WriteAsync(length);
        }

        var stages = Stages();
        var times = stages.ToDictionary(stage => stage.Name, _ => _lengths.ToDictionary(length => length, _ => new List<double>()));
        for (var round = -WarmUps; round < Rounds; round++)
        {
            foreach (var (length, articles) in texts)
            {
                foreach (var (name, work) in stages)
                {
                    var before = Environment.CpuUsage.TotalTime;
                    foreach (var article in articles)
                    {
                        await work(article);
                    }

                    if (round >= 0)
                    {
                        times[name][length].Add((Environment.CpuUsage.TotalTime - before).TotalMicroseconds / articles.Sum(article => article.Article.Sentences.Count));
                    }
                }
            }
        }

        Print(texts, times);
    }

    private sealed record Written(string Text, Article Article, IReadOnlyList<string> KeyPoints);

    private static (string Name, Func<Written, ValueTask> Work)[] Stages()
    {
        var composer = new EnglishComposer();
        return
        [
            ("read and split", written =>
            {
                composer.Compose(written.Text);
                return ValueTask.CompletedTask;
            }),
            ("condense", async written => await CondenseAsync(written.Article)),
            ("verify 3 key points", written =>
            {
                ClaimVerifier.Verify(written.Article, written.KeyPoints);
                return ValueTask.CompletedTask;
            }),
        ];
    }

    private static ValueTask<Summary> CondenseAsync(Article article) => _summarizer.SummarizeAsync(article, CancellationToken.None);

    /// <summary>As many articles of a length as make the longest together.</summary>
    private static async Task<Written[]> WriteAsync(int length)
    {
        var writer = new ProseGenerator(seed: length);
        var composer = new EnglishComposer();
        var articles = new Written[Longest / length];
        for (var i = 0; i < articles.Length; i++)
        {
            var text = writer.Write(length);
            var article = composer.Compose(text);
            articles[i] = new Written(text, article, [.. (await CondenseAsync(article)).KeyPoints.Select(point => point.Text)]);
        }

        return articles;
    }

    private static void Print(Dictionary<int, Written[]> texts, Dictionary<string, Dictionary<int, List<double>>> times)
    {
        Console.WriteLine($"Processor time a sentence beside an article of {Usual.ToString("n0", CultureInfo.InvariantCulture)} characters; medians of {Rounds} rounds, in brackets their range");
        Console.WriteLine();
        Console.WriteLine($"| characters | sentences | {string.Join(" | ", times.Keys)} |");
        Console.WriteLine($"|--:|--:|{string.Concat(times.Keys.Select(_ => "--:|"))}");
        foreach (var (length, articles) in texts)
        {
            var ratios = times.Values.Select(stage => Spread.Of(stage[length].Zip(stage[Usual], (time, usual) => time / usual)));
            var cells = ratios.Select(ratio => ratio.ToString("f2", CultureInfo.InvariantCulture));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {length:n0} | {articles.Average(article => article.Article.Sentences.Count):n0} | {string.Join(" | ", cells)} |"));
        }
    }
}
