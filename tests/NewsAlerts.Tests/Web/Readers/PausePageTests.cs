using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Moq;
using NewsAlerts.Routing;
using NewsAlerts.Tests.Given;
using NewsAlerts.Web.Readers;

namespace NewsAlerts.Tests.Web.Readers;

public sealed partial class PausePageTests : IDisposable
{
    private readonly GivenReaderPages _given = new();
    private Subscription? _stored;
    private DateTimeOffset? _due = GivenDigest.Due.AddDays(1);

    public void Dispose() => _given.Dispose();

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task Looking_at_the_page_pauses_nothing(string method)
    {
        Subscribed();

        var (status, page, _) = await AskAsync(method, Token(ReaderAction.Pause));

        Assert.Equal(200, status);
        if (method == "GET")
        {
            Approved.Matches(page, "pause.html");
        }

        Assert.Null(_stored!.Pause);
    }

    [Fact]
    public async Task Pressing_the_button_pauses_for_a_week_and_moves_the_next_issue_behind_that()
    {
        Subscribed();

        var (status, page, _) = await AskAsync("POST", Token(ReaderAction.Pause));

        Assert.Equal(200, status);
        Approved.Matches(Readable(page), "paused.html");
        Assert.Equal(new Pause(GivenDigest.Due, GivenDigest.Due.AddDays(7)), _stored!.Pause);
        Assert.Equal(GivenDigest.Due.AddDays(7), _due);
    }

    [Fact]
    public async Task A_longer_pause_stays()
    {
        var before = new Pause(GivenDigest.Due.AddDays(-1), GivenDigest.Due.AddDays(30));
        Subscribed(one => one with { Pause = before });

        var (_, asked, _) = await AskAsync("GET", Token(ReaderAction.Pause));
        var (_, page, _) = await AskAsync("POST", Token(ReaderAction.Pause));

        Assert.Equal(before, _stored!.Pause);
        Assert.Equal(Readable(page), Readable(asked));
        Assert.Contains("These mails are paused", page, StringComparison.Ordinal);
        Assert.Contains("until Wednesday, 23 December 2026, 07:30 (Europe/Berlin)", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "paused-by-operator.html")]
    [InlineData(30, null)]
    [InlineData(null, "paused-by-operator-without-end.html")]
    public async Task An_operators_pause_stays_as_it_is_and_the_page_says_whose_it_is(int? days, string? approved)
    {
        var before = new Pause(GivenDigest.Due.AddDays(-1), days is { } until ? GivenDigest.Due.AddDays(until) : null, PausedBy.Operator);
        Subscribed(one => one with { Pause = before });

        var (_, asked, _) = await AskAsync("GET", Token(ReaderAction.Pause));
        var (status, page, _) = await AskAsync("POST", Token(ReaderAction.Pause));

        Assert.Equal(200, status);
        Assert.Equal((before, page), (_stored!.Pause, asked));
        Assert.Contains("only they can end the pause earlier", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<button", page, StringComparison.Ordinal);
        if (approved is not null)
        {
            Approved.Matches(page, approved);
        }
    }

    [Fact]
    public async Task An_operators_pause_that_is_over_keeps_no_reader_from_pausing()
    {
        Subscribed(one => one with { Pause = new Pause(GivenDigest.Due.AddDays(-9), GivenDigest.Due.AddDays(-1), PausedBy.Operator) });

        await AskAsync("POST", Token(ReaderAction.Pause));

        Assert.Equal(new Pause(GivenDigest.Due, GivenDigest.Due.AddDays(7), PausedBy.Reader), _stored!.Pause);
    }

    [Fact]
    public async Task A_shorter_pause_can_be_made_longer()
    {
        Subscribed(one => one with { Pause = new Pause(GivenDigest.Due.AddDays(-1), GivenDigest.Due.AddDays(2)) });

        var (_, asked, _) = await AskAsync("GET", Token(ReaderAction.Pause));
        Approved.Matches(Readable(asked), "paused-for-less.html");
        await AskAsync("POST", Token(ReaderAction.Pause));

        Assert.Equal(GivenDigest.Due.AddDays(7), _stored!.Pause!.Until);
    }

    [Theory]
    [InlineData(Standing.Unconfirmed, false)]
    [InlineData(Standing.Disabled, false)]
    [InlineData(Standing.Active, true)]
    public async Task What_is_not_sent_anything_is_not_paused(Standing standing, bool removed)
    {
        Subscribed(one => one with { Standing = standing, Removed = removed ? GivenDigest.Due : null });

        var (status, page, _) = await AskAsync("POST", Token(ReaderAction.Pause));

        Assert.Equal(200, status);
        Assert.Contains("There is nothing to pause", page, StringComparison.Ordinal);
        Assert.Null(_stored!.Pause);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nonsense")]
    public async Task A_bad_link_pauses_nothing(string? token)
    {
        Subscribed();

        Assert.Equal(400, (await AskAsync("POST", token)).Status);
        Assert.Equal(400, (await AskAsync("POST", Token(ReaderAction.Unsubscribe))).Status);
        Assert.Null(_stored!.Pause);
    }

    /// <summary>Tokens are different each time.</summary>
    private static string Readable(string page) => ResumeTo().Replace(page, "../resume/TOKEN");

    [GeneratedRegex("\\.\\./resume/[A-Za-z0-9_-]{100,}")]
    private static partial Regex ResumeTo();

    private string Token(ReaderAction action) => _given.Get<ReaderTokens>().Issue(action, GivenDigest.SubscriptionId, GivenDigest.Due);

    private void Subscribed(Func<Subscription, Subscription>? with = null)
    {
        _stored = GivenDigest.SubscribedTo(new Channel.Email("reader@brackwater.example"));
        _stored = with?.Invoke(_stored) ?? _stored;
        _given.Subscriptions.Setup(one => one.FindAsync(_stored.Id, It.IsAny<CancellationToken>())).ReturnsAsync(() => _stored);
        _given.Subscriptions
            .Setup(one => one.ChangeAsync(
                _stored.Id, It.IsAny<Func<Subscription, Subscription>>(), It.IsAny<Func<Subscription, DateTimeOffset?, DateTimeOffset?>>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((SubscriptionId _, Func<Subscription, Subscription> change, Func<Subscription, DateTimeOffset?, DateTimeOffset?> due, CancellationToken _) =>
            {
                if (_stored.Removed is not null)
                {
                    return null;
                }

                _stored = change(_stored);
                _due = due(_stored, _due);
                return _stored;
            });
    }

    private Task<(int Status, string Page, IHeaderDictionary Headers)> AskAsync(string method, string? token) =>
        _given.AnswerAsync(method, "", request => _given.Get<PausePage>().AnswerAsync(request, token, CancellationToken.None));
}
