using Microsoft.Extensions.Options;
using NewsAlerts.Sweeping;
using NewsAlerts.Telemetry;

namespace NewsAlerts;

/// <summary>
/// Hands work from stage to stage so that a kill at any instruction loses none: the row in the table Open is written before
/// the message, and Sweep sends again what has a row and no progress. Both carry the span in which the work was made (<see cref="Tracing"/>).
/// </summary>
public sealed class Handover(IOpenWork open, IWorkQueues queues, IOptions<SweepOptions> options, TimeProvider time)
{
    /// <summary>Notes work that is about to get its first effect.</summary>
    public Task AnnounceAsync(StageRequest request, CancellationToken cancellationToken) =>
        AnnounceAsync(request, time.GetUtcNow(), cancellationToken);

    /// <summary>Notes work that is to begin at a later time: Sweep looks for it only after that.</summary>
    public Task AnnounceAsync(StageRequest request, DateTimeOffset at, CancellationToken cancellationToken) =>
        open.SaveAsync(Queued(request, time.GetUtcNow() + TimeUntil(at)), cancellationToken);

    /// <summary>Sends work that was announced for a later time.</summary>
    public Task SendAsync(StageRequest request, DateTimeOffset at, CancellationToken cancellationToken) =>
        queues.SendAsync(Tracing.Carry(request), TimeUntil(at), cancellationToken);

    /// <summary>Sends work that was announced.</summary>
    public Task SendAsync(StageRequest request, CancellationToken cancellationToken) =>
        queues.SendAsync(Tracing.Carry(request), TimeSpan.Zero, cancellationToken);

    /// <summary>Announces work and sends it.</summary>
    public async Task StartAsync(StageRequest request, CancellationToken cancellationToken)
    {
        await AnnounceAsync(request, cancellationToken);
        await SendAsync(request, cancellationToken);
    }

    /// <summary>Ends work by what it leads to.</summary>
    public async Task PassOnAsync(StageRequest done, IReadOnlyList<StageRequest> next, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await open.PassOnAsync(done, [.. next.Select(request => Queued(request, now))], cancellationToken);
        foreach (var request in next)
        {
            await SendAsync(request, cancellationToken);
        }
    }

    /// <summary>Has Sweep look at work at that time, should it make no progress until then.</summary>
    public Task WatchAsync(StageRequest request, DateTimeOffset at, CancellationToken cancellationToken) =>
        open.SaveAsync(new OpenItem(request, 0, at), cancellationToken);

    /// <summary>Has Sweep look at work that nobody here has a message of; what is noted already is left to who noted it.</summary>
    public async Task WatchAsync(StageRequest request, CancellationToken cancellationToken)
    {
        if (await open.FindAsync(request, cancellationToken) is null)
        {
            await WatchAsync(request, time.GetUtcNow() + options.Value.FirstCheck, cancellationToken);
        }
    }

    /// <summary>
    /// Sends work again at a later time, when nothing else is to be done about it before. The message first: killed in between, Sweep's next look is
    /// the one that was planned before, and comes no later.
    /// </summary>
    public async Task PostponeAsync(StageRequest request, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await SendAsync(request, until, cancellationToken);
        await AnnounceAsync(request, until, cancellationToken);
    }

    /// <summary>Ends work that leads to nothing else.</summary>
    public Task FinishAsync(StageRequest request, CancellationToken cancellationToken) => open.CloseAsync(request, cancellationToken);

    private OpenItem Queued(StageRequest request, DateTimeOffset at) => new(Tracing.Carry(request), 0, at + options.Value.FirstCheck) { Queued = at };

    private TimeSpan TimeUntil(DateTimeOffset at) => at - time.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
}
