using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsAlerts.Ingesting;
using NewsAlerts.Telemetry;

namespace NewsAlerts.Sweeping;

/// <summary>Ingests what lies in the container <c>articles</c> for too long: its trigger missed it, or failed on it.</summary>
public sealed partial class MissedOriginalsSweep(
    IOriginals originals,
    IOpenWork openWork,
    ArticleIngester ingester,
    StageMetrics stages,
    IOptions<SweepOptions> options,
    IOptions<IngestOptions> ingestOptions,
    TimeProvider time,
    ILogger<MissedOriginalsSweep> logger)
{
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await foreach (var head in originals.ListAsync(cancellationToken))
        {
            if (!OriginalName.CanBeAddressed(head.Name))
            {
                await ingester.RefuseUnaddressableAsync(head, cancellationToken);
                continue;
            }

            if (time.GetUtcNow() - head.Modified < options.Value.MissedAfter)
            {
                continue;
            }

            var request = new IngestRequest(head.Name, head.Key);
            if (await openWork.FindAsync(request, cancellationToken) is null)
            {
                Log.Missed(logger, head.Key);
                await TryAgainAsync(request, new OpenItem(request, 0, time.GetUtcNow()), cancellationToken);
            }
        }
    }

    /// <summary>Ingests an original, or refuses it where that has failed too often.</summary>
    internal async Task TryAgainAsync(IngestRequest request, OpenItem item, CancellationToken cancellationToken)
    {
        // Counted before it is tried: an original that kills its host is refused in the end.
        await openWork.SaveAsync(item with { Checks = item.Checks + 1, NextCheck = time.GetUtcNow() + options.Value.WaitAfter(item.Checks) }, cancellationToken);
        stages.Retried(Stages.Ingest, RetryCause.Missed);
        try
        {
            var outcome = item.Checks >= ingestOptions.Value.MaxAttempts
                ? await ingester.RefuseUnreadableAsync(request, item.Checks, cancellationToken)
                : await ingester.IngestAsync(request.Name, cancellationToken);
            Log.Ended(logger, request.Key, outcome.GetType().Name);
            await openWork.CloseAsync(request, cancellationToken);
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            Log.FailedAgain(logger, request.Key, item.Checks + 1, ex);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(6301, LogLevel.Warning, "No trigger handled the original {Key} in time; Sweep takes it.")]
        public static partial void Missed(ILogger logger, string key);

        [LoggerMessage(6302, LogLevel.Information, "The missed original {Key} ended as {Outcome}.")]
        public static partial void Ended(ILogger logger, string key, string outcome);

        [LoggerMessage(6303, LogLevel.Error, "The original {Key} failed for the {Attempt}. time.")]
        public static partial void FailedAgain(ILogger logger, string key, int attempt, Exception exception);
    }
}
