using Azure.Data.Tables;
using NewsAlerts.Adapters.Storage;

namespace NewsAlerts.EndToEnd.Given;

/// <summary>All that a storage account holds, a line a thing: two that are equal say that nothing was changed in between.</summary>
internal static class StorageSnapshot
{
    /// <summary>Every blob with its ETag, every row with its values, and the messages that wait. A row that is written again as it was is the same.</summary>
    public static async Task<IReadOnlyList<string>> TakeAsync(TestPipeline pipeline)
    {
        var clients = pipeline.Get<StorageClients>();
        var lines = new List<string>();
        foreach (var container in Containers.All)
        {
            await foreach (var blob in clients.Container(container).GetBlobsAsync())
            {
                lines.Add($"blob {container}/{blob.Name} {blob.Properties.ETag}");
            }
        }

        foreach (var table in Tables.All)
        {
            await foreach (var row in clients.Table(table).QueryAsync<TableEntity>())
            {
                var values = row.Where(value => value.Key is not ("odata.etag" or nameof(TableEntity.Timestamp))).OrderBy(value => value.Key, StringComparer.Ordinal);
                lines.Add($"row {table} {string.Join(", ", values.Select(value => $"{value.Key}={value.Value}"))}");
            }
        }

        foreach (var queue in Queues.All.Concat(Queues.Poison))
        {
            foreach (var message in (await clients.RawQueue(queue).PeekMessagesAsync(32)).Value)
            {
                lines.Add($"message {queue}/{message.MessageId}");
            }
        }

        return lines;
    }
}
