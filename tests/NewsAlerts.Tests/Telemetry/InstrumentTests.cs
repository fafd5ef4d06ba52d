using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using NewsAlerts.Adapters;
using NewsAlerts.Adapters.OpenAI;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Ingesting;
using NewsAlerts.Routing;
using NewsAlerts.Summarizing;
using NewsAlerts.Sweeping;
using NewsAlerts.Telemetry;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Telemetry;

/// <summary>The table of instruments in docs/observability.md, and the dashboard, hold what the code measures, and nothing else.</summary>
public sealed partial class InstrumentTests
{
    [Fact]
    public void Every_instrument_is_documented_with_its_kind_and_unit_and_the_other_way_round() =>
        Assert.Equal(Instruments().Select(one => (one.Name, KindOf(one), one.Unit ?? "")).Order(), Documented().Select(row => (row.Name, row.Kind, row.Unit)).Order());

    [Fact]
    public async Task Every_attribute_is_documented_and_the_other_way_round()
    {
        await using var services = GivenMeters.Pipeline();
        using var heard = new HeardMeasurements(services);
        await MeasureEverythingAsync(services);

        var used = heard.Heard
            .GroupBy(one => one.Name)
            .Select(group => (group.Key, string.Join(", ", group.SelectMany(one => one.Tags.Select(tag => tag.Key)).Distinct().Order())));

        Assert.Equal(
            Documented().Select(row => (row.Name, string.Join(", ", row.Attributes.Order()))).Order(),
            used.Order());
    }

    [Fact]
    public void The_dashboard_shows_every_instrument_and_nothing_that_is_none()
    {
        var dashboard = Repository.Read("infra/grafana/newsalerts.json");
        var expressions = Labels().Replace(string.Join('\n', Expression().Matches(dashboard).Select(match => match.Groups[1].Value)), "");
        var shown = PrometheusName().Matches(expressions)
            .Select(match => Suffix().Replace(match.Value, ""))
            .Distinct();

        Assert.Equal(Instruments().Select(PrometheusNameOf).Order(), shown.Order());
    }

    [Fact]
    public void The_dashboard_groups_each_instrument_by_attributes_that_it_has()
    {
        var attributesOf = Documented().ToDictionary(row => row.Name.Replace('.', '_'), row => row.Attributes.Select(one => one.Replace('.', '_')).Append("le").ToArray());
        var expressions = Expression().Matches(Repository.Read("infra/grafana/newsalerts.json")).Select(match => match.Groups[1].Value).ToList();

        Assert.True(expressions.Count > 20);
        Assert.All(expressions, expression =>
        {
            var metric = PrometheusName().Match(Labels().Replace(expression, "")).Value;
            var asked = Labels().Matches(expression).SelectMany(labels => Label().Matches(labels.Value)).Select(label => label.Value);
            Assert.Empty(asked.Except(attributesOf.Single(one => metric.StartsWith(one.Key, StringComparison.Ordinal)).Value));
        });
    }

    private static List<Instrument> Instruments()
    {
        using var services = GivenMeters.Pipeline();
        using var heard = new HeardMeasurements(services);
        foreach (var type in new[] { typeof(Queues).Assembly, typeof(AdapterServices).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Name.EndsWith("Metrics", StringComparison.Ordinal)))
        {
            services.GetRequiredService(type);
        }

        return heard.Instruments;
    }

