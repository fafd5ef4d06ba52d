using NewsAlerts.Articles;

namespace NewsAlerts.Summarizing;

/// <summary>Condenses an article by a language model, which may be slow, broken, unwilling or too dear.</summary>
public interface IModelSummarizer
{
    /// <summary>Whether there is a model to ask at all.</summary>
    bool IsConfigured { get; }

    /// <summary>A summary whose every point is grounded, or why there is none. Throws only where storage fails, or on cancellation.</summary>
    ValueTask<ModelOutcome> SummarizeAsync(Article article, CancellationToken cancellationToken);
}

/// <summary>What came of asking a model.</summary>
public abstract record ModelOutcome
{
    private ModelOutcome()
    {
    }

    public sealed record Made(Summary Summary) : ModelOutcome;

    public sealed record NotMade(ModelFailure Why) : ModelOutcome;
}

/// <summary>Why a model made no summary.</summary>
public enum ModelFailure
{
    /// <summary>No model is configured.</summary>
    Off,

    /// <summary>The day's tokens or money are used up.</summary>
    OverBudget,

    /// <summary>The article would take more tokens or money than one article may.</summary>
    ArticleTooDear,

    /// <summary>The model would not do it.</summary>
    Refused,

    /// <summary>The model's content filter stopped the article or the answer.</summary>
    Filtered,

    /// <summary>The model did not answer in time.</summary>
    TimedOut,

    /// <summary>The model had too much to do, also when asked again.</summary>
    Busy,

    /// <summary>Nothing answered at the model's address.</summary>
    Unreachable,

    /// <summary>The key, or the identity, was not accepted.</summary>
    Denied,

    /// <summary>There is no such model, or nothing of the kind at the address.</summary>
    NotFound,

    /// <summary>The account has no credit left.</summary>
    Unpaid,

    /// <summary>The model failed, turned the request down, or answered in a way that is not this API's.</summary>
    Failed,

    /// <summary>The model failed so often lately that it is not asked for a while.</summary>
    Resting,

    /// <summary>The model's answers were not in the form that was asked for.</summary>
    OffSchema,
}
