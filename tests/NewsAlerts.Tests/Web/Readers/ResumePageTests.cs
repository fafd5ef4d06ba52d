using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Moq;
using NewsAlerts.Articles;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;
using NewsAlerts.Tests.Given;
using NewsAlerts.Web.Readers;

namespace NewsAlerts.Tests.Web.Readers;

/// <summary>A reader ends a pause: from the page of the pause, with a token for nothing else, as often as they like.</summary>
public sealed partial class ResumePageTests : IDisposable
{
    private static readonly Pause ForAWeek = new(GivenDigest.Due, GivenDigest.Due.AddDays(7));
    private static readonly DigestId Waiting = DigestId.OfAlert(GivenDigest.SubscriptionId, ArticleId.Of(null, "news"));

    private readonly GivenReaderPages _given = new();
    private Subscription? _stored;
    private DateTimeOffset? _due = GivenDigest.Due.AddDays(7);
    private List<Delivery> _deliveries = [];
    private AlertAllowance _allowance = new();

    public void Dispose() => _given.Dispose();

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task Looking_at_the_page_resumes_nothing(string method)
    {
        Subscribed(ForAWeek);

        var (status, page) = await AskAsync(method, Token(ReaderAction.Resume));

        Assert.Equal(200, status);
        if (method == "GET")
        {
            Approved.Matches(page, "resume.html");
        }

        Assert.Equal(ForAWeek, _stored!.Pause);
    }

    [Fact]
    public async Task Pressing_the_button_ends_the_pause_and_moves_the_next_issue_back()
    {
        Subscribed(ForAWeek);

        var (status, page) = await AskAsync("POST", Token(ReaderAction.Resume));

        Assert.Equal(200, status);
        Approved.Matches(page, "resumed.html");
        Assert.Null(_stored!.Pause);
        Assert.Equal(GivenDigest.Due.AddDays(1), _due);
    }

    [Fact]
    public async Task The_page_of_a_pause_leads_there()
    {
        Subscribed(null);
        var page = (await AskAsync<PausePage>("POST", Token(ReaderAction.Pause), (pause, request, token) => pause.AnswerAsync(request, token, default))).Page;

        var (status, resumed) = await AskAsync("POST", Form().Match(page).Groups[1].Value);

        Assert.Equal(200, status);
        Assert.Contains("These mails go on", resumed, StringComparison.Ordinal);
        Assert.Null(_stored!.Pause);
    }

