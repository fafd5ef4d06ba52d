namespace NewsAlerts;

/// <summary>The queues between the stages. Each has a twin with the suffix <see cref="PoisonSuffix"/>.</summary>
public static class Queues
{
    public const string Summarize = "summarize";
    public const string Route = "route";
    public const string Deliver = "deliver";

    /// <summary>What the Functions host appends to a queue's name for messages that failed too often.</summary>
    public const string PoisonSuffix = "-poison";

    /// <summary>Where the Functions host puts blobs whose trigger failed too often.</summary>
    public const string BlobTriggerPoison = "webjobs-blobtrigger-poison";

    public static IReadOnlyList<string> All { get; } = [Summarize, Route, Deliver];

    /// <summary>Every queue that holds what failed too often.</summary>
    public static IReadOnlyList<string> Poison { get; } =
        [Summarize + PoisonSuffix, Route + PoisonSuffix, Deliver + PoisonSuffix, BlobTriggerPoison];
}
