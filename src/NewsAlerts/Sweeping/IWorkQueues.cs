namespace NewsAlerts.Sweeping;

/// <summary>The queues between the stages.</summary>
public interface IWorkQueues
{
    /// <summary>Sends a request to its stage, visible after <paramref name="delay"/> (at most 7 days).</summary>
    Task SendAsync(StageRequest request, TimeSpan delay, CancellationToken cancellationToken);

    /// <summary>What is visible at the front of a stage's queue. Takes nothing; one request.</summary>
    Task<QueueFront> PeekAsync(string stage, CancellationToken cancellationToken);

    /// <summary>Takes what lies in the poison queues. Each message is gone once the caller asks for the next one.</summary>
    IAsyncEnumerable<PoisonMessage> TakePoisonAsync(CancellationToken cancellationToken);
}

/// <summary>A message that failed too often.</summary>
/// <param name="Queue">The poison queue's name.</param>
/// <param name="Body">The message as it was sent.</param>
/// <param name="Inserted">When it got there.</param>
public sealed record PoisonMessage(string Queue, string Body, DateTimeOffset Inserted);
