using System.Globalization;
using Microsoft.AspNetCore.Http;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Routing;

namespace NewsAlerts.EndToEnd.Hosts;

/// <summary>One article's way as whoever watches an installation sees it: what real host processes export, at a receiver.</summary>
[Collection(EmulatorFixture.Collection)]
public sealed class TraceTests(EmulatorFixture emulators) : IDisposable
{
    private static readonly (string, string)[] Impatient = [("Sweep__FirstCheck", "00:00:01"), ("Sweep__CheckAgain", "00:00:01")];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task One_article_is_one_trace_from_its_original_to_the_receiver_of_its_alert()
    {
        await using var storage = await TestPipeline.StartAsync(emulators);
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var telemetry = await OtlpReceiver.StartAsync();
        string? traceHeader = "not asked yet";
        receiver.Answer = context =>
        {
            traceHeader = context.Request.Headers.TraceParent;
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        };
        await storage.SubscribeAsync(receiver.At("/hook"), with: Alerting);
        await using var host = RunHost(storage, telemetry);

        await storage.DropAsync("a.txt", Texts.Article(1));
        var sent = await SpanAsync(telemetry, "send webhook");

        var trace = telemetry.Spans.Where(span => span.TraceId == sent.TraceId).ToList();
        Assert.Equal(
            ["send webhook", "process deliver", "process route", "process summarize", "ingest articles"],
            WayUp(sent, trace).Select(span => span.Name));
        Assert.Contains(trace, span => span.Name == "freeze digest");
        Assert.Equal(["send deliver", "send route", "send summarize"], trace.Where(span => span.Name is "send summarize" or "send route" or "send deliver").Select(span => span.Name).Order());
        Assert.Equal(("webhook", "1", "sent"), (sent.Attributes["newsalerts.channel"], sent.Attributes["newsalerts.delivery.attempt"], sent.Attributes["newsalerts.delivery.outcome"]));
        Assert.Null(traceHeader);
        AssertSaysNothingOfTheArticle(telemetry, receiver);
    }

    [SkippableFact]
    public async Task A_digest_has_a_trace_of_its_own_and_links_to_those_of_its_articles()
    {
        await using var storage = await TestPipeline.StartAsync(emulators);
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var telemetry = await OtlpReceiver.StartAsync();
        var subscription = await storage.SubscribeAsync(receiver.At("/hook"));
        await using var host = RunHost(storage, telemetry);
        await storage.DropAsync("a.txt", Texts.Article(1));
        await storage.DropAsync("b.txt", Texts.Article(2));
        await Until.IsSoAsync("both articles are pending", async () => await storage.CountPendingAsync(subscription) == 2);

        await storage.MakeDueAsync(subscription);
        var sent = await SpanAsync(telemetry, "send webhook");
        var articles = await Until.ThereIsAsync("both ingestions are exported", () =>
            Task.FromResult(telemetry.Spans.Where(span => span.Name == "ingest articles").ToList() is { Count: 2 } both ? both : null));

        var way = WayUp(sent, telemetry.Spans).ToList();
        Assert.Equal(["send webhook", "process deliver", "schedule digest"], way.Select(span => span.Name));
        Assert.Equal(articles.Select(span => span.TraceId).Order(), way[1].LinkedTraces.Order());
        Assert.DoesNotContain(way[1].TraceId, way[1].LinkedTraces);
    }

    [SkippableFact]
    public async Task An_article_whose_host_was_killed_goes_on_in_the_same_trace_when_Sweep_sends_it_again()
    {
        await using var storage = await TestPipeline.StartAsync(emulators);
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var silentModel = await WebhookReceiver.StartAsync();
        await using var telemetry = await OtlpReceiver.StartAsync();
        var asked = new TaskCompletionSource();
        silentModel.Answer = context =>
        {
            asked.TrySetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        };
        await storage.SubscribeAsync(receiver.At("/hook"), with: Alerting);
        await storage.DropAsync("a.txt", Texts.Article(1));

        ReceivedSpan ingested;
        (string, string)[] hanging =
        [
            ("OpenAI__Endpoint", silentModel.At("/v1").Url.AbsoluteUri),
            ("OpenAI__Model", "silent"),
            ("Local__VisibilityTimeout", "00:10:00"),
            ("Local__SweepInterval", "01:00:00"),
            .. Impatient,
        ];
        await using (var doomed = RunHost(storage, telemetry, hanging))
        {
            await asked.Task.WaitAsync(TimeSpan.FromMinutes(2));
            ingested = await SpanAsync(telemetry, "ingest articles");
            await doomed.KillAsync();
        }

        // The message stays hidden for ten minutes: only the row in Open is left to go by.
        await using var next = RunHost(storage, telemetry, [("Local__SweepInterval", "00:00:01"), .. Impatient]);
        var sent = await SpanAsync(telemetry, "send webhook");

        Assert.Equal(ingested.TraceId, sent.TraceId);
        Assert.NotEqual(ingested.Instance, sent.Instance);
        Assert.Equal(
            ["send webhook", "process deliver", "process route", "process summarize", "ingest articles"],
            WayUp(sent, telemetry.Spans).Select(span => span.Name));
    }

    private static Subscription Alerting(Subscription subscription) => subscription with { Schedule = null, Alerts = new AlertPolicy { TimeZone = "UTC" } };

    private static Task<ReceivedSpan> SpanAsync(OtlpReceiver telemetry, string name) => Until.ThereIsAsync(
        $"a span '{name}' is exported, with all above it",
        () => Task.FromResult(telemetry.Spans.FirstOrDefault(span => span.Name == name && WayUp(span, telemetry.Spans).Last().ParentId.Length == 0)));

    /// <summary>A span, and those above it.</summary>
    private static IEnumerable<ReceivedSpan> WayUp(ReceivedSpan span, IReadOnlyList<ReceivedSpan> spans)
    {
        for (var at = span; at is not null; at = spans.FirstOrDefault(other => other.TraceId == at.TraceId && other.SpanId == at.ParentId))
        {
            yield return at;
        }
    }

    private static void AssertSaysNothingOfTheArticle(OtlpReceiver telemetry, WebhookReceiver receiver)
    {
        var said = telemetry.Spans.SelectMany(span => span.Attributes.Values.Append(span.Name)).ToList();
        string[] secrets = ["Ellery", "Calloway", "Sandpiper", "hook", receiver.At("/").Url.Authority, "a.txt"];

        Assert.NotEmpty(said);
        Assert.All(secrets, secret => Assert.DoesNotContain(said, text => text.Contains(secret, StringComparison.OrdinalIgnoreCase) && text != "send webhook" && text != "webhook"));
    }

    private Command RunHost(TestPipeline storage, OtlpReceiver telemetry, params (string Key, string Value)[] more) => Command.Start(
        _folder.Path,
        [
            ("Storage", storage.Account),
            ("Email__Host", emulators.Mail.SmtpHost),
            ("Email__Port", emulators.Mail.SmtpPort.ToString(CultureInfo.InvariantCulture)),
            ("Local__DigestInterval", "00:00:01"),
            ("Webhooks__AllowInsecure", "true"),
            ("Webhooks__AllowLoopback", "true"),
            .. telemetry.Settings,
            .. more,
        ],
        "run");
}
