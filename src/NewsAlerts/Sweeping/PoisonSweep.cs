using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

namespace NewsAlerts.Sweeping;

/// <summary>
/// Lists as failures the messages that failed too often. Their work is started again later all the same, since most such failures pass (a storage
/// account was away); its failure goes from the list when it has come to its end.
/// </summary>
public sealed partial class PoisonSweep(
    IWorkQueues queues,
    IOpenWork openWork,
    IFailures failures,
    SweepingMetrics metrics,
    TimeProvider time,
    ILogger<PoisonSweep> logger)
{
    private const int Parallelism = 16;

    /// <summary>Empties the poison queues.</summary>
    public async Task ListAsync(CancellationToken cancellationToken)
    {
        await foreach (var message in queues.TakePoisonAsync(cancellationToken))
        {
            // A poisoned blob is still in its container, where the sweep of missed originals counts its attempts.
            if (message.Queue != Queues.BlobTriggerPoison)
            {
                await ListAsync(message, cancellationToken);
            }
            else
            {
                metrics.Poisoned(Stages.Ingest);
            }
        }
    }

    /// <summary>Takes from the list what was failing and has come to its end.</summary>
    public Task ForgetEndedAsync(CancellationToken cancellationToken) => Parallel.ForEachAsync(
        failures.ListFailingAsync(cancellationToken),
        new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
        async (failure, stop) => await ForgetEndedAsync(failure, stop));

    private async Task ForgetEndedAsync(Failure failure, CancellationToken cancellationToken)
    {
        try
        {
            // Work that fails for good is listed as that before its row goes, and the failure at hand was read before.
            if (MessageJson.TryRead(failure.Stage, failure.Message ?? "") is { } request && await openWork.FindAsync(request, cancellationToken) is null)
            {
                await failures.RemoveFailingAsync(failure.Stage, failure.Key, cancellationToken);
            }
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            Log.NotLookedAt(logger, failure.Stage, failure.Key, ex);
        }
    }

    private async Task ListAsync(PoisonMessage message, CancellationToken cancellationToken)
    {
        var stage = message.Queue[..^Queues.PoisonSuffix.Length];
        var request = MessageJson.TryRead(stage, message.Body);
        if (request is null)
        {
            await failures.AddAsync(Unknown(stage, message.Body), cancellationToken);
        }
        else if ((await openWork.FindAsync(request, cancellationToken) ?? await AnnounceAsync(request, cancellationToken)) is { } open)
        {
            await failures.AddFailingAsync(Failing(open, message.Body), cancellationToken);
        }

        metrics.Poisoned(stage);
        Log.Listed(logger, stage, request?.Key ?? "an unknown message");
    }

    /// <summary>
    /// What has no row most likely came to its end by another copy of the message, while this one wandered from one killed host to the next. Once more
    /// tells, and costs nothing where it is so. What is listed for good was given up, and stays so: null.
    /// </summary>
    private async Task<OpenItem?> AnnounceAsync(StageRequest request, CancellationToken cancellationToken)
    {
        if (await failures.FindAsync(request.Stage, request.Key, cancellationToken) is { Reason: not Failure.Failing })
        {
            return null;
        }

        // Not read back: by then it may have come to its end, and is not less failing for that until it is looked for again.
        var now = time.GetUtcNow();
        await openWork.OpenAsync(request, now, cancellationToken);
        return new OpenItem(request, 0, now);
    }

    private Failure Failing(OpenItem open, string body) => new()
    {
        Stage = open.Request.Stage,
        Key = open.Request.Key,
        Reason = Failure.Failing,
        Detail = $"The stage {open.Request.Stage} failed on {open.Request.Key} as often as the host allows; its log says why. It is started again at {open.NextCheck:u}, and later and later after that.",
        Remedy = "Mend the cause that the log names; nothing else is to be done.",
        Subject = open.Request.Subject,
        At = time.GetUtcNow(),
        Message = body,
    };

    private Failure Unknown(string stage, string body)
    {
        var key = KeyOf(body);
        return new Failure
        {
            Stage = stage,
            Key = key,
            Reason = "UnknownMessage",
            Detail = $"The queue {stage} held a message that this version of NewsAlerts cannot read.",
            Remedy = $"If it came from a newer version, upgrade, then newsalerts failures retry {stage}/{key}; otherwise find out who wrote it.",
            Subject = stage,
            At = time.GetUtcNow(),
            Message = body,
        };
    }

    private static string KeyOf(string body) => Base32.Encode(SHA256.HashData(Encoding.UTF8.GetBytes(body)).AsSpan(0, 16));

    private static partial class Log
    {
        [LoggerMessage(6101, LogLevel.Error, "The stage {Stage} failed on {Work} too often; it is listed among the failures.")]
        public static partial void Listed(ILogger logger, string stage, string work);

        [LoggerMessage(6102, LogLevel.Error, "Whether the stage {Stage} has ended on {Key} could not be told; the next run looks again.")]
        public static partial void NotLookedAt(ILogger logger, string stage, string key, Exception exception);
    }
}
