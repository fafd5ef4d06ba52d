using System.Text.Json.Serialization;
using NewsAlerts.Articles;

namespace NewsAlerts.Summarizing;

/// <summary>Asks for an article to be condensed. Queue <c>summarize</c>.</summary>
public sealed record SummarizeRequest(ArticleId ArticleId) : StageRequest
{
    [JsonIgnore]
    public override string Stage => Stages.Summarize;

    [JsonIgnore]
    public override string Key => ArticleId.ToString();

    [JsonIgnore]
    public override string Subject => ArticleId.ToString();
}
