using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NewsAlerts.Adapters.Chats;
using NewsAlerts.Adapters.Discord;
using NewsAlerts.Adapters.Slack;
using NewsAlerts.Adapters.Teams;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;
using NewsAlerts.Tests.Adapters.Discord;
using NewsAlerts.Tests.Adapters.Slack;
using NewsAlerts.Tests.Adapters.Teams;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Adapters.Chats;

/// <summary>The three channels against a receiver that answers as each chat does.</summary>
public sealed class ChatChannelTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 6, 31, 0, TimeSpan.Zero);

    private readonly List<(string Path, HeaderDictionary Headers, byte[] Body)> _received = [];
    private WebApplication _receiver = null!;
    private RequestDelegate _answer = _ => Task.CompletedTask;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _receiver = builder.Build();
        _receiver.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            _received.Add((context.Request.Path, new HeaderDictionary(context.Request.Headers.ToDictionary()), body.ToArray()));
            await _answer(context);
        });
        await _receiver.StartAsync();
    }

    public async Task DisposeAsync() => await _receiver.DisposeAsync();

    [Theory]
    [InlineData("slack", 200, "ok")]
    [InlineData("teams", 202, "")]
    [InlineData("discord", 204, "")]
    public async Task A_digest_arrives_as_one_message(string kind, int status, string words)
    {
        Answer(status, words);

        Assert.IsType<SendOutcome.Sent>(await SendAsync(kind));

        var (path, headers, body) = Assert.Single(_received);
        Assert.Equal("/services/T/B/secret", path);
        Assert.Equal("application/json; charset=utf-8", headers["Content-Type"]);
        Assert.StartsWith("NewsAlerts/", headers["User-Agent"].ToString(), StringComparison.Ordinal);
        Assert.Equal(BodyOf(kind), body);
    }

    [Theory]
    [InlineData("slack", 404, "no_service", "The Slack webhook is gone (404, no_service).")]
    [InlineData("slack", 410, "channel_is_archived", "The Slack webhook is gone (410, channel_is_archived).")]
    [InlineData("slack", 403, "invalid_token", "The Slack webhook is gone (403, invalid_token).")]
    [InlineData("slack", 400, "invalid_blocks", "Slack does not take this message (400, invalid_blocks).")]
    [InlineData("teams", 404, """{"error":{"code":"WorkflowNotFound","message":"…"}}""", "The Microsoft Teams webhook is gone (404, WorkflowNotFound).")]
    [InlineData("teams", 410, "", "The Microsoft Teams webhook is gone (410).")]
    [InlineData("teams", 413, "", "Microsoft Teams does not take this message (413).")]
    [InlineData("teams", 200, "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 413 with ContextId …", "Microsoft Teams does not take this message (413).")]
    [InlineData("discord", 404, """{"message": "Unknown Webhook", "code": 10015}""", "The Discord webhook is gone (404, code 10015).")]
    [InlineData("discord", 401, """{"message": "Invalid Webhook Token", "code": 50027}""", "The Discord webhook is gone (401, code 50027).")]
    [InlineData("discord", 400, """{"message": "Invalid Form Body", "code": 50035, "errors": {}}""", "Discord does not take this message (400, code 50035).")]
    public async Task What_will_never_arrive_is_refused(string kind, int status, string words, string error)
    {
        Answer(status, words);

        var gone = error.Contains("is gone", StringComparison.Ordinal);
        Assert.Equal(new SendOutcome.Refused(error, gone ? Refusal.Gone : Refusal.Message), await SendAsync(kind));
    }

    [Theory]
    [InlineData("slack", 500, "rollup_error", "Slack answered 500, rollup_error.")]
    [InlineData("slack", 403, "action_prohibited", "Slack answered 403, action_prohibited.")]
    [InlineData("slack", 404, "<html>No such page</html>", "Slack answered 404.")]
    [InlineData("teams", 404, "", "Microsoft Teams answered 404.")]
    [InlineData("discord", 404, "404: Not Found", "Discord answered 404.")]
    [InlineData("slack", 302, "", "Slack answered 302; redirects are not followed.")]
    [InlineData("teams", 502, "", "Microsoft Teams answered 502.")]
    [InlineData("teams", 401, "", "Microsoft Teams answered 401.")]
    [InlineData("teams", 400, """{"error":{"code":"WorkflowTriggerIsNotEnabled","message":"…"}}""", "The Microsoft Teams workflow is turned off (WorkflowTriggerIsNotEnabled): turn it on in Power Automate.")]
    [InlineData("teams", 200, "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429 with ContextId …", "Microsoft Teams answered 429.")]
    [InlineData("teams", 200, "Webhook message delivery failed with error: something new", "Microsoft Teams answered 502.")]
    [InlineData("discord", 503, "upstream connect error", "Discord answered 503.")]
    [InlineData("discord", 500, "[1]", "Discord answered 500.")]
    public async Task What_may_pass_is_tried_again(string kind, int status, string words, string error)
    {
        Answer(status, words);

        Assert.Equal(new SendOutcome.Deferred(error), await SendAsync(kind));
    }

    [Theory]
    [InlineData("slack", "30", "", 30_000)]
    [InlineData("slack", "9999999", "", 86_400_000)]
    [InlineData("teams", "17", "", 17_000)]
    [InlineData("discord", "1", """{"message": "You are being rate limited.", "retry_after": 64.57, "global": false}""", 64_570)]
    [InlineData("discord", "600", """{"retry_after": 0.5}""", 600_000)]
    [InlineData("discord", null, """{"retry_after": 1e300}""", 86_400_000)]
    [InlineData("discord", null, """{"retry_after": "soon"}""", null)]
    public async Task A_chat_says_how_long_to_wait_up_to_a_day(string kind, string? header, string words, int? milliseconds)
    {
        Answer(429, words, header);

        var outcome = Assert.IsType<SendOutcome.Deferred>(await SendAsync(kind));

        Assert.Equal(milliseconds, outcome.RetryAfter?.TotalMilliseconds);
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("teams")]
    [InlineData("discord")]
    public async Task A_notice_arrives_within_the_same_limits_and_nothing_else_is_carried(string kind)
    {
        var channel = ChannelOf(kind);
        var subscription = GivenDigest.SubscribedTo(new Channel.Email("reader@example.org"));
        var notice = new SubscriptionMessage.Notice
        {
            Id = DigestId.Of(DigestKind.Notice, subscription.Id, GivenDigest.Due),
            To = channel,
            Headline = "The subscription is disabled",
            Paragraphs = ["Its destination *failed* for five days.", .. Enumerable.Repeat(new string('*', 900), 20)],
        };
        await using var services = Services();
        var sender = services.GetServices<IMessageChannel>().Single(one => one.Serves(channel));

        Assert.IsType<SendOutcome.Sent>(await sender.SendAsync(notice, subscription, CancellationToken.None));
        var question = new SubscriptionMessage.Confirmation { Id = DigestId.Of(DigestKind.Confirmation, subscription.Id, GivenDigest.Due), To = channel, Expires = Now };
        Assert.IsType<SendOutcome.Refused>(await sender.SendAsync(question, subscription, CancellationToken.None));

        var body = Assert.Single(_received).Body;
        Action<byte[]> hold = kind switch { "slack" => SlackRules.Hold, "teams" => TeamsRules.Hold, _ => DiscordRules.Hold };
        hold(body);
        var text = Encoding.UTF8.GetString(body);
        Assert.Contains("The subscription is disabled", text, StringComparison.Ordinal);
        Assert.Contains("notice n-00k3m5a7cq2zxw6b-20261123T063000Z", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_that_does_not_answer_is_tried_again()
    {
        _answer = context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        var time = new FakeTimeProvider(Now);

        var sending = SendAsync("slack", time: time);
        while (_received.Count == 0)
        {
            await Task.Yield();
        }

        time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(new SendOutcome.Deferred("The receiver did not answer within 15 s."), await sending);
    }

    [Fact]
    public async Task Cancellation_throws()
    {
        using var cancelled = new CancellationTokenSource();
        _answer = async context =>
        {
            await cancelled.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SendAsync("discord", cancellationToken: cancelled.Token));
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("teams")]
    [InlineData("discord")]
    public async Task Outside_local_development_only_the_chats_own_hosts_are_called(string kind)
    {
        var outcome = Assert.IsType<SendOutcome.Refused>(await SendAsync(kind, new() { ["Webhooks:AllowLoopback"] = "false", ["Webhooks:AllowInsecure"] = "true" }));

        Assert.Contains("begins with https://", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(_received);
    }

    [Fact]
    public async Task No_address_is_logged_or_told()
    {
        var logs = new StringBuilder();
        Answer(500, "");

        var outcome = await SendAsync("slack", logs: logs);

        Assert.Contains("Slack answered 500.", logs.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", logs + outcome.ToString(), StringComparison.Ordinal);
    }

    private void Answer(int status, string words, string? retryAfter = null) => _answer = async context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        if (words.Length > 0)
        {
            await context.Response.WriteAsync(words, context.RequestAborted);
        }
    };

    private static byte[] BodyOf(string kind)
    {
        var digest = GivenDigest.OfHarbourNews().Build();
        return kind switch
        {
            "slack" => SlackMessage.Of(digest).ToBytes(),
            "teams" => TeamsMessage.Of(digest).ToBytes(),
            _ => DiscordMessage.Of(digest).ToBytes(),
        };
    }

    private async Task<SendOutcome> SendAsync(
        string kind, Dictionary<string, string?>? options = null, TimeProvider? time = null, StringBuilder? logs = null, CancellationToken cancellationToken = default)
    {
        var channel = ChannelOf(kind);
        await using var services = Services(options, time, logs);
        var sender = services.GetServices<IDeliveryChannel>().Single(one => one.Serves(channel));
        return await sender.SendAsync(GivenDigest.OfHarbourNews().Build(), GivenDigest.SubscribedTo(channel), cancellationToken);
    }

    private Channel ChannelOf(string kind)
    {
        var url = new Uri(_receiver.Urls.Single() + "/services/T/B/secret");
        return kind switch { "slack" => new Channel.Slack(url), "teams" => new Channel.Teams(url), _ => new Channel.Discord(url) };
    }

    private static ServiceProvider Services(Dictionary<string, string?>? options = null, TimeProvider? time = null, StringBuilder? logs = null)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(options ?? new() { ["Webhooks:AllowInsecure"] = "true", ["Webhooks:AllowLoopback"] = "true" })
            .Build();
        return new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new Recorder(logs ?? new StringBuilder())))
            .AddSingleton(time ?? new FakeTimeProvider(Now))
            .AddChats(configuration)
            .BuildServiceProvider();
    }

    private sealed class Recorder(StringBuilder into) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            into.AppendLine(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
