using System.Diagnostics;
using System.Globalization;
using NewsAlerts.Articles;
using NewsAlerts.Routing.Rules;

namespace NewsAlerts.Benchmarks;

/// <summary>
/// What an article costs among ever more rules, on one core: the time to find all that it matches, and beside it the same answers by checking
/// every rule. Rules and articles are generated, or made from the texts of a file. Of several rounds each article's fastest counts: other work
/// on the machine stretches the rest, and does not do more of it among more rules.
/// </summary>
internal static class RuleMatching
{
    private static readonly int[] Sizes = [25_000, 50_000, 100_000, 200_000];

    /// <summary>Every rule against an article takes seconds: a few articles show whether the answers are the same.</summary>
    private const int Checked = 20;

    private const int Rounds = 9;

    /// <param name="file">JSON lines with a property <c>text</c>; null for generated articles.</param>
    public static void Run(string? file)
    {
        var corpus = file is null ? RuleCorpus.Generated() : RuleCorpus.Of(file);
        Line($"{corpus.Articles.Count} articles of {corpus.Articles.Average(article => article.Text.Length):f0} characters on average, {(file is null ? "generated" : Path.GetFileName(file))}");
        var clock = Stopwatch.StartNew();
        var rules = corpus.Rules(Sizes[^1]);
        Line($"parsing: {clock.Elapsed.TotalMilliseconds * 1_000 / rules.Count:f0} µs a rule");

        // What reading an article costs by itself: nothing but its own length counts.
        var empty = Measure(new RuleIndex([Rule.Parse("thisisnoword")]), corpus.Articles);
        Line($"reading an article, among one rule: {empty.Median:f2} ms median");
        Line($"{"rules",8} {"built ms",9} {"memory MB",10} {"mean ms",8} {"median ms",10} {"ratio",6} {"95% ms",8} {"checked",8} {"matches",8} {"every rule",16}");
        double? last = null;
        foreach (var size in Sizes)
        {
            var some = rules.Take(size).ToList();
            var before = GC.GetTotalMemory(forceFullCollection: true);
            clock.Restart();
            var index = new RuleIndex(some);
            index.Prepare("en");
            var built = clock.Elapsed;
            var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
            var times = Measure(index, corpus.Articles);
            var matches = corpus.Articles.Select(index.Match).ToList();
            var same = SameByHand(index, corpus.Articles);
            Line($"{size,8} {built.TotalMilliseconds,9:f0} {memory / 1_048_576.0,10:f1} {times.Mean,8:f3} {times.Median,10:f3} {(last is { } one ? times.Median / one : double.NaN),6:f2} {times.Tail,8:f2} {matches.Average(match => match.Candidates),8:f0} {matches.Average(match => match.Rules.Count),8:f1} {$"{same} of {Checked} same",16}");
            last = times.Median;
        }
    }

    private static (double Mean, double Median, double Tail) Measure(RuleIndex index, IReadOnlyList<Article> articles)
    {
        foreach (var article in articles)
        {
            index.Match(article);
        }

        var times = new double[articles.Count];
        Array.Fill(times, double.PositiveInfinity);
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < times.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                index.Match(articles[i]);
                times[i] = Math.Min(times[i], Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        Array.Sort(times);
        return (times.Average(), times[times.Length / 2], times[times.Length * 95 / 100]);
    }

    /// <summary>How many of the first articles match the very rules that match when each is asked by itself.</summary>
    private static int SameByHand(RuleIndex index, IReadOnlyList<Article> articles) =>
        articles.Take(Checked).Count(article => index.MatchEvery(article).SequenceEqual(index.Match(article).Rules));

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture).Replace("NaN", "", StringComparison.Ordinal));
}
