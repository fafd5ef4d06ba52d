using NewsAlerts.Digesting;

namespace NewsAlerts.Delivering;

/// <summary>A digest's way to its channel: a row of the ledger.</summary>
public sealed record Delivery
{
    public required DigestId DigestId { get; init; }

    public required DeliveryState State { get; init; }

    /// <summary>The channel's kind, such as "email".</summary>
    public required string Channel { get; init; }

    /// <summary>How many articles the digest has.</summary>
    public required int Items { get; init; }

    /// <summary>How many times sending began.</summary>
    public int Attempts { get; init; }

    /// <summary>Which host is sending; null unless <see cref="DeliveryState.Sending"/>.</summary>
    public string? Owner { get; init; }

    /// <summary>While sending, when the owner's lease ends; while pending after a failure, when the next attempt is due.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>What the last failed attempt ran into; no addresses, no secrets.</summary>
    public string? LastError { get; init; }

    /// <summary>How its attempts went.</summary>
    public DeliveryHistory History { get; init; }

    /// <summary>
    /// When its destination failed for the first time since it was entered, sent on its way again, or <see cref="HinderedAt">hindered</see>; null where it has not.
    /// </summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>When an attempt last failed without the destination's doing (<see cref="SendOutcome.Hindered"/>); null where none did.</summary>
    public DateTimeOffset? HinderedAt { get; init; }

    /// <summary>What the receiver refused for good; null where it did not.</summary>
    public Refusal? Refused { get; init; }

    /// <summary>When it was entered: from then on its age counts.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When somebody sent it on its way again: its age counts from then. Null where nobody did.</summary>
    public DateTimeOffset? Restarted { get; init; }

    /// <summary>Since when its reader's own pause or quiet hours keep it back; null where nothing does.</summary>
    public DateTimeOffset? HeldSince { get; init; }

    /// <summary>How long such waits took that are over: they are no part of its age.</summary>
    public TimeSpan Held { get; init; }

    public required DateTimeOffset Updated { get; init; }

    /// <summary>The time its digest stands for: when it was due, or, an alert, when it was entered.</summary>
    public DateTimeOffset Time => DigestId.Due ?? Created;

    /// <summary>The version of the row that was read; null for a row not yet written.</summary>
    public string? ETag { get; init; }

    /// <summary>Whether its last failure was not the destination's doing.</summary>
    public bool IsHindered => HinderedAt is not null && FailingSince is null && State is not DeliveryState.Sent;

    /// <summary>The same, kept back no longer.</summary>
    public Delivery Released(DateTimeOffset now) => HeldSince is { } since ? this with { HeldSince = null, Held = Held + (now > since ? now - since : TimeSpan.Zero) } : this;
}

public enum DeliveryState
{
    /// <summary>Frozen, to be sent.</summary>
    Pending,

    /// <summary>A host is at it, until its lease ends.</summary>
    Sending,

    /// <summary>The receiver said OK.</summary>
    Sent,

    /// <summary>Given up; a failure row says why.</summary>
    Failed,

    /// <summary>Too old to be of use; a failure row says so.</summary>
    Expired,

    /// <summary>Its subscription was removed or disabled first; of one that is enabled again it can be sent on its way again.</summary>
    Cancelled,
}
