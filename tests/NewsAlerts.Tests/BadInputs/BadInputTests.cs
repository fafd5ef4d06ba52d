using NewsAlerts.Fuzz.Inputs;
using NewsAlerts.Fuzz.Targets;
using NewsAlerts.Ingesting;
using NewsAlerts.Summarizing;

namespace NewsAlerts.Tests.BadInputs;

/// <summary>The corpus of bad originals, through the stages that read them. What a host makes of it, with storage: EndToEnd, <c>Hosts/BadInputTests</c>.</summary>
[Collection(Measured.Collection)]
public class BadInputTests
{
    /// <summary>Processor time, the least of some readings: on a busy machine it is several times what it is on an idle one. A good article takes milliseconds.</summary>
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(2);

    /// <summary>What a feed may take besides, for each article that it brings.</summary>
    private static readonly TimeSpan MoreForAnArticle = TimeSpan.FromMilliseconds(20);
    private const int Readings = 3;

    /// <summary>Bytes allocated, most of them garbage at once: what a host holds at the same time is a fraction, which the end-to-end test measures.</summary>
    private const long MostAllocated = 700L * 1024 * 1024;

    public static TheoryData<string> Corpus => [.. BadInput.All.Select(input => input.What)];

    // The first reading loads word lists and models for everybody.
    static BadInputTests() => BadInputReading.Of(BadInput.OfText("", "first.txt", () => BadInput.Prose));

    [Theory]
    [MemberData(nameof(Corpus))]
    public void Each_ends_in_an_article_or_a_typed_rejection_within_its_bounds(string what)
    {
        var input = Find(what);

        var reading = BadInputReading.Of(input);

        Assert.Equal(input.Reason, reading.Articles.Count > 0 ? null : reading.Rejections[0].Reason);
        Assert.All(reading.Rejections, rejection => Assert.True(rejection is { Detail.Length: > 0 and < 400, Remedy.Length: > 0 }));
        foreach (var (article, summary) in reading.Articles.Zip(reading.Summaries))
        {
            ArticlePromises.Hold(article);
            Assert.Empty(Grounding.Check(article, summary));
            Assert.DoesNotContain(summary.Headline, char.IsControl);
        }

        var most = MostTime + (MoreForAnArticle * reading.Articles.Count);
        var (ingest, summarize) = (reading.Ingest, reading.Summarize);
        for (var again = 1; again < Readings && (ingest > most || summarize > MostTime); again++)
        {
            var another = BadInputReading.Of(input);
            ingest = ingest < another.Ingest ? ingest : another.Ingest;
            summarize = summarize < another.Summarize ? summarize : another.Summarize;
        }

        Assert.True(ingest <= most, $"Reading it took {ingest.TotalSeconds:0.0} s of the processor.");
        Assert.True(summarize <= MostTime, $"Condensing it took {summarize.TotalSeconds:0.0} s of the processor.");
        Assert.True(reading.Allocated <= MostAllocated, $"It took {reading.Allocated >> 20} MiB.");
    }

    [Theory]
    [InlineData("50 MB of one line", RejectionReason.TooLong)]
    [InlineData("100 MB", RejectionReason.TooLong)]
    public void An_installation_that_takes_the_largest_originals_is_bounded_too(string what, RejectionReason reason)
    {
        var limits = new IngestOptions { MaxOriginalBytes = 50 * 1024 * 1024, MaxTextLength = 1_000_000 };
        var input = Find(what);
        var cut = input with { Content = () => input.Content()[..Math.Min(limits.MaxOriginalBytes, input.Content().Length)] };

        var reading = BadInputReading.Of(cut, limits);

        Assert.Equal(reason, Assert.Single(reading.Rejections).Reason);
        Assert.True(reading.Ingest <= MostTime, $"Reading it took {reading.Ingest.TotalSeconds:0.0} s of the processor.");
    }

    [Fact]
    public void The_corpus_is_made_the_same_every_time()
    {
        Assert.Equal(BadInput.All.Count, BadInput.All.DistinctBy(input => input.What).Count());
        Assert.Equal(BadInput.All.Count, BadInput.All.DistinctBy(input => input.File).Count());
        foreach (var input in BadInput.All.Where(input => input.File.StartsWith('r')))
        {
            Assert.True(input.Content().AsSpan().SequenceEqual(input.Content()), input.What);
        }
    }

    private static BadInput Find(string what) => BadInput.All.Single(input => input.What == what);
}

/// <summary>Tests that measure the process they run in: alone.</summary>
[CollectionDefinition(Collection, DisableParallelization = true)]
public sealed class Measured
{
    public const string Collection = "Measured";
}
