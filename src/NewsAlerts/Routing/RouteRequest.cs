using System.Text.Json.Serialization;
using NewsAlerts.Articles;

namespace NewsAlerts.Routing;

/// <summary>Asks for an article to be matched with the subscriptions of a shard. Queue <c>route</c>.</summary>
public sealed record RouteRequest(ArticleId ArticleId, int Shard) : StageRequest
{
    [JsonIgnore]
    public override string Stage => Stages.Route;

    [JsonIgnore]
    public override string Key => $"{ArticleId}-{Shard:x2}";

    [JsonIgnore]
    public override string Subject => ArticleId.ToString();
}
