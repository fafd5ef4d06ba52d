namespace NewsAlerts;

/// <summary>The tables, as docs/formats.md describes them.</summary>
public static class Tables
{
    public const string Open = "Open";
    public const string Originals = "Originals";
    public const string Archive = "Archive";
    public const string Subscriptions = "Subscriptions";
    public const string Inboxes = "Inboxes";
    public const string Deliveries = "Deliveries";
    public const string DeliveryDays = "DeliveryDays";
    public const string Failures = "Failures";
    public const string FailureLog = "FailureLog";
    public const string Spend = "Spend";

    public static IReadOnlyList<string> All { get; } = [Open, Originals, Archive, Subscriptions, Inboxes, Deliveries, DeliveryDays, Failures, FailureLog, Spend];
}
