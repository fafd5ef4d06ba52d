using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Moq;
using NewsAlerts.Articles;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;
using NewsAlerts.Summarizing;
using NewsAlerts.Sweeping;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Digesting;

public sealed class DigestComposerTests
{
    private static readonly DigestId Id = DigestId.Of(GivenDigest.SubscriptionId, GivenDigest.Due);
    private static readonly Subscription Reader = GivenDigest.SubscribedTo(new Channel.Email("reader@example.org"));

    private readonly Mock<ILibrary> _library = new();
    private readonly Mock<IFailures> _failures = new();
    private readonly FakeTimeProvider _time = new(GivenDigest.Due);
    private readonly DigestComposer _composer;

    public DigestComposerTests() => _composer = new DigestComposer(
        new RecentSummaries(_library.Object, _time), _failures.Object, Options.Create(new DigestOptions { MaxItems = 100 }), _time);

    [Fact]
    public async Task What_fits_is_shown_in_the_order_in_which_it_was_matched()
    {
        var waiting = Waiting(3);

        var digest = await ComposeAsync(Reader, waiting);

        Assert.Equal(waiting.Select(item => item.ArticleId), digest!.Items.Select(item => item.ArticleId));
        Assert.Null(digest.Rest);
        Assert.Equal((Reader.Name, "Europe/Berlin", GivenDigest.Due), (digest.Title, digest.TimeZone, digest.Frozen));
    }

    [Fact]
    public async Task Of_too_many_the_latest_are_shown_the_latest_of_the_rest_named_and_all_of_it_counted()
    {
        var waiting = Waiting(200);

        var digest = await ComposeAsync(Reader with { MaxItems = 20 }, waiting);

        Assert.Equal(waiting.Skip(180).Select(item => item.ArticleId), digest!.Items.Select(item => item.ArticleId));
        Assert.Equal(180, digest.Rest!.Count);
        Assert.Equal(waiting.Skip(130).Take(50).Select(item => item.ArticleId), digest.Rest.Titles.Select(title => title.ArticleId));
        _library.Verify(library => library.FindSummaryAsync(It.IsAny<ArticleId>(), It.IsAny<CancellationToken>()), Times.Exactly(70));
    }

    [Fact]
    public async Task The_installations_limit_holds_where_the_subscription_has_none() => Assert.Equal(100, (await ComposeAsync(Reader, Waiting(120)))!.Items.Count);

    [Fact]
    public async Task An_article_without_a_summary_is_a_listed_failure_and_makes_room_for_another()
    {
        var waiting = Waiting(4);
        _library.Setup(library => library.FindSummaryAsync(waiting[3].ArticleId, It.IsAny<CancellationToken>())).ReturnsAsync((Summary?)null);

        var digest = await ComposeAsync(Reader with { MaxItems = 2 }, waiting);

        Assert.Equal([waiting[1].ArticleId, waiting[2].ArticleId], digest!.Items.Select(item => item.ArticleId));
        Assert.Equal(1, digest.Rest!.Count);
        _failures.Verify(failures => failures.AddAsync(It.Is<Failure>(failure => failure.Reason == "NoSummary"), It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task Without_any_summary_there_is_no_digest() =>
        Assert.Null(await ComposeAsync(Reader, [new PendingItem(GivenDigest.Due, ArticleId.Of(null, "gone"))]));

    [Fact]
    public async Task Articles_that_many_subscriptions_share_are_read_once()
    {
        var waiting = Waiting(30);
        for (var subscription = 0; subscription < 20; subscription++)
        {
            await ComposeAsync(Reader with { Id = SubscriptionId.New(1) }, waiting);
        }

        _library.Verify(library => library.FindSummaryAsync(It.IsAny<ArticleId>(), It.IsAny<CancellationToken>()), Times.Exactly(30));
    }

    private Task<Digest?> ComposeAsync(Subscription subscription, IReadOnlyList<PendingItem> waiting) =>
        _composer.ComposeAsync(Id, subscription, waiting, CancellationToken.None);

    /// <summary>So many articles whose summaries are in the library.</summary>
    private List<PendingItem> Waiting(int count)
    {
        var summaries = new GivenDigest().WithMany(count).Build().Items;
        foreach (var summary in summaries)
        {
            _library.Setup(library => library.FindSummaryAsync(summary.ArticleId, It.IsAny<CancellationToken>())).ReturnsAsync(summary);
        }

        return [.. summaries.Select((summary, i) => new PendingItem(GivenDigest.Due.AddMinutes(i - count), summary.ArticleId))];
    }
}
