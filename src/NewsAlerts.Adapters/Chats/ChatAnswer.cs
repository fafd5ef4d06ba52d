using NewsAlerts.Delivering;

namespace NewsAlerts.Adapters.Chats;

/// <summary>What a chat answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The beginning of what it said.</param>
/// <param name="RetryAfter">How long it asked to wait, where it did.</param>
internal sealed record ChatAnswer(int Status, string Body, TimeSpan? RetryAfter)
{
    /// <summary>What the status alone means; a chat's own codes come first where it has some.</summary>
    /// <param name="vendor">The chat, for people.</param>
    /// <param name="code">What the chat calls it, where that is known to be harmless; null otherwise.</param>
    public SendOutcome Outcome(string vendor, string? code = null)
    {
        var told = code is null ? $"{Status}" : $"{Status}, {code}";
        return Status switch
        {
            >= 200 and < 300 => new SendOutcome.Sent(),
            >= 300 and < 400 => new SendOutcome.Deferred($"{vendor} answered {told}; redirects are not followed."),
            404 or 410 => Gone(vendor, code),
            400 or 413 or 415 or 422 => new SendOutcome.Refused($"{vendor} does not take this message ({told})."),
            _ => new SendOutcome.Deferred($"{vendor} answered {told}.", RetryAfter),
        };
    }

    /// <summary>The webhook was deleted, or its channel: nothing sent there will ever arrive.</summary>
    public SendOutcome Gone(string vendor, string? code = null) =>
        new SendOutcome.Refused($"The {vendor} webhook is gone ({(code is null ? $"{Status}" : $"{Status}, {code}")}).");
}
