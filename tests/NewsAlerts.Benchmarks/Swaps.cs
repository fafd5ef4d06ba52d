using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using NewsAlerts.Articles;
using NewsAlerts.Ingesting;
using NewsAlerts.Ingesting.Text;
using NewsAlerts.Summarizing;
using NewsAlerts.Summarizing.Embedded;
using NewsAlerts.Summarizing.Verifying;

namespace NewsAlerts.Benchmarks;

/// <summary>How many false key points the verification catches, how many true ones it lets pass, and how long it takes beside making them.</summary>
internal static class Swaps
{
    private const int Seed = 20260302;

    /// <param name="file">JSON lines: <c>text</c>, and <c>language</c> if it is not English.</param>
    /// <param name="shown">How many of the missed swaps and of the false alarms to print.</param>
    public static async Task RunAsync(string file, int shown)
    {
        var summarizer = new EmbeddedSummarizer(Options.Create(new SummarizeOptions()), TimeProvider.System);
        var generator = new SwapGenerator(new Random(Seed));
        var tally = new SortedDictionary<string, (int All, int Caught)>(StringComparer.Ordinal);
        var (making, verifying) = (TimeSpan.Zero, TimeSpan.Zero);
        var odd = new List<string>();
        foreach (var article in Read(file))
        {
            var start = Stopwatch.GetTimestamp();
            var points = (await summarizer.SummarizeAsync(article, CancellationToken.None)).KeyPoints.Select(point => point.Text).ToArray();
            making += Stopwatch.GetElapsedTime(start);
            start = Stopwatch.GetTimestamp();
            var verdicts = ClaimVerifier.Verify(article, points);
            verifying += Stopwatch.GetElapsedTime(start);

            foreach (var (point, verdict) in points.Zip(verdicts))
            {
                Count("untouched", !verdict.Supported, isOdd: !verdict.Supported, point, verdict);
            }

            var swaps = points.SelectMany(point => generator.Of(point, article.Text, article.Citation.Language)).ToArray();
            foreach (var (swap, verdict) in swaps.Zip(ClaimVerifier.Verify(article, [.. swaps.Select(swap => swap.Swapped)])))
            {
                Count(swap.Kind, !verdict.Supported, isOdd: verdict.Supported, swap.Swapped, verdict);
            }
        }

        Print(tally, making, verifying);
        odd.OrderBy(line => line, StringComparer.Ordinal).Take(shown).ToList().ForEach(Console.WriteLine);

        void Count(string kind, bool caught, bool isOdd, string claim, ClaimVerdict verdict)
        {
            var (all, before) = tally.GetValueOrDefault(kind);
            tally[kind] = (all + 1, before + (caught ? 1 : 0));
            if (isOdd)
            {
                odd.Add($"{kind}: {claim}{Environment.NewLine}    {verdict.Score:0.00} {string.Join(", ", verdict.Reasons)}{Environment.NewLine}    {verdict.Evidence?.Quote}");
            }
        }
    }

    private static void Print(SortedDictionary<string, (int All, int Caught)> tally, TimeSpan making, TimeSpan verifying)
    {
        var (all, caught) = (0, 0);
        foreach (var (kind, (count, found)) in tally)
        {
            Line(kind == "untouched" ? "untouched, false alarms" : kind, found, count);
            (all, caught) = kind == "untouched" ? (all, caught) : (all + count, caught + found);
        }

        Line("all swaps", caught, all);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"making {making.TotalSeconds:0.000} s, verifying {verifying.TotalSeconds:0.000} s"));

        static void Line(string what, int found, int count) =>
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-24} {found,5} of {count,5}  {100.0 * found / Math.Max(1, count),5:0.0}%"));
    }

    private static IEnumerable<Article> Read(string file)
    {
        var composer = new ArticleComposer(new LanguageDetector(), Options.Create(new IngestOptions()), TimeProvider.System);
        foreach (var line in File.ReadLines(file))
        {
            using var json = JsonDocument.Parse(line);
            var draft = new ArticleDraft
            {
                Text = json.RootElement.GetProperty("text").GetString() ?? string.Empty,
                Language = json.RootElement.TryGetProperty("language", out var language) ? language.GetString() : "en",
            };
            if (composer.Compose(new OriginalHead("line.jsonl", "\"0x1\"", 0, null, TimeProvider.System.GetUtcNow()), draft) is ComposeOutcome.Composed composed)
            {
                yield return composed.Article;
            }
        }
    }
}
