using NewsAlerts.Delivering;

namespace NewsAlerts.Adapters.Chats;

/// <summary>What a chat answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The beginning of what it said.</param>
/// <param name="RetryAfter">How long it asked to wait, where it did.</param>
internal sealed record ChatAnswer(int Status, string Body, TimeSpan? RetryAfter)
{
    /// <summary>
    /// What an answer means. A 404 counts for good only where the chat gives it a code of its own: a bare one may be of something on the way, and is
    /// tried again.
    /// </summary>
    /// <param name="vendor">The chat, for people.</param>
    /// <param name="code">What the chat calls it, where that is fit to be shown; null otherwise.</param>
    public SendOutcome Outcome(string vendor, string? code = null)
    {
        var told = code is null ? $"{Status}" : $"{Status}, {code}";
        return Status switch
        {
            >= 200 and < 300 => new SendOutcome.Sent(),
            >= 300 and < 400 => new SendOutcome.Deferred($"{vendor} answered {told}; redirects are not followed."),
            410 => Gone(vendor, code),
            404 when code is not null => Gone(vendor, code),
            400 or 413 or 415 or 422 => new SendOutcome.Refused($"{vendor} does not take this message ({told})."),
            _ => new SendOutcome.Deferred($"{vendor} answered {told}.", RetryAfter),
        };
    }

    /// <summary>The webhook was deleted, or its channel: nothing sent there will ever arrive.</summary>
    public SendOutcome Gone(string vendor, string? code = null) =>
        new SendOutcome.Refused($"The {vendor} webhook is gone ({(code is null ? $"{Status}" : $"{Status}, {code}")}).", Refusal.Gone);
}
