namespace NewsAlerts.Web.Mail;

/// <summary>What stands below every mail.</summary>
public sealed record MailFooter
{
    /// <summary>What the link to <see cref="PauseUrl"/> says.</summary>
    internal const string Pause = "Pause for a week";

    /// <summary>Why one gets it: what stands before the subscription's name, and after it.</summary>
    public required (string Before, string After) Reason { get; init; }

    /// <summary>The subscription's name.</summary>
    public required string Name { get; init; }

    /// <summary>The rule of the subscription, where that is not said elsewhere in the mail; null for none.</summary>
    public string? Rule { get; init; }

    /// <summary>Where one can pause it: https or http; null where there is nothing to pause, or this installation has no address.</summary>
    public string? PauseUrl { get; init; }

    /// <summary>Where one can end it: https or http; null where this installation has no address.</summary>
    public string? UnsubscribeUrl { get; init; }

    /// <summary>Who sends it, and where they can be reached; one line; null for nobody named.</summary>
    public string? Imprint { get; init; }

    /// <summary>What to name when one asks about the mail, such as "issue d-00k3…".</summary>
    public required string Reference { get; init; }
}

/// <summary>What every mail to a subscription has besides its contents.</summary>
/// <param name="UnsubscribeUrl">Where its reader can end it; null for nowhere.</param>
/// <param name="Imprint">Who sends it, and where they can be reached; null for nobody named.</param>
public sealed record MailFrame(Uri? UnsubscribeUrl, string? Imprint)
{
    /// <summary>Where its reader can pause it; null for nowhere.</summary>
    public Uri? PauseUrl { get; init; }

    /// <summary>Where all that the issue brings can be read; null for nowhere.</summary>
    public Uri? IssueUrl { get; init; }

    /// <summary>Nothing but the contents: what a terminal shows.</summary>
    public static MailFrame Bare { get; } = new(null, null);

    private const int MaxImprint = 300;

    internal MailFooter Footer(string name, (string Before, string After) reason, string reference) => new()
    {
        Reason = reason,
        Name = name,
        PauseUrl = PauseUrl?.AbsoluteUri,
        UnsubscribeUrl = UnsubscribeUrl?.AbsoluteUri,
        Imprint = DisplayText.Line(Imprint, MaxImprint),
        Reference = reference,
    };
}
