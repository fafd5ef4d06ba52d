using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Moq;

namespace NewsAlerts.Tests.Local.Given;

/// <summary>A storage queue without the service: messages hide and come back, receipts go stale.</summary>
internal sealed class InMemoryQueue : QueueClient
{
    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];

    /// <summary>What was done, such as "give back 00:00:01".</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    /// <summary>What the answer to a receive waits for, on its way.</summary>
    public Func<CancellationToken, Task> Answering { get; set; } = _ => Task.CompletedTask;

    public IReadOnlyList<string> Bodies
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries.Select(entry => entry.Body)];
            }
        }
    }

    public void Put(string body, long deliveries = 0)
    {
        lock (_lock)
        {
            _entries.Add(new Entry { Body = body, Deliveries = deliveries });
        }
    }

    public override async Task<Response<QueueMessage[]>> ReceiveMessagesAsync(int? maxMessages = null, TimeSpan? visibilityTimeout = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var answer = Receive(maxMessages ?? 1, visibilityTimeout!.Value);
        await Answering(cancellationToken);
        return answer;
    }

    public override Task<Response<UpdateReceipt>> UpdateMessageAsync(
        string messageId, string popReceipt, string? messageText = null, TimeSpan visibilityTimeout = default, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            var entry = Find(messageId, popReceipt);
            entry.Receipt = Guid.NewGuid().ToString();
            entry.VisibleAt = TimeProvider.System.GetUtcNow() + visibilityTimeout;
            Log.Enqueue($"hide {visibilityTimeout}");
            return Task.FromResult(Answer(QueuesModelFactory.UpdateReceipt(entry.Receipt, entry.VisibleAt)));
        }
    }

    public override Task<Response> DeleteMessageAsync(string messageId, string popReceipt, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            _entries.Remove(Find(messageId, popReceipt));
            Log.Enqueue("delete");
            return Task.FromResult(Mock.Of<Response>());
        }
    }

    public override Task<Response<SendReceipt>> SendMessageAsync(
        string messageText, TimeSpan? visibilityTimeout = null, TimeSpan? timeToLive = null, CancellationToken cancellationToken = default)
    {
        Put(messageText);
        return Task.FromResult(Answer(QueuesModelFactory.SendReceipt("", default, default, "", default)));
    }

    private Response<QueueMessage[]> Receive(int most, TimeSpan visibilityTimeout)
    {
        lock (_lock)
        {
            var now = TimeProvider.System.GetUtcNow();
            var received = _entries.Where(entry => entry.VisibleAt <= now).Take(most).ToArray();
            foreach (var entry in received)
            {
                entry.VisibleAt = now + visibilityTimeout;
                entry.Receipt = Guid.NewGuid().ToString();
                entry.Deliveries++;
            }

            return Answer(received
                .Select(entry => QueuesModelFactory.QueueMessage(entry.Id, entry.Receipt, entry.Body, entry.Deliveries))
                .ToArray());
        }
    }

    private Entry Find(string id, string receipt) =>
        _entries.FirstOrDefault(entry => entry.Id == id && entry.Receipt == receipt) ?? throw new RequestFailedException(404, "gone", "MessageNotFound", null);

    private static Response<T> Answer<T>(T value) => Response.FromValue(value, Mock.Of<Response>());

    private sealed class Entry
    {
        public string Id { get; } = Guid.NewGuid().ToString();

        public required string Body { get; init; }

        public long Deliveries { get; set; }

        public string Receipt { get; set; } = "";

        public DateTimeOffset VisibleAt { get; set; } = DateTimeOffset.MinValue;
    }
}
