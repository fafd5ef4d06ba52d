using System.Text.Json.Serialization;
using NewsAlerts.Routing;

namespace NewsAlerts.Sweeping;

/// <summary>Asks for a removed subscription's inbox and tombstone to be deleted. No queue: Sweep does it when the time has come.</summary>
public sealed record PurgeRequest(SubscriptionId SubscriptionId) : StageRequest
{
    [JsonIgnore]
    public override string Stage => Stages.Purge;

    [JsonIgnore]
    public override string Key => SubscriptionId.ToString();

    [JsonIgnore]
    public override string Subject => SubscriptionId.ToString();
}
