using System.Text.Json;
using Azure.Data.Tables;
using NewsAlerts.Routing;

namespace NewsAlerts.Adapters.Storage;

/// <summary>A subscription and its due time as a row of a table.</summary>
internal static class SubscriptionRow
{
    /// <summary>When the next digest is due, as UTC ticks; 0 for never.</summary>
    public const string DueTicks = "DueTicks";

    private const string Document = "Document";

    public static TableEntity Write(Subscription subscription, DateTimeOffset? due, string partition, string row) => new(partition, row)
    {
        [Document] = JsonSerializer.Serialize(subscription, DocumentJson.Compact.Subscription),
        [DueTicks] = due?.UtcTicks ?? 0L,
    };

    /// <exception cref="FormatException">A newer version wrote it.</exception>
    public static Subscription Read(TableEntity row) => JsonSerializer.Deserialize(row.GetString(Document), DocumentJson.Default.Subscription)!;

    public static DateTimeOffset? DueOf(TableEntity row) =>
        row.GetInt64(DueTicks) is > 0 and { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>
    /// Whether a newer version wrote it, of a subscription that articles are routed to. Of a newer document no more is read than what ends routing; a
    /// standing that this version does not know ends nothing.
    /// </summary>
    public static bool IsNewerAndActive(TableEntity row)
    {
        try
        {
            return row.GetString(Document) is { } json
                && JsonSerializer.Deserialize(json, DocumentJson.Default.SubscriptionHead) is
                {
                    Version: > Subscription.CurrentVersion,
                    Removed: null,
                    Standing: not (nameof(Standing.Unconfirmed) or nameof(Standing.Disabled)),
                };
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

/// <summary>What a host reads of a subscription of whatever version.</summary>
internal sealed record SubscriptionHead
{
    public int Version { get; init; }

    public string? Standing { get; init; }

    public DateTimeOffset? Removed { get; init; }
}
