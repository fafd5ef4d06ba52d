using NewsAlerts.Summarizing;

namespace NewsAlerts.Adapters.OpenAI;

/// <summary>What came back for one request.</summary>
internal abstract record ModelReply
{
    private ModelReply()
    {
    }

    /// <summary>An answer, however sensible.</summary>
    public sealed record Answered(string Text) : ModelReply;

    /// <summary>No answer.</summary>
    /// <param name="Why">What is to blame.</param>
    /// <param name="IsPassing">Whether the same request may work a little later.</param>
    /// <param name="RetryAfter">How long the model asks to be left alone.</param>
    public sealed record Failed(ModelFailure Why, bool IsPassing = false, TimeSpan? RetryAfter = null) : ModelReply;
}
