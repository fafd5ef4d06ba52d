using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using NewsAlerts.Sweeping;
using NewsAlerts.Telemetry;

namespace NewsAlerts.Adapters.Storage;

/// <summary>The queues between the stages.</summary>
internal sealed class WorkQueues(StorageClients clients, QueueMetrics metrics) : IWorkQueues
{
    /// <summary>Messages never expire: the table Open ends what takes too long, and says so.</summary>
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    private static readonly TimeSpan Longest = TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, QueueClient> _queues = Queues.All.ToDictionary(name => name, clients.Queue);

    public async Task SendAsync(StageRequest request, TimeSpan delay, CancellationToken cancellationToken)
    {
        using var span = Tracing.StartSend(request.Stage);
        try
        {
            await _queues[request.Stage].SendMessageAsync(
                MessageJson.Write(request),
                visibilityTimeout: delay <= TimeSpan.Zero ? null : delay < Longest ? WholeSeconds(delay) : Longest,
                timeToLive: Forever,
                cancellationToken);
            metrics.Sent(request.Stage, null);
        }
        catch (Exception ex)
        {
            span.Fail(ex);
            metrics.Sent(request.Stage, ex);
            throw;
        }
    }

    /// <summary>The wire has whole seconds: cut off, a message would come before its time.</summary>
    private static TimeSpan WholeSeconds(TimeSpan delay) => TimeSpan.FromSeconds(Math.Ceiling(delay.TotalSeconds));

    public async Task<QueueFront> PeekAsync(string stage, CancellationToken cancellationToken)
    {
        // As they lie there: a message that is not base64 is the receivers' to deal with.
        PeekedMessage[] front = await clients.RawQueue(stage).PeekMessagesAsync(QueueFront.Most, cancellationToken);
        return new QueueFront
        {
            Count = front.Length,
            Keys = front.Select(message => KeyOf(stage, message)).OfType<string>().ToHashSet(StringComparer.Ordinal),
            Newest = front.Max(message => message.InsertedOn),
        };
    }

    public async IAsyncEnumerable<PoisonMessage> TakePoisonAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var name in Queues.Poison)
        {
            var queue = clients.RawQueue(name);
            while (await ReceiveAsync(queue, cancellationToken) is { Length: > 0 } messages)
            {
                foreach (var message in messages)
                {
                    yield return new PoisonMessage(name, UndecodableMessages.Text(message.Body), message.InsertedOn ?? default);
                    await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
                }
            }
        }
    }

    private static string? KeyOf(string stage, PeekedMessage message)
    {
        try
        {
            return MessageJson.Read(stage, UndecodableMessages.Text(message.Body)).Key;
        }
        catch (Exception ex) when (ex is JsonException or FormatException)
        {
            return null;
        }
    }

    private static async Task<QueueMessage[]> ReceiveAsync(QueueClient queue, CancellationToken cancellationToken)
    {
        try
        {
            return await queue.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(1), cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            // The Functions host creates its poison queues when it needs them.
            return [];
        }
    }
}
