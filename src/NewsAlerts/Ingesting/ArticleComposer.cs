using NewsAlerts.Articles;

namespace NewsAlerts.Ingesting;

/// <summary>Placeholder until the branch `formats` lands.</summary>
public sealed class ArticleComposer
{
    public ComposeOutcome Compose(ArticleDraft draft, OriginalReference original) => throw new NotSupportedException($"{draft} {original} {this}");
}