    [Fact]
    public async Task What_waited_for_the_end_is_started_now()
    {
        Subscribed(ForAWeek);
        _deliveries = [Delivery(Waiting, DeliveryState.Pending), Delivery(DigestId.Of(GivenDigest.SubscriptionId, GivenDigest.Due), DeliveryState.Sent)];
        _allowance = new AlertAllowance { RoundUp = GivenDigest.Due.AddDays(7) };

        var (_, page) = await AskAsync("POST", Token(ReaderAction.Resume));

        Assert.Contains("What waited for the end of the pause is on its way.", page, StringComparison.Ordinal);
        Started(Waiting, Times.Once());
        Started(_allowance.RoundUpOf(GivenDigest.SubscriptionId)!.Value, Times.Once());
        _given.Queues.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task Pressing_it_again_starts_only_what_a_crash_left_waiting()
    {
        Subscribed(null);
        var tried = DigestId.OfAlert(GivenDigest.SubscriptionId, ArticleId.Of(null, "a server that fails"));
        _deliveries = [Delivery(Waiting, DeliveryState.Pending) with { HeldSince = GivenDigest.Due }, Delivery(tried, DeliveryState.Pending)];

        var (status, page) = await AskAsync("POST", Token(ReaderAction.Resume));

        Assert.Equal(200, status);
        Assert.Contains("These mails go on", page, StringComparison.Ordinal);
        Started(Waiting, Times.Once());
        Started(tried, Times.Never());
    }

    [Theory]
    [InlineData(30, PausedBy.Operator)]
    [InlineData(null, PausedBy.Operator)]
    [InlineData(null, PausedBy.Reader)]
    public async Task An_operators_pause_is_not_its_readers_to_end(int? days, PausedBy by)
    {
        // One without an end, and without a word of whose it is, an operator made with an earlier version.
        var pause = new Pause(GivenDigest.Due.AddDays(-30), days is { } until ? GivenDigest.Due.AddDays(until) : null, by);
        Subscribed(pause);
        var due = _due;
        _deliveries = [Delivery(Waiting, DeliveryState.Pending) with { HeldSince = GivenDigest.Due }];

        var (_, asked) = await AskAsync("GET", Token(ReaderAction.Resume));
        var (status, page) = await AskAsync("POST", Token(ReaderAction.Resume));

        Assert.Equal((200, asked), (status, page));
        Assert.Contains("Whoever sends you these mails has paused them", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<button", page, StringComparison.Ordinal);
        Assert.Equal((pause, due), (_stored!.Pause, _due));
        _given.Queues.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task A_pause_that_is_over_needs_no_button()
    {
        Subscribed(new Pause(GivenDigest.Due.AddDays(-7), GivenDigest.Due.AddDays(-1)));
        _due = GivenDigest.Due.AddDays(1);

        var (_, page) = await AskAsync("GET", Token(ReaderAction.Resume));

        Approved.Matches(page, "not-paused.html");
    }

    [Theory]
    [InlineData(Standing.Unconfirmed, false)]
    [InlineData(Standing.Disabled, false)]
    [InlineData(Standing.Active, true)]
    public async Task What_is_not_sent_anything_is_not_resumed(Standing standing, bool removed)
    {
        Subscribed(ForAWeek);
        _stored = _stored! with { Standing = standing, Removed = removed ? GivenDigest.Due : null };

        var (status, page) = await AskAsync("POST", Token(ReaderAction.Resume));

        Assert.Equal(200, status);
        Assert.Contains("There is nothing to resume", page, StringComparison.Ordinal);
        Assert.Equal(ForAWeek, _stored!.Pause);
    }

    [Fact]
    public async Task A_link_for_something_else_resumes_nothing()
    {
        Subscribed(ForAWeek);

        foreach (var token in new[] { null, "nonsense", Token(ReaderAction.Pause), Token(ReaderAction.Unsubscribe) })
        {
            Assert.Equal(400, (await AskAsync("POST", token)).Status);
        }

        Assert.Equal(ForAWeek, _stored!.Pause);
    }

    [GeneratedRegex("action=\"\\.\\./resume/([A-Za-z0-9_-]+)\"")]
    private static partial Regex Form();

    private static Delivery Delivery(DigestId id, DeliveryState state) =>
        new() { DigestId = id, State = state, Channel = "email", Items = 1, Created = GivenDigest.Due, Updated = GivenDigest.Due };

    private void Started(DigestId digest, Times times) =>
        _given.Queues.Verify(one => one.SendAsync(new DeliverRequest(digest), TimeSpan.Zero, It.IsAny<CancellationToken>()), times);

    private string Token(ReaderAction action) => _given.Get<ReaderTokens>().Issue(action, GivenDigest.SubscriptionId, GivenDigest.Due);

    private void Subscribed(Pause? pause)
    {
        _stored = GivenDigest.SubscribedTo(new Channel.Email("reader@brackwater.example")) with { Pause = pause };
        _given.Inboxes.Setup(one => one.ReadAllowanceAsync(_stored.Id, It.IsAny<CancellationToken>())).ReturnsAsync(() => _allowance);
        _given.Deliveries.Setup(one => one.ListAsync(_stored.Id, It.IsAny<CancellationToken>())).Returns(() => _deliveries.ToAsyncEnumerable());
        _given.Subscriptions.Setup(one => one.FindAsync(_stored.Id, It.IsAny<CancellationToken>())).ReturnsAsync(() => _stored);
        _given.Subscriptions.Setup(one => one.FindDueAsync(_stored.Id, It.IsAny<CancellationToken>())).ReturnsAsync(() => _due);
        _given.Subscriptions
            .Setup(one => one.ChangeAsync(
                _stored.Id, It.IsAny<Func<Subscription, Subscription>>(), It.IsAny<Func<Subscription, DateTimeOffset?, DateTimeOffset?>>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((SubscriptionId _, Func<Subscription, Subscription> change, Func<Subscription, DateTimeOffset?, DateTimeOffset?> due, CancellationToken _) =>
            {
                _stored = change(_stored!);
                _due = due(_stored, _due);
                return _stored;
            });
    }

    private Task<(int Status, string Page)> AskAsync(string method, string? token) =>
        AskAsync<ResumePage>(method, token, (page, request, given) => page.AnswerAsync(request, given, default));

    private async Task<(int Status, string Page)> AskAsync<T>(string method, string? token, Func<T, HttpRequest, string?, Task<IResult>> answer)
        where T : notnull
    {
        var (status, page, _) = await _given.AnswerAsync(method, "", request => answer(_given.Get<T>(), request, token));
        return (status, page);
    }
}
