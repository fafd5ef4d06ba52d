using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Moq;
using NewsAlerts.Delivering;
using NewsAlerts.Routing;
using NewsAlerts.Subscribing;
using NewsAlerts.Sweeping;
using NewsAlerts.Tests.Given;
using NewsAlerts.Web.Mail;
using NewsAlerts.Web.Readers;

namespace NewsAlerts.Tests.Web.Readers;

public sealed class ReaderPagesTests : IDisposable
{
    private readonly GivenReaderPages _given = new();

    public void Dispose() => _given.Dispose();

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task Looking_at_the_unsubscribe_page_changes_nothing(string method)
    {
        Subscribed(Standing.Active);

        var (status, page, _) = await UnsubscribeAsync(method, Token(ReaderAction.Unsubscribe));

        Assert.Equal(200, status);
        if (method == "GET")
        {
            Approved.Matches(page, "unsubscribe.html");
        }
        else
        {
            Assert.Empty(page);
        }

        _given.Subscriptions.Verify(one => one.RemoveAsync(It.IsAny<SubscriptionId>(), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public async Task Pressing_the_button_ends_the_subscription_as_an_operator_would()
    {
        Subscribed(Standing.Active);

        var (status, page, _) = await UnsubscribeAsync("POST", Token(ReaderAction.Unsubscribe));

        Assert.Equal(200, status);
        Approved.Matches(page, "unsubscribed.html");
        _given.OpenWork.Verify(open => open.OpenAsync(new PurgeRequest(GivenDigest.SubscriptionId), _given.Time.GetUtcNow() + new SweepOptions().PurgeAfter, It.IsAny<CancellationToken>()), Times.Once);
        _given.Subscriptions.Verify(one => one.RemoveAsync(GivenDigest.SubscriptionId, _given.Time.GetUtcNow(), It.IsAny<CancellationToken>()), Times.Once);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task One_that_is_not_there_looks_like_one_that_was_just_ended(string method)
    {
        var unknown = await UnsubscribeAsync(method, Token(ReaderAction.Unsubscribe));
        Subscribed(Standing.Active, removed: true);
        var removed = await UnsubscribeAsync(method, Token(ReaderAction.Unsubscribe));
        Subscribed(Standing.Active);
        var ended = await UnsubscribeAsync("POST", Token(ReaderAction.Unsubscribe));

        Assert.Equal((ended.Status, ended.Page), (unknown.Status, unknown.Page));
        Assert.Equal((ended.Status, ended.Page), (removed.Status, removed.Page));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task A_link_that_is_not_ours_gets_400_and_a_kind_word(string method)
    {
        Subscribed(Standing.Unconfirmed);

        foreach (var token in new[] { null, "", "tampered", Token(ReaderAction.Confirm), Token(ReaderAction.Unsubscribe)[..^4] })
        {
            var (status, page, _) = await UnsubscribeAsync(method, token);

            Assert.Equal(400, status);
            Assert.Contains("This link does not work", page, StringComparison.Ordinal);
        }

        Assert.Equal(400, (await ConfirmAsync(method, Token(ReaderAction.Unsubscribe))).Status);
        _given.Subscriptions.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task A_program_that_follows_links_confirms_nothing()
    {
        Subscribed(Standing.Unconfirmed);

        var (status, page, _) = await ConfirmAsync("GET", Token(ReaderAction.Confirm));

        Assert.Equal(200, status);
        Approved.Matches(page, "confirm.html");
        _given.Subscriptions.Verify(
            one => one.ChangeAsync(It.IsAny<SubscriptionId>(), It.IsAny<Func<Subscription, Subscription>>(), It.IsAny<Func<Subscription, DateTimeOffset?, DateTimeOffset?>>(), It.IsAny<CancellationToken>()),
            Times.Never);
    }

    [Fact]
    public async Task A_yes_makes_the_subscription_active_and_due()
    {
        Subscription? changed = null;
        DateTimeOffset? due = null;
        var subscription = Subscribed(Standing.Unconfirmed);
        _given.Subscriptions
            .Setup(one => one.ChangeAsync(subscription.Id, It.IsAny<Func<Subscription, Subscription>>(), It.IsAny<Func<Subscription, DateTimeOffset?, DateTimeOffset?>>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((SubscriptionId _, Func<Subscription, Subscription> change, Func<Subscription, DateTimeOffset?, DateTimeOffset?> when, CancellationToken _) =>
            {
                changed = change(subscription);
                due = when(changed, null);
                return changed;
            });

        var (status, page, _) = await ConfirmAsync("POST", Token(ReaderAction.Confirm));

        Assert.Equal(200, status);
        Approved.Matches(page, "confirmed.html");
        Assert.Equal(Standing.Active, changed!.Standing);
        Assert.Equal(GivenDigest.Due.AddDays(1), due);
    }

    [Theory]
    [InlineData(Standing.Active, false)]
    [InlineData(Standing.Disabled, false)]
    [InlineData(Standing.Unconfirmed, true)]
    [InlineData(null, false)]
    public async Task Where_nothing_is_left_to_confirm_nobody_learns_why(Standing? standing, bool removed)
    {
        if (standing is { } there)
        {
            Subscribed(there, removed);
        }

        var (status, page, _) = await ConfirmAsync("POST", Token(ReaderAction.Confirm));

        Assert.Equal(200, status);
        Approved.Matches(page, "nothing-to-confirm.html");
    }

    [Fact]
    public async Task A_link_to_confirm_works_for_seven_days()
    {
        Subscribed(Standing.Unconfirmed);
        var token = Token(ReaderAction.Confirm);

        _given.Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await ConfirmAsync("GET", token)).Status);

        _given.Time.Advance(TimeSpan.FromSeconds(1));
        var (status, page, _) = await ConfirmAsync("POST", token);
        Assert.Equal(410, status);
        Assert.Contains("This link has expired", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_to_unsubscribe_works_for_ever()
    {
        Subscribed(Standing.Active);
        var token = Token(ReaderAction.Unsubscribe);

        _given.Time.Advance(TimeSpan.FromDays(3_650));

        Assert.Contains("Stop these mails?", (await UnsubscribeAsync("GET", token)).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Storage_that_is_away_is_said_kindly()
    {
        _given.Subscriptions.Setup(one => one.FindAsync(It.IsAny<SubscriptionId>(), It.IsAny<CancellationToken>())).ThrowsAsync(new IOException("storage is away"));

        var (status, page, headers) = await UnsubscribeAsync("POST", Token(ReaderAction.Unsubscribe));

        Assert.Equal(503, status);
        Assert.Equal("120", headers.RetryAfter);
        Assert.DoesNotContain("storage", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_too_often_is_turned_away_before_anything_is_read()
    {
        for (var i = 0; i < new WebOptions().RequestsPerMinute; i++)
        {
            Assert.Equal(400, (await UnsubscribeAsync("GET", $"guess-{i}")).Status);
        }

        var (status, page, headers) = await UnsubscribeAsync("POST", Token(ReaderAction.Unsubscribe));

        Assert.Equal(429, status);
        Assert.Equal("60", headers.RetryAfter);
        Assert.Contains("Nothing was changed", page, StringComparison.Ordinal);
        _given.Subscriptions.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task A_page_runs_nothing_fetches_nothing_and_is_kept_nowhere()
    {
        Subscribed(Standing.Active, name: "<script>alert(1)</script><img src=x onerror=alert(2)>\"'");

        var (_, page, headers) = await UnsubscribeAsync("GET", Token(ReaderAction.Unsubscribe));

        var document = Parse(page);
        var style = document.QuerySelector("style")!.TextContent;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Equal(
            $"default-src 'none'; style-src 'sha256-{hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'", headers.ContentSecurityPolicy);
        Assert.Equal("no-referrer", headers["Referrer-Policy"]);
        Assert.Equal("noindex, nofollow", headers["X-Robots-Tag"]);
        Assert.Equal("no-store", headers.CacheControl);
        Assert.Equal("nosniff", headers.XContentTypeOptions);
        Assert.Equal("DENY", headers.XFrameOptions);
        Assert.Equal("same-origin", headers["Cross-Origin-Opener-Policy"]);
        Assert.Equal("same-origin", headers["Cross-Origin-Resource-Policy"]);
        Assert.Empty(document.QuerySelectorAll("script, img, link, iframe, [style], [onerror], a[href]"));
        Assert.DoesNotContain("url(", style, StringComparison.Ordinal);
        Assert.Equal("<script>alert(1)</script><img src=x onerror=alert(2)>\"'", document.QuerySelector(".name")!.TextContent);
    }

    [Fact]
    public async Task A_page_is_for_everybody()
    {
        Subscribed(Standing.Active);

        var document = Parse((await UnsubscribeAsync("GET", Token(ReaderAction.Unsubscribe))).Page);

        Assert.Equal("en", document.DocumentElement.GetAttribute("lang"));
        Assert.Single(document.QuerySelectorAll("main"));
        Assert.Single(document.QuerySelectorAll("h1"));
        Assert.Equal("Unsubscribe", Assert.Single(document.QuerySelectorAll("button")).TextContent);
        Assert.Equal("Stop these mails? · NewsAlerts", document.Title);
        Assert.Equal("width=device-width, initial-scale=1", document.QuerySelector("meta[name=viewport]")!.GetAttribute("content"));
    }

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    private string Token(ReaderAction action) => _given.Get<ReaderTokens>().Issue(action, GivenDigest.SubscriptionId, GivenDigest.Due);

    private Subscription Subscribed(Standing standing, bool removed = false, string name = "Harbour & Coast")
    {
        var subscription = GivenDigest.SubscribedTo(new Channel.Email("reader@brackwater.example")) with
        {
            Name = name,
            Standing = standing,
            Removed = removed ? GivenDigest.Due : null,
        };
        _given.Subscriptions.Setup(one => one.FindAsync(subscription.Id, It.IsAny<CancellationToken>())).ReturnsAsync(subscription);
        return subscription;
    }

    private Task<(int Status, string Page, IHeaderDictionary Headers)> UnsubscribeAsync(string method, string? token) =>
        _given.AnswerAsync(method, "", request => _given.Get<UnsubscribePage>().AnswerAsync(request, token, CancellationToken.None));

    private Task<(int Status, string Page, IHeaderDictionary Headers)> ConfirmAsync(string method, string? token) =>
        _given.AnswerAsync(method, "", request => _given.Get<ConfirmPage>().AnswerAsync(request, token, CancellationToken.None));
}
