using Azure.Data.Tables;
using NewsAlerts.Sweeping;

namespace NewsAlerts.Adapters.Storage;

/// <summary>A failure as a row of a table.</summary>
internal static class FailureRow
{
    /// <summary>Begins the row key of a mark, which says that the failure whose key follows is failing; sorts after every failure's.</summary>
    public const string Mark = "~";

    /// <summary>Finds failures, and no marks.</summary>
    public static readonly string NoMarks = TableClient.CreateQueryFilter($"RowKey lt {Mark}");

    /// <summary>A table property holds 32,768 characters, a queue message up to 49,152: its rest has a property of its own.</summary>
    private const int MostInProperty = 32_000;

    private const string MessageRest = "MessageRest";

    public static TableEntity Write(Failure failure, string partition, string row) => new(partition, row)
    {
        [nameof(Failure.Reason)] = failure.Reason,
        [nameof(Failure.Detail)] = Fitting(failure.Detail),
        [nameof(Failure.Remedy)] = failure.Remedy,
        [nameof(Failure.Subject)] = failure.Subject,
        [nameof(Failure.At)] = failure.At,
        [nameof(Failure.Retried)] = failure.Retried,
        [nameof(Failure.Message)] = Fitting(failure.Message),
        [MessageRest] = failure.Message is { Length: > MostInProperty } message ? Fitting(message[MostInProperty..]) : null,
    };

    public static Failure Read(TableEntity row, string stage, string key) => new()
    {
        Stage = stage,
        Key = key,
        Reason = row.GetString(nameof(Failure.Reason)),
        Detail = row.GetString(nameof(Failure.Detail)),
        Remedy = row.GetString(nameof(Failure.Remedy)),
        Subject = row.GetString(nameof(Failure.Subject)),
        At = row.GetDateTimeOffset(nameof(Failure.At)) ?? DateTimeOffset.MinValue,
        Retried = row.GetDateTimeOffset(nameof(Failure.Retried)),
        Message = row.GetString(nameof(Failure.Message)) is { } message ? message + row.GetString(MessageRest) : null,
    };

    private static string? Fitting(string? text) => text is { Length: > MostInProperty } ? text[..MostInProperty] : text;
}
