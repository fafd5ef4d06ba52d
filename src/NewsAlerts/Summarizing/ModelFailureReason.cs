namespace NewsAlerts.Summarizing;

/// <summary>Why a model made no summary, in words for people.</summary>
public static class ModelFailureReason
{
    /// <returns>A clause about the model, "it", without a full stop.</returns>
    public static string Of(ModelFailure failure) => failure switch
    {
        ModelFailure.Off => "none is configured",
        ModelFailure.OverBudget => "its budget for the day is used up",
        ModelFailure.ArticleTooDear => "the article is longer than its budget for one article",
        ModelFailure.Refused => "it refused",
        ModelFailure.Filtered => "its content filter stopped this article",
        ModelFailure.TimedOut => "it did not answer in time",
        ModelFailure.Busy => "it was too busy",
        ModelFailure.Unreachable => "it could not be reached",
        ModelFailure.Denied => "it did not accept the key or the identity",
        ModelFailure.NotFound => "there is no such model at its address",
        ModelFailure.Unpaid => "its account has no credit left",
        ModelFailure.Failed => "it failed",
        ModelFailure.Resting => "it failed too often lately",
        ModelFailure.OffSchema => "its answers were not in the agreed form",
        _ => throw new ArgumentOutOfRangeException(nameof(failure), failure, "There is no such failure."),
    };
}
