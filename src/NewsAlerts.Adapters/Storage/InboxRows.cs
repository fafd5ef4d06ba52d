using System.Globalization;
using Azure;
using Azure.Data.Tables;
using NewsAlerts.Articles;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;

namespace NewsAlerts.Adapters.Storage;

/// <summary>How what was decided about an article, and the alerts of late, stand in rows of the table <c>Inboxes</c>.</summary>
internal static class InboxRows
{
    public const string SeenPrefix = "a|";
    public const string AllowanceKey = "n";
    public const string Digest = "DigestId";

    public static TableEntity Write(string partition, InboxEntry entry) => new(partition, SeenPrefix + entry.ArticleId)
    {
        [nameof(InboxEntry.Decision)] = Lower(entry.Decision),
        [nameof(InboxEntry.Matched)] = entry.Matched,
        [nameof(InboxEntry.Reason)] = entry.Reason?.ToString(),
        [nameof(InboxEntry.AlertId)] = entry.AlertId?.ToString(),
        [nameof(InboxEntry.Repeats)] = entry.Repeats ? true : null,
    };

    /// <summary>What is merged into a row when an issue has taken its article.</summary>
    public static TableEntity Settled(string partition, ArticleId article, DigestId digest, bool leftOut)
    {
        var row = new TableEntity(partition, SeenPrefix + article) { [digest.Kind is DigestKind.RoundUp ? nameof(InboxEntry.AlertId) : Digest] = digest.ToString() };
        if (leftOut)
        {
            row[nameof(InboxEntry.LeftOut)] = true;
        }

        return row;
    }

    public static InboxEntry ReadEntry(TableEntity row) => new()
    {
        ArticleId = ArticleId.Parse(row.RowKey[SeenPrefix.Length..], CultureInfo.InvariantCulture),
        Matched = row.GetDateTimeOffset(nameof(InboxEntry.Matched)) ?? DateTimeOffset.MinValue,
        Decision = Enum.Parse<InboxDecision>(row.GetString(nameof(InboxEntry.Decision)), ignoreCase: true),
        Reason = row.GetString(nameof(InboxEntry.Reason)) is { } reason ? Enum.Parse<HoldReason>(reason) : null,
        AlertId = Id(row, nameof(InboxEntry.AlertId)),
        DigestId = Id(row, Digest),
        LeftOut = row.GetBoolean(nameof(InboxEntry.LeftOut)) ?? false,
        Repeats = row.GetBoolean(nameof(InboxEntry.Repeats)) ?? false,
    };

    /// <summary>Replaces the row that was read, or adds the first one.</summary>
    public static TableTransactionAction Replace(string partition, AlertAllowance allowance)
    {
        var row = new TableEntity(partition, AllowanceKey)
        {
            [nameof(AlertAllowance.Sent)] = string.Join(' ', allowance.Sent.Select(TableKeys.Ascending)),
            [nameof(AlertAllowance.RoundUp)] = allowance.RoundUp,
            [nameof(AlertAllowance.LastRoundUp)] = allowance.LastRoundUp,
        };
        return allowance.ETag is { } read
            ? new(TableTransactionActionType.UpdateReplace, row, new ETag(read))
            : new(TableTransactionActionType.Add, row);
    }

    public static AlertAllowance ReadAllowance(TableEntity row) => new()
    {
        Sent = [.. row.GetString(nameof(AlertAllowance.Sent)).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(sent => TableKeys.Time(sent))],
        RoundUp = row.GetDateTimeOffset(nameof(AlertAllowance.RoundUp)),
        LastRoundUp = row.GetDateTimeOffset(nameof(AlertAllowance.LastRoundUp)),
        ETag = row.ETag.ToString(),
    };

    private static DigestId? Id(TableEntity row, string property) =>
        row.GetString(property) is { } id ? DigestId.Parse(id, CultureInfo.InvariantCulture) : null;

    private static string Lower(InboxDecision decision) => decision.ToString().ToLowerInvariant();
}
