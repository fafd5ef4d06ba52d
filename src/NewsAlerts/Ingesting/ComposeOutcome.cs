using NewsAlerts.Articles;

namespace NewsAlerts.Ingesting;

/// <summary>What a draft became.</summary>
public abstract record ComposeOutcome
{
    private ComposeOutcome()
    {
    }

    public sealed record Composed(Article Article) : ComposeOutcome;

    public sealed record Rejected(Rejection Rejection) : ComposeOutcome;
}
