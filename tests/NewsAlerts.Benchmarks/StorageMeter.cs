using System.Collections.Concurrent;
using System.Diagnostics;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace NewsAlerts.Benchmarks;

/// <summary>Counts the requests that this process sends to a storage account, by kind.</summary>
internal sealed class StorageMeter : IDisposable
{
    private readonly ConcurrentDictionary<string, int> _counts = new();
    private readonly ActivityListener _listener;
    private readonly Dictionary<int, string> _services;

    public StorageMeter(string connectionString)
    {
        _services = new()
        {
            [new BlobServiceClient(connectionString).Uri.Port] = "blob",
            [new QueueServiceClient(connectionString).Uri.Port] = "queue",
            [new TableServiceClient(connectionString).Uri.Port] = "table",
        };

        // The query tells a listing from a read; by default the platform keeps it out of its activities.
        AppContext.SetSwitch("System.Net.Http.DisableUriRedaction", true);
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = Count,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>The counts since the last call, by kind.</summary>
    public SortedDictionary<string, int> Take()
    {
        var taken = new SortedDictionary<string, int>(_counts, StringComparer.Ordinal);
        _counts.Clear();
        return taken;
    }

    public void Dispose() => _listener.Dispose();

    private void Count(Activity activity)
    {
        if (activity.GetTagItem("url.full") is string text
            && Uri.TryCreate(text, UriKind.Absolute, out var url)
            && _services.TryGetValue(url.Port, out var service))
        {
            var method = activity.GetTagItem("http.request.method") as string ?? "?";
            _counts.AddOrUpdate($"{service} {Kind(service, method, url)}", 1, (_, count) => count + 1);
        }
    }

    private static string Kind(string service, string method, Uri url) => (service, method) switch
    {
        ("blob", "GET") when url.Query.Contains("comp=list", StringComparison.Ordinal) => "list",
        ("blob", "GET") => "read",
        ("blob", "PUT") when url.AbsolutePath.Contains($"/{Containers.Originals}/", StringComparison.Ordinal) => "copy",
        ("blob", "PUT") => "write",
        ("queue", "GET") => "receive",
        ("queue", "POST") => "send",
        ("queue", "PUT") => "renew",
        ("table", "POST") when url.AbsolutePath.EndsWith("$batch", StringComparison.Ordinal) => "transaction",
        ("table", "POST") => "insert",
        ("table", "GET") when url.AbsolutePath.EndsWith("()", StringComparison.Ordinal) => "query",
        ("table", "GET") => "read",
        ("table", "PUT" or "PATCH") => "upsert",
        (_, "DELETE") => "delete",
        _ => $"{method} {url.AbsolutePath}",
    };
}
