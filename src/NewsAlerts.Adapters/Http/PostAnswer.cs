namespace NewsAlerts.Adapters.Http;

/// <summary>What became of a POST.</summary>
internal abstract record PostAnswer
{
    private PostAnswer()
    {
    }

    /// <summary>The receiver answered.</summary>
    /// <param name="Status">The HTTP status.</param>
    /// <param name="Body">The body, up to <see cref="WebhookOptions.MaxResponseBytes"/>; what is beyond was not read.</param>
    /// <param name="RetryAfter">How long it asks to wait, at most a day; null where it does not.</param>
    public sealed record Answered(int Status, ReadOnlyMemory<byte> Body, TimeSpan? RetryAfter) : PostAnswer;

    /// <summary>The URL is not one that requests may go to; nothing was sent.</summary>
    /// <param name="Error">Why, without the address.</param>
    public sealed record Forbidden(string Error) : PostAnswer;

    /// <summary>No answer: not reached, broken off, or too late. The receiver may have got it all the same.</summary>
    /// <param name="Error">What happened, without the address.</param>
    public sealed record Unanswered(string Error) : PostAnswer;

    /// <summary>Too many requests to that host are under way already; nothing was sent.</summary>
    public sealed record HostBusy : PostAnswer;
}
