using NewsAlerts.Routing;
using NewsAlerts.Routing.Rules;

namespace NewsAlerts.Local.Operating;

/// <summary>What an operator asks for; the book adds the rest.</summary>
internal sealed record NewSubscription
{
    public required string Name { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>Null for one that has alerts only.</summary>
    public Schedule? Schedule { get; init; }

    public AlertPolicy? Alerts { get; init; }

    public QuietHours? Quiet { get; init; }

    public IReadOnlyList<string> Languages { get; init; } = [];

    public int? MaxItems { get; init; }

    /// <summary>Where its owner is told what concerns the subscription itself; null for nowhere.</summary>
    public Channel? NoticeTo { get; init; }

    /// <summary>Whether the operator has the reader's consent, so that a mail address need not be asked.</summary>
    public bool Confirmed { get; init; }

    /// <summary>What its articles must say; null for every article.</summary>
    public Rule? Rule { get; init; }
}
