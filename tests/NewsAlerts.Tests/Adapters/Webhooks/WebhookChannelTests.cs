using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsAlerts.Adapters.Http;
using NewsAlerts.Adapters.Webhooks;
using NewsAlerts.Delivering;
using NewsAlerts.Routing;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Adapters.Webhooks;

public sealed class WebhookChannelTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 6, 31, 0, TimeSpan.Zero);
    private static readonly WebhookSecret Secret = WebhookSecret.New();

    private readonly List<(HeaderDictionary Headers, byte[] Body)> _received = [];
    private WebApplication _receiver = null!;
    private RequestDelegate _answer = context =>
    {
        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    };

    private Uri Receiver => new(_receiver.Urls.Single() + "/hook?token=secret");

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
            _received.Add((new HeaderDictionary(context.Request.Headers.ToDictionary()), body.ToArray()));
            await _answer(context);
        });
        await _receiver.StartAsync();
    }

    public async Task DisposeAsync() => await _receiver.DisposeAsync();

    [Fact]
    public async Task A_digest_arrives_signed_under_its_own_id()
    {
        var digest = GivenDigest.OfHarbourNews().Build();

        var outcome = await SendAsync(Receiver);

        Assert.IsType<SendOutcome.Sent>(outcome);
        var (headers, body) = Assert.Single(_received);
        Assert.Equal(digest.Id.ToString(), headers["webhook-id"]);
        Assert.Equal("application/json; charset=utf-8", headers["Content-Type"]);
        Assert.StartsWith("NewsAlerts/", headers["User-Agent"].ToString(), StringComparison.Ordinal);
        Assert.Equal(WebhookPayload.Of(digest).ToBytes(), body);
        Assert.Equal(
            WebhookVerdict.Genuine,
            WebhookSignature.Verify(Secret, headers["webhook-id"], headers["webhook-timestamp"], headers["webhook-signature"], body, Now));
    }

    [Fact]
    public async Task A_receiver_that_is_gone_is_refused()
    {
        Answer(410);

        Assert.Equal(new SendOutcome.Refused("The receiver is gone (410).", Refusal.Gone), await SendAsync(Receiver));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(500)]
    [InlineData(502)]
    public async Task Any_other_failure_is_tried_again(int status)
    {
        Answer(status);

        Assert.Equal(new SendOutcome.Deferred($"The receiver answered {status}."), await SendAsync(Receiver));
    }

    [Theory]
    [InlineData(429, "120", 120)]
    [InlineData(503, "0", 0)]
    [InlineData(503, "Mon, 23 Nov 2026 06:41:00 GMT", 600)]
    [InlineData(503, "Mon, 23 Nov 2020 06:41:00 GMT", 0)]
    [InlineData(429, "99999999", 86_400)]
    public async Task The_receiver_says_how_long_to_wait_up_to_a_day(int status, string retryAfter, int seconds)
    {
        Answer(status, ("Retry-After", retryAfter));

        var outcome = Assert.IsType<SendOutcome.Deferred>(await SendAsync(Receiver));

        Assert.Equal(TimeSpan.FromSeconds(seconds), outcome.RetryAfter);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        Answer(307, ("Location", "/elsewhere"));

        var outcome = Assert.IsType<SendOutcome.Deferred>(await SendAsync(Receiver));

        Assert.Contains("redirects are not followed", outcome.Error, StringComparison.Ordinal);
        Assert.Single(_received);
    }

    [Fact]
    public async Task An_endless_answer_is_cut_off_and_counts_by_its_status()
    {
        var dropped = new TaskCompletionSource();
        _answer = async context =>
        {
            context.RequestAborted.Register(dropped.SetResult);
            var chunk = new byte[8_192];
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
            }
        };

        Assert.IsType<SendOutcome.Sent>(await SendAsync(Receiver));
        await dropped.Task.WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_receiver_that_does_not_answer_is_tried_again()
    {
        _answer = context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        var time = new FakeTimeProvider(Now);

        var sending = SendAsync(Receiver, time: time);
        while (_received.Count == 0)
        {
            await Task.Yield();
        }

        time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(new SendOutcome.Deferred("The receiver did not answer within 15 s."), await sending);
    }

    [Fact]
    public async Task A_receiver_that_hangs_up_or_does_not_listen_is_tried_again()
    {
        _answer = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };
        Assert.IsType<SendOutcome.Deferred>(await SendAsync(Receiver));

        var url = Receiver;
        await _receiver.StopAsync();
        Assert.IsType<SendOutcome.Deferred>(await SendAsync(url));
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

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SendAsync(Receiver, cancellationToken: cancelled.Token));
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://localhost/")]
    [InlineData("http://127.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://0x7f.0.0.1/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://１２７.0.0.1/")]
    [InlineData("http://127。0。0。1/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://0/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://172.16.0.1/")]
    [InlineData("http://192.168.1.1/")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://168.63.129.16/")]
    [InlineData("http://100.64.0.1/")]
    [InlineData("http://192.0.0.192/")]
    [InlineData("http://198.18.0.1/")]
    [InlineData("http://224.0.0.1/")]
    [InlineData("http://255.255.255.255/")]
    [InlineData("http://[::]/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[0:0:0:0:0:0:0:1]/")]
    [InlineData("http://[1::1]/")]
    [InlineData("http://[200::1]/")]
    [InlineData("http://[1fff::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[::ffff:7f00:1]/")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    [InlineData("http://[::127.0.0.1]/")]
    [InlineData("http://[::ffff:0:127.0.0.1]/")]
    [InlineData("http://[64:ff9b::127.0.0.1]/")]
    [InlineData("http://[64:ff9b:1::10.0.0.1]/")]
    [InlineData("http://[2002:7f00:1::]/")]
    [InlineData("http://[2002:a00:1::1]/")]
    [InlineData("http://[2001:0:7f00:1::]/")]
    [InlineData("http://[fc00::1]/")]
    [InlineData("http://[fd00:ec2::254]/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://[fec0::1]/")]
    [InlineData("http://[ff02::1]/")]
    public async Task Addresses_of_the_inside_are_refused_however_they_are_written(string url)
    {
        var outcome = await SendAsync(new Uri(url), new() { ["Webhooks:AllowInsecure"] = "true" });

        Assert.IsType<SendOutcome.Refused>(outcome);
    }

    [Theory]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://169.254.169.254/")]
    [InlineData("http://[fe80::1]/")]
    public async Task Allowing_loopback_allows_nothing_else(string url) =>
        Assert.IsType<SendOutcome.Refused>(await SendAsync(new Uri(url)));

    [Fact]
    public async Task Http_is_refused_unless_allowed() =>
        Assert.Equal(
            new SendOutcome.Refused("The URL must be https. Webhooks__AllowInsecure=true allows http, for development.", Refusal.Address),
            await SendAsync(Receiver, new() { ["Webhooks:AllowLoopback"] = "true" }));

    [Theory]
    [InlineData("ftp://example.org/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://example.org/")]
    [InlineData("https://user:password@example.org/")]
    public async Task Other_schemes_and_passwords_in_addresses_are_refused(string url) =>
        Assert.IsType<SendOutcome.Refused>(await SendAsync(new Uri(url)));

    [Fact]
    public async Task No_error_repeats_the_address_or_its_token()
    {
        Answer(500);
        var outcome = Assert.IsType<SendOutcome.Deferred>(await SendAsync(Receiver));

        Assert.DoesNotContain("secret", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Webhooks:Timeout", "00:00:00")]
    [InlineData("Webhooks:MaxResponseBytes", "-1")]
    [InlineData("Webhooks:Timout", "00:00:15")]
    public void A_bad_setting_is_named(string key, string value)
    {
        using var provider = Provider(new() { [key] = value });

        var error = Assert.ThrowsAny<Exception>(() => provider.GetRequiredService<IOptions<WebhookOptions>>().Value);

        Assert.Contains(key.Split(':')[1], error.Message, StringComparison.Ordinal);
    }

    private void Answer(int status, params (string Name, string Value)[] headers) => _answer = context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        return Task.CompletedTask;
    };

    private static async Task<SendOutcome> SendAsync(Uri url, Dictionary<string, string?>? settings = null, FakeTimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        using var provider = Provider(settings ?? new() { ["Webhooks:AllowInsecure"] = "true", ["Webhooks:AllowLoopback"] = "true" }, time);
        var channel = provider.GetServices<IDeliveryChannel>().Single(channel => channel.Serves(new Channel.Webhook(url, Secret)));
        return await channel.SendAsync(GivenDigest.OfHarbourNews().Build(), GivenDigest.SubscribedTo(new Channel.Webhook(url, Secret)), cancellationToken);
    }

    private static ServiceProvider Provider(Dictionary<string, string?> settings, FakeTimeProvider? time = null) => new ServiceCollection()
        .AddLogging()
        .AddSingleton<TimeProvider>(time ?? new FakeTimeProvider(Now))
        .AddWebhooks(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
        .BuildServiceProvider();
}
