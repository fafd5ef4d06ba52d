using System.Text.Json;
using Moq;
using NewsAlerts.Articles;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Local.Commands;
using NewsAlerts.Routing;
using NewsAlerts.Summarizing;
using NewsAlerts.Sweeping;
using NewsAlerts.Tests.Given;
using NewsAlerts.Tests.Local.Given;

namespace NewsAlerts.Tests.Local.Commands;

public sealed class StatusCommandTests : IDisposable
{
    private readonly GivenCommandLine _line = new();

    public void Dispose() => _line.Dispose();

    [Fact]
    public async Task An_installation_in_which_everything_moves_is_said_to()
    {
        Holds(Quiet());

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("status"));

        Assert.Contains("✓ everything moves", _line.Out, StringComparison.Ordinal);
        Assert.Contains("0 in the last hour", _line.Out, StringComparison.Ordinal);
        Assert.Contains("nothing spent today", _line.Out, StringComparison.Ordinal);
        Assert.Contains("Nothing was delivered in the last 24 hours.", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_screen_of_80_columns_holds_it()
    {
        Holds(Quiet(), deliveries: [Delivery("email", DeliveryState.Sent)]);

        await _line.RunAsync("status");

        Assert.All(_line.Out.Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, 80));
    }

    [Fact]
    public async Task What_is_stuck_poisoned_or_failed_is_named_with_its_stage_and_age()
    {
        Holds(Quiet() with
        {
            Originals = new Waiting(2, Now.AddSeconds(-42)),
            InFlight = new Dictionary<string, Waiting> { [Stages.Summarize] = new(7, Now.AddMinutes(-20)) },
            Queued = new Dictionary<string, Waiting> { [Queues.Summarize] = new(9, Now) },
            Poisoned = new Dictionary<string, int> { ["route-poison"] = 3 },
            Failures = new Dictionary<string, Waiting> { [Stages.Deliver] = new(1, Now) },
            Failing = 4,
        });

        await _line.RunAsync("status", "--once");

        Assert.Contains("✗ work is stuck, messages are poisoned, failures wait for you, some work is being tried again", _line.Out, StringComparison.Ordinal);
        Assert.Matches(@"ingest +2 +42 s +– +–", _line.Out);
        Assert.Matches(@"summarize +7 +20 min +9 +– +–", _line.Out);
        Assert.Matches(@"route +– +– +– +3 +–", _line.Out);
        Assert.Matches(@"deliver +– +– +– +– +1", _line.Out);
    }

    [Fact]
    public async Task Articles_are_counted_and_drawn_over_the_last_hour()
    {
        Holds(Quiet(), articles: [Now.AddMinutes(-1), Now.AddMinutes(-2), Now.AddMinutes(-59)]);

        await _line.RunAsync("status");

        Assert.Contains("▅▁▁▁▁▁▁▁▁▁▁█  3 in the last hour, 2 in five minutes", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deliveries_are_counted_by_channel_and_state()
    {
        Holds(Quiet(), deliveries: [Delivery("email", DeliveryState.Sent), Delivery("email", DeliveryState.Sent), Delivery("slack", DeliveryState.Failed)]);

        await _line.RunAsync("status");

        Assert.Matches(@"email +2 +– +– +– ", _line.Out);
        Assert.Matches(@"slack +– +– +1 +– ", _line.Out);
    }

    [Fact]
    public async Task Json_holds_the_same_for_programs()
    {
        Holds(
            Quiet() with { Originals = new Waiting(1, Now.AddMinutes(-16)) },
            articles: [Now.AddMinutes(-1)],
            deliveries: [Delivery("email", DeliveryState.Sent)],
            spent: new ModelCost(1_200, 34_500));

        await _line.RunAsync("status", "--json");

        var json = JsonDocument.Parse(_line.Out).RootElement;
        Assert.Equal("work is stuck", json.GetProperty("concerns")[0].GetString());
        Assert.Equal(960, json.GetProperty("oldestPendingSeconds").GetDouble());
        Assert.Equal((1, 1), (json.GetProperty("articles").GetProperty("lastHour").GetInt32(), json.GetProperty("articles").GetProperty("lastFiveMinutes").GetInt32()));
        Assert.Equal(["ingest", "summarize", "route", "deliver"], json.GetProperty("stages").EnumerateArray().Select(stage => stage.GetProperty("stage").GetString()));
        Assert.Equal(1, json.GetProperty("stages")[0].GetProperty("inFlight").GetInt32());
        Assert.Equal("sent", json.GetProperty("deliveries")[0].GetProperty("state").GetString());
        Assert.Equal((1_200, 0.0345m), (json.GetProperty("spent").GetProperty("tokens").GetInt64(), json.GetProperty("spent").GetProperty("money").GetDecimal()));
    }

    private DateTimeOffset Now => _line.Time.GetUtcNow();

    private Backlog Quiet() => GivenBacklog.AtRest(Now);

    private void Holds(Backlog backlog, IEnumerable<DateTimeOffset>? articles = null, IEnumerable<Delivery>? deliveries = null, ModelCost spent = default)
    {
        _line.Backlog.Setup(reader => reader.ReadAsync(It.IsAny<CancellationToken>())).ReturnsAsync(backlog);
        _line.Archive.Setup(archive => archive.LatestAsync(Now.AddHours(-1), It.IsAny<CancellationToken>()))
            .Returns((articles ?? []).Select(at => new ArchiveEntry(at, ArticleId.Of(null, at.ToString("O")), "A headline", null, "en")).ToAsyncEnumerable());
        _line.Deliveries.Setup(ledger => ledger.ListLatestAsync(null, Now.AddDays(-1), It.IsAny<CancellationToken>())).Returns((deliveries ?? []).ToAsyncEnumerable());
        _line.Spend.Setup(spend => spend.ReadAsync(DateOnly.FromDateTime(Now.UtcDateTime), It.IsAny<CancellationToken>())).ReturnsAsync(spent);
    }

    private Delivery Delivery(string channel, DeliveryState state) => new()
    {
        DigestId = DigestId.Of(SubscriptionId.New(shards: 1), Now),
        State = state,
        Channel = channel,
        Items = 1,
        Created = Now,
        Updated = Now,
    };
}
