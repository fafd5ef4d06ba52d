using System.Text.Json.Serialization;

namespace NewsAlerts.Ingesting;

/// <summary>
/// An original that failed to be ingested, or that no trigger saw. It has no queue, since the blob itself is the message;
/// as a row in the table Open it counts the attempts.
/// </summary>
public sealed record IngestRequest(string Name, string OriginalKey) : StageRequest
{
    [JsonIgnore]
    public override string Stage => Stages.Ingest;

    [JsonIgnore]
    public override string Key => OriginalKey;

    [JsonIgnore]
    public override string Subject => OriginalKey;
}