    /// <summary>Says everything once that instruments can be told, with each attribute that they may have.</summary>
    private static async Task MeasureEverythingAsync(IServiceProvider services)
    {
        T Get<T>() where T : notnull => services.GetRequiredService<T>();
        var (error, digest) = (new InvalidOperationException(), GivenDigest.OfHarbourNews().Build());
        var delivery = new Delivery { DigestId = digest.Id, State = DeliveryState.Sent, Channel = "email", Items = 1, Created = digest.Frozen, Updated = digest.Frozen };
        Get<IngestingMetrics>().Ingested(isNew: true);
        Get<IngestingMetrics>().Rejected(RejectionReason.Binary);
        Get<IngestingMetrics>().Took(0, error);
        Get<SummarizingMetrics>().Made("embedded", ModelFailure.TimedOut);
        Get<SummarizingMetrics>().Ungrounded("model", 1, GroundingAction.AskedAgain);
        Get<RoutingMetrics>().Placed(InboxDecision.Alert);
        Get<DigestingMetrics>().Frozen(DigestKind.RoundUp, 3);
        Get<DeliveringMetrics>().Attempted("email", 0, "sent");
        Get<DeliveringMetrics>().Ended(delivery);
        Get<DeliveringMetrics>().Arrived(delivery, digest);
        Get<SweepingMetrics>().Poisoned(Stages.Route);
        Get<SweepingMetrics>().GaveUp(Stages.Route);
        Get<StageMetrics>().Reached(Stages.Deliver, digest.Frozen, "alert");
        Get<StageMetrics>().Retried(Stages.Deliver, RetryCause.Deferred);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Get<StageMetrics>().ProcessAsync(new DeliverRequest(digest.Id), (_, _) => throw error, CancellationToken.None));
        Get<QueueMetrics>().Sent(Queues.Deliver, error);
        await new BacklogMetrics(Get<IMeterFactory>(), Mock.Of<IBacklogReader>(reader => reader.ReadAsync(It.IsAny<CancellationToken>()) == Task.FromResult(Backlog(digest.Frozen))))
            .MeasureAsync(CancellationToken.None);
        Get<ModelMetrics>().Used(null, 1, 1);
        Get<ModelMetrics>().Ended(null, 0, ModelFailure.Busy, new ModelCost(2, 3));
    }

    private static Backlog Backlog(DateTimeOffset at) => GivenBacklog.AtRest(at) with
    {
        Originals = new Waiting(1, at),
        Queued = new Dictionary<string, Waiting> { [Queues.Route] = new(1, at) },
    };

    private static string KindOf(Instrument instrument) => instrument.GetType().Name.Split('`')[0].ToLowerInvariant();

    /// <summary>As OpenTelemetry's specification translates to Prometheus: the unit's name appended, those in braces left out, and what counts.</summary>
    private static string PrometheusNameOf(Instrument instrument) =>
        instrument.Name.Replace('.', '_') + (instrument.Unit == "s" ? "_seconds" : "") + (KindOf(instrument) == "counter" ? "_total" : "");

    private static IEnumerable<(string Name, string Kind, string Unit, string[] Attributes)> Documented() =>
        Row().Matches(Repository.Read("docs/observability.md").Split("\n## Traces")[0]).Select(match => (
            match.Groups["name"].Value,
            match.Groups["kind"].Value,
            match.Groups["unit"].Value,
            match.Groups["attributes"].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(one => one.Trim('`')).ToArray()));

    [GeneratedRegex(@"^\| `(?<name>[\w.]+)` \| (?<kind>counter|histogram|gauge) \| `(?<unit>[^`]+)` \|(?<attributes>[^|]*)\|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("""
        "expr": "((?:[^"\\]|\\.)*)"
        """)]
    private static partial Regex Expression();

    /// <summary>What stands in an expression and is no metric.</summary>
    [GeneratedRegex(@"by \([^)]*\)|\{[^}]*\}")]
    private static partial Regex Labels();

    [GeneratedRegex(@"\b(newsalerts|gen_ai|messaging)_\w+")]
    private static partial Regex PrometheusName();

    /// <summary>A label's name among those of an expression, which are grouped by, or compared with a value.</summary>
    [GeneratedRegex(@"(?<=[({, ])[a-z_]+(?=[,)]|=)")]
    private static partial Regex Label();

    [GeneratedRegex("_(bucket|sum|count)$")]
    private static partial Regex Suffix();
}
