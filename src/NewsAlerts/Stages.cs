namespace NewsAlerts;

/// <summary>The stages' names, as they stand in the tables Open and Failures. The queued ones share their queue's name.</summary>
public static class Stages
{
    public const string Ingest = "ingest";
    public const string Summarize = Queues.Summarize;
    public const string Route = Queues.Route;
    public const string Deliver = Queues.Deliver;

    /// <summary>Clearing the inbox of a removed subscription; Sweep does it itself, without a queue.</summary>
    public const string Purge = "purge";

    public static IReadOnlyList<string> All { get; } = [Ingest, Summarize, Route, Deliver, Purge];
}
