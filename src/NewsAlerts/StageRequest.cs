using System.Diagnostics;
using System.Text.Json.Serialization;

namespace NewsAlerts;

/// <summary>
/// A message between two stages, and the row in the table Open that stands for it while it is in flight.
/// It carries ids only, never content.
/// </summary>
public abstract record StageRequest
{
    /// <summary>The version that this code writes and reads.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The message's version; any other than <see cref="CurrentVersion"/> does not deserialise, and ends in the poison queue.</summary>
    [JsonRequired]
    public int Version { get; init => field = DocumentVersion.Known(value, CurrentVersion, "a message"); } = CurrentVersion;

    /// <summary>
    /// The span in which it was made, as W3C's header of that name has it; null for a message without a trace, and where it is none: no message is
    /// refused for what only an observer needs.
    /// </summary>
    [JsonPropertyName("traceparent")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraceParent { get; init => field = ActivityContext.TryParse(value, null, out _) ? value : null; }

    /// <summary>The stage that the message asks for work: one of <see cref="Stages"/>.</summary>
    [JsonIgnore]
    public abstract string Stage { get; }

    /// <summary>What the work is on; unique within the stage, and safe as a table key.</summary>
    [JsonIgnore]
    public abstract string Key { get; }

    /// <summary>
    /// Whom or what it concerns: an article, a subscription, an original. Work on one subject shares a partition of the table
    /// Open, so that it passes from stage to stage in one transaction.
    /// </summary>
    [JsonIgnore]
    public abstract string Subject { get; }
}
