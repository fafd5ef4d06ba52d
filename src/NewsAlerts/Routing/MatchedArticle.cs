using NewsAlerts.Articles;

namespace NewsAlerts.Routing;

/// <summary>An article that is being routed.</summary>
/// <param name="Id">Which.</param>
/// <param name="Language">Its language, as <see cref="Citation.Language"/> has it.</param>
/// <param name="Matched">When its routing began: the moment that decides what becomes of it.</param>
public readonly record struct MatchedArticle(ArticleId Id, string Language, DateTimeOffset Matched)
{
    /// <summary>The span of its routing; null where nobody traces it.</summary>
    public string? TraceParent { get; init; }
}
