using System.Globalization;
using Azure;
using Azure.Data.Tables;

namespace NewsAlerts.Adapters.Storage;

/// <summary>How times and prefixes stand in row keys, which sort as text.</summary>
internal static class TableKeys
{
    /// <summary>An entity-group transaction holds at most this many operations.</summary>
    public const int MaxOperations = 100;

    /// <summary>19 digits that sort as the time does.</summary>
    public static string Ascending(DateTimeOffset at) => at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>19 digits that sort the newest time first.</summary>
    public static string Inverted(DateTimeOffset at) =>
        (DateTimeOffset.MaxValue.UtcTicks - at.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>The time that <see cref="Ascending"/> wrote.</summary>
    public static DateTimeOffset Time(ReadOnlySpan<char> ascending) =>
        new(long.Parse(ascending, CultureInfo.InvariantCulture), TimeSpan.Zero);

    /// <summary>The time that <see cref="Inverted"/> wrote.</summary>
    public static DateTimeOffset InvertedTime(ReadOnlySpan<char> inverted) =>
        new(DateTimeOffset.MaxValue.UtcTicks - long.Parse(inverted, CultureInfo.InvariantCulture), TimeSpan.Zero);

    /// <summary>The rows of a partition whose key begins with <paramref name="prefix"/>.</summary>
    public static AsyncPageable<TableEntity> QueryPrefixAsync(
        this TableClient table, string partition, string prefix, CancellationToken cancellationToken, int? most = null)
    {
        var end = After(prefix);
        return table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {prefix} and RowKey lt {end}"),
            maxPerPage: most is < 1_000 ? most : null,
            cancellationToken: cancellationToken);
    }

    /// <summary>The first key after all that begin with <paramref name="prefix"/>.</summary>
    public static string After(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);

    /// <summary>Adds a row; false where there is one of that key.</summary>
    public static async Task<bool> TryAddAsync(this TableClient table, TableEntity row, CancellationToken cancellationToken)
    {
        try
        {
            await table.AddEntityAsync(row, cancellationToken);
            return true;
        }
        catch (RequestFailedException ex) when (ex.Status == 409)
        {
            return false;
        }
    }

    /// <summary>Runs an entity-group transaction; false where it failed as a whole with one of <paramref name="statuses"/>.</summary>
    public static async Task<bool> TrySubmitAsync(
        this TableClient table, IEnumerable<TableTransactionAction> actions, CancellationToken cancellationToken, params int[] statuses)
    {
        try
        {
            await table.SubmitTransactionAsync(actions, cancellationToken);
            return true;
        }
        catch (RequestFailedException ex) when (statuses.Contains(ex.Status))
        {
            return false;
        }
    }
}
