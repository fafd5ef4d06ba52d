using System.Text.Json.Serialization;
using NewsAlerts.Articles;
using NewsAlerts.Routing.Rules;

namespace NewsAlerts.Routing;

/// <summary>Who gets what, when and how. One destination each, so that one bad address concerns nobody else.</summary>
public sealed record Subscription
{
    /// <summary>The version of the row that this code writes. A host that knew only 1 would send what a rule keeps out, so it must not read these.</summary>
    public const int CurrentVersion = 2;

    /// <summary>The oldest version that this code reads.</summary>
    public const int OldestVersion = 1;

    public int Version { get; init => field = DocumentVersion.Known(value, OldestVersion, CurrentVersion, "a subscription"); } = CurrentVersion;

    public required SubscriptionId Id { get; init; }

    /// <summary>What its owner calls it; the digest's title. One line, at most 100 characters.</summary>
    public required string Name
    {
        get;
        init => field = value is { Length: > 0 and <= 100 } && !value.Any(char.IsControl)
            ? value
            : throw new ArgumentException("A subscription's name is one line of 1 to 100 characters.");
    }

    public required Channel Channel { get; init; }

    /// <summary>When its digests are due; null for one that has alerts only.</summary>
    public Schedule? Schedule { get; init; }

    /// <summary>How it is told of articles at once; null for one that has digests only.</summary>
    public AlertPolicy? Alerts { get; init; }

    /// <summary>When nothing is sent to it; null for never.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>A time in which it is sent nothing; one that has passed is as good as none.</summary>
    public Pause? Pause { get; init; }

    /// <summary>The languages it wants, BCP 47 primary subtags; empty for all. An article whose language is not known passes.</summary>
    public IReadOnlyList<string> Languages
    {
        get;

        // Generated JSON readers set what a document does not have, too.
        init => field = value ?? [];
    } = [];

    /// <summary>Most articles in one of its digests, 1 to 500; the rest is counted and linked. Null for the installation's own limit.</summary>
    public int? MaxItems
    {
        get;
        init => field = value is null or (>= 1 and <= 500) ? value : throw new ArgumentException($"A digest holds 1 to 500 articles, not {value}.");
    }

    /// <summary>What its articles must say; null for every article.</summary>
    public Rule? Rule { get; init; }

    /// <summary>Whether it is sent anything. Only an active one has articles routed to it.</summary>
    public Standing Standing { get; init; } = Standing.Active;

    /// <summary>Why it is disabled, for people; null for any other standing. Without addresses or secrets.</summary>
    public string? DisabledBecause { get; init; }

    /// <summary>When it was disabled, or enabled again; null where it never was. What failed before it was enabled is forgiven.</summary>
    public DateTimeOffset? StandingSince { get; init; }

    /// <summary>Where its owner is told what concerns the subscription itself, such as that it is disabled; null for nowhere.</summary>
    public Channel? NoticeTo { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>When it was removed: a tombstone until its inbox is purged. Null while it lives.</summary>
    public DateTimeOffset? Removed { get; init; }

    /// <summary>The zone in which its readers see dates.</summary>
    [JsonIgnore]
    public string TimeZone => Schedule?.TimeZone ?? Alerts?.TimeZone ?? Quiet?.TimeZone ?? "UTC";

    /// <summary>Whether it wants articles in <paramref name="language"/>, as <see cref="Articles.Citation.Language"/> has it.</summary>
    public bool Accepts(string language) =>
        Languages.Count == 0 || language == "und" || Languages.Any(wanted => LanguageCode.Canonical(wanted) == LanguageCode.Canonical(language));

    /// <summary>What keeps it from being sent anything at an instant; null where nothing does.</summary>
    public Hold? HoldAt(DateTimeOffset instant)
    {
        if (Pause?.Includes(instant) != true)
        {
            return Quiet?.EndOf(instant) is { } end ? new Hold(HoldReason.QuietHours, end) : null;
        }

        return new Hold(HoldReason.Paused, Pause.Until is { } until ? FreeFrom(until) : null);
    }

    /// <summary>
    /// When its next digest is due after <paramref name="instant"/>: as the schedule says, but not within a pause, and at the end of quiet
    /// hours where it falls into them. Null for never, and for one that is not active.
    /// </summary>
    public DateTimeOffset? NextDueAfter(DateTimeOffset instant)
    {
        if (Standing is not Standing.Active)
        {
            return null;
        }

        // A tick at the very end of the pause counts.
        DateTimeOffset? after = Pause?.Includes(instant) != true ? instant : Pause.Until?.AddTicks(-1);
        return after is { } from && Schedule?.NextAfter(from) is { } next ? FreeFrom(next) : null;
    }

    private DateTimeOffset FreeFrom(DateTimeOffset instant) => Quiet?.EndOf(instant) ?? instant;
}
