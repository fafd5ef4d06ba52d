using NewsAlerts.Articles;

namespace NewsAlerts.Ingesting;

/// <summary>What became of a draft.</summary>
public abstract record ComposeOutcome
{
    private ComposeOutcome()
    {
    }

    public sealed record Composed(Article Article) : ComposeOutcome;

    public sealed record Rejected(Rejection Rejection) : ComposeOutcome;
}
