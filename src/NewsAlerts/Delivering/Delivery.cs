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

    /// <summary>When it was entered: from then on its age counts.</summary>
    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Updated { get; init; }

    /// <summary>The time its digest stands for: when it was due, or, an alert, when it was entered.</summary>
    public DateTimeOffset Time => DigestId.Due ?? Created;

    /// <summary>The version of the row that was read; null for a row not yet written.</summary>
    public string? ETag { get; init; }
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

    /// <summary>Too old to be of use.</summary>
    Expired,

    /// <summary>Its subscription was removed first.</summary>
    Cancelled,
}
