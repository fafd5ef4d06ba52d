using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using NewsAlerts.Chaos.Faults;

namespace NewsAlerts.Chaos.Judging;

/// <summary>What hosts wrote that the judgement depends on, seen on its way to storage: outside of the system.</summary>
internal sealed partial class StorageWatch(Timeline timeline, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _sent = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _summaries = new(StringComparer.Ordinal);

    /// <summary>When the ledger learnt that a digest was sent.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Sent => _sent;

    /// <summary>How often an article's summary was stored.</summary>
    public IReadOnlyDictionary<string, int> Summaries => _summaries;

    public void See(string host, Exchange exchange)
    {
        if (exchange.Method != "PUT" || exchange.Status is < 200 or >= 300)
        {
            return;
        }

        var target = Uri.UnescapeDataString(exchange.Target);
        if (DeliveryRow().Match(target) is { Success: true } row)
        {
            var state = State().Match(Encoding.UTF8.GetString(exchange.Body.Span)).Groups[1].Value;
            timeline.Note(row.Groups[1].Value, $"the ledger says {state}, written by {host}");
            if (state == "Sent")
            {
                _sent.TryAdd(row.Groups[1].Value, time.GetUtcNow());
            }
        }
        else if (Summary().Match(target) is { Success: true } summary)
        {
            _summaries.AddOrUpdate(summary.Groups[1].Value, 1, (_, count) => count + 1);
        }
    }

    [GeneratedRegex(@"/Deliveries\(.*RowKey='([^']+)'")]
    private static partial Regex DeliveryRow();

    [GeneratedRegex("\"State\":\"(\\w+)\"")]
    private static partial Regex State();

    [GeneratedRegex(@"/library/([a-z2-7]{26})/summary\.json$")]
    private static partial Regex Summary();
}
