using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NewsAlerts.Articles;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Ingesting;
using NewsAlerts.Local.Commands.Rules;
using NewsAlerts.Local.Diagnosing;
using NewsAlerts.Local.Evaluating;
using NewsAlerts.Local.Operating;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Routing;
using NewsAlerts.Summarizing;

namespace NewsAlerts.Local.Commands;

/// <summary>What <c>--json</c> prints: docs/commands.md, "JSON".</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    WriteIndented = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<AddedJson>))]
[JsonSerializable(typeof(IReadOnlyList<ArticleJson>))]
[JsonSerializable(typeof(ArticleDetailJson))]
[JsonSerializable(typeof(IReadOnlyList<DeliveryJson>))]
[JsonSerializable(typeof(DeliveryDetailJson))]
[JsonSerializable(typeof(Digest))]
[JsonSerializable(typeof(DoctorJson))]
[JsonSerializable(typeof(IReadOnlyList<EvaluationJson>))]
[JsonSerializable(typeof(IReadOnlyList<FailureJson>))]
[JsonSerializable(typeof(FailureJson))]
[JsonSerializable(typeof(BacktestJson))]
[JsonSerializable(typeof(RuleTestJson))]
[JsonSerializable(typeof(ReplayJson))]
[JsonSerializable(typeof(IReadOnlyList<SubscriptionJson>))]
[JsonSerializable(typeof(SubscriptionJson))]
[JsonSerializable(typeof(IReadOnlyList<TemplateJson>))]
[JsonSerializable(typeof(RotatedSecretJson))]
[JsonSerializable(typeof(PingJson))]
[JsonSerializable(typeof(StatusJson))]
internal sealed partial class OutputJson : JsonSerializerContext
{
    /// <summary>Prints a value of one of the types above.</summary>
    public static void Write<T>(Screen screen, T value) => screen.WriteRaw(Text(value));

    /// <summary>A value of one of the types above, as it is printed.</summary>
    public static string Text<T>(T value)
    {
        // What people read stays readable: this is a terminal or a file, never a web page.
        var readable = new OutputJson(new JsonSerializerOptions(s_defaultOptions) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var type = (JsonTypeInfo<T>?)readable.GetTypeInfo(typeof(T)) ?? throw new NotSupportedException($"{typeof(T)} has no JSON shape here.");
        return JsonSerializer.Serialize(value, type);
    }
}

internal sealed record AddedJson(string Name, string Outcome, IReadOnlyList<string>? Added, IReadOnlyList<string>? Known, Rejection? Rejection);

internal sealed record ArticleJson(ArticleId Id, DateTimeOffset At, string Headline, string? Source, string Language);

internal sealed record ArticleDetailJson(Article Article, Summary? Summary);

internal sealed record DeliveryJson(
    DigestId Digest,
    string Subscription,
    DateTimeOffset Due,
    string Channel,
    string State,
    int Items,
    int Attempts,
    DateTimeOffset? Until,
    string? LastError,
    DateTimeOffset Created,
    DateTimeOffset Updated);

internal sealed record DeliveryDetailJson(
    DeliveryJson Delivery,
    string? Owner,
    DateTimeOffset? FailingSince,
    DateTimeOffset? HinderedAt,
    DateTimeOffset? Restarted,
    string? Refused,
    IReadOnlyList<PastAttempt> History);

internal sealed record FailureJson(string Stage, string Key, string Reason, string Subject, string Detail, string Remedy, DateTimeOffset At, DateTimeOffset? Retried)
{
    public string? Message { get; init; }

    public DiscardedJson? Discarded { get; init; }
}

internal sealed record DiscardedJson(string By, string? Because, DateTimeOffset At);

internal sealed record DoctorJson(Verdict Verdict, IReadOnlyList<Finding> Checks);

internal sealed record ReplayJson(ArticleId Article, string Outcome, int? Revision, Summary? Before, Summary? After);

internal sealed record TemplateJson(string Name, string State, long? Bytes, DateTimeOffset? Changed, string? Fault);

internal sealed record SubscriptionJson(
    string Id,
    string Name,
    string Channel,
    string Destination,
    string? Rule,
    string? Cron,
    string? Schedule,
    string TimeZone,
    AlertPolicy? Alerts,
    QuietHours? Quiet,
    Pause? Pause,
    IReadOnlyList<string>? Languages,
    int? MaxItems,
    DateTimeOffset Created,
    DateTimeOffset? Removed,
    DateTimeOffset? Due,
    int? Pending,
    int? Held,
    PreviewedIssues? Preview,
    string? Secret)
{
    public string Standing { get; init; } = "active";

    public string? DisabledBecause { get; init; }

    public string? NoticeBy { get; init; }

    public string? NoticeTo { get; init; }

    public string? NoticeSecret { get; init; }
}

internal sealed record RotatedSecretJson(string Subscription, string Secret, DateTimeOffset? EarlierSignUntil);

internal sealed record PingJson(string Id, bool Accepted, int? Status, int Milliseconds, string Body, string? Error);

internal sealed record StatusJson(
    DateTimeOffset At,
    IReadOnlyList<string> Concerns,
    ArticlesJson Articles,
    double OldestPendingSeconds,
    IReadOnlyList<StageJson> Stages,
    int Failing,
    int Restarted,
    DateTimeOffset? OldestDue,
    IReadOnlyList<ChannelJson> Deliveries,
    SpendJson Spent);

internal sealed record ArticlesJson(int LastHour, int LastFiveMinutes);

internal sealed record StageJson(string Stage, int InFlight, DateTimeOffset? Oldest, int? Queued, int Poisoned, int Failures);

internal sealed record ChannelJson(string Channel, string State, int Count);

internal sealed record SpendJson(long Tokens, decimal Money);
