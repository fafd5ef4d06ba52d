using System.Text.Json.Serialization;
using NewsAlerts.Digesting;

namespace NewsAlerts.Delivering;

/// <summary>Asks for a digest to be frozen, if it is not yet, and sent. Queue <c>deliver</c>.</summary>
public sealed record DeliverRequest(DigestId DigestId) : StageRequest
{
    [JsonIgnore]
    public override string Stage => Stages.Deliver;

    [JsonIgnore]
    public override string Key => DigestId.ToString();

    [JsonIgnore]
    public override string Subject => DigestId.SubscriptionId.ToString();
}
