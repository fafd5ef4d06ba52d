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

    private const int Rounds = 50;

    /// <param name="file">JSON lines with a property <c>text</c>; null for generated articles.</param>
    public static void Run(string? file)
    {
        var corpus = file is null ? RuleCorpus.Generated() : RuleCorpus.Of(file);
        Line($"{corpus.Articles.Count} articles of {corpus.Articles.Average(article => article.Text.Length):f0} characters on average, {(file is null ? "generated" : Path.GetFileName(file))}");
        var clock = Stopwatch.StartNew();
        var rules = corpus.Rules(Sizes[^1]);
        Line($"parsing: {clock.Elapsed.TotalMilliseconds * 1_000 / rules.Count:f0} µs a rule");

        // What reading an article costs by itself: nothing but its own length counts.
        var single = new RuleIndex([Rule.Parse("thisisnoword")]);
        var indexes = Sizes.Select(size => Build(rules, size)).ToList();
        var times = Measure([single, .. indexes.Select(built => built.Index)], corpus.Articles);
        Line($"reading an article, among one rule: {times[0].Median:f3} ms median");
        Line($"{"rules",8} {"built ms",9} {"memory MB",10} {"mean ms",8} {"median ms",10} {"95% ms",8} {"ratio",6} {"checked",8} {"matches",8} {"every rule",16}");
        foreach (var (number, (index, built, memory)) in indexes.Index())
        {
            var (mean, median, tail) = times[number + 1];
            var ratio = number == 0 ? double.NaN : median / times[number].Median;
            var matches = corpus.Articles.Select(index.Match).ToList();
            Line($"{Sizes[number],8} {built.TotalMilliseconds,9:f0} {memory / 1_048_576.0,10:f1} {mean,8:f3} {median,10:f3} {tail,8:f3} {ratio,6:f2} {matches.Average(match => match.Candidates),8:f0} {matches.Average(match => match.Rules.Count),8:f1} {$"{SameByHand(index, corpus.Articles)} of {Checked} same",16}");
        }
    }

    private static (RuleIndex Index, TimeSpan Time, long Memory) Build(IReadOnlyList<Rule> rules, int size)
    {
        var some = rules.Take(size).ToList();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();
        var index = new RuleIndex(some);
        index.Prepare("en");
        var built = clock.Elapsed;
        return (index, built, GC.GetTotalMemory(forceFullCollection: true) - before);
    }

    /// <summary>In turns, so that what else the machine does falls on all of them alike.</summary>
    private static List<(double Mean, double Median, double Tail)> Measure(IReadOnlyList<RuleIndex> indexes, IReadOnlyList<Article> articles)
    {
        var times = indexes.Select(_ => Enumerable.Repeat(double.PositiveInfinity, articles.Count).ToArray()).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (number, index) in indexes.Index())
            {
                for (var i = 0; i < articles.Count; i++)
                {
                    var start = Stopwatch.GetTimestamp();
                    index.Match(articles[i]);
                    times[number][i] = Math.Min(times[number][i], Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }
        }

        times.ForEach(Array.Sort);
        return [.. times.Select(sorted => (sorted.Average(), sorted[sorted.Length / 2], sorted[sorted.Length * 95 / 100]))];
    }

    /// <summary>How many of the first articles match the very rules that match when each is asked by itself.</summary>
    private static int SameByHand(RuleIndex index, IReadOnlyList<Article> articles) =>
        articles.Take(Checked).Count(article => index.MatchEvery(article).SequenceEqual(index.Match(article).Rules));

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture).Replace("NaN", "", StringComparison.Ordinal));
}
