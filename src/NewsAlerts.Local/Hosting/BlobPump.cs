using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsAlerts.Ingesting;

namespace NewsAlerts.Local.Hosting;

/// <summary>
/// Ingests what lies in the container <c>articles</c>: the local host's blob trigger. An original that fails comes again later and
/// later; in the end it is Sweep that refuses it.
/// </summary>
internal sealed partial class BlobPump(
    IOriginals originals,
    Func<string, CancellationToken, Task> ingest,
    IOptions<LocalHostOptions> options,
    TimeProvider time,
    ILogger<BlobPump> logger) : BackgroundService
{
    private static readonly TimeSpan LongestRetry = TimeSpan.FromMinutes(1);

    /// <summary>How long an original that was handled may still turn up in a listing that began before.</summary>
    private static readonly TimeSpan Echo = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Attempt> _attempts = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var drain = new Drain(options.Value.OriginalParallelism, options.Value.DrainTimeout, time, stoppingToken);
        var delay = new PollDelay(options.Value.ShortestOriginalPoll, options.Value.LongestOriginalPoll);
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await StartAllAsync(drain, stoppingToken))
                {
                    delay.Reset();
                }

                failures = 0;
                await Task.Delay(delay.Next(), time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception ex)
            {
                var wait = PollDelay.After(++failures, options.Value.RetryDelay, LongestRetry);
                Log.NotListed(logger, wait, ex);
                await Task.Delay(wait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await drain.EmptyAsync();
    }

    /// <summary>Starts every original whose turn it is; whether there was one.</summary>
    private async Task<bool> StartAllAsync(Drain drain, CancellationToken stoppingToken)
    {
        var started = false;
        var listed = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var head in originals.ListAsync(stoppingToken))
        {
            listed.Add(head.Name);
            if (IsDue(head))
            {
                await drain.EnterAsync(stoppingToken);
                started = true;
                _attempts[head.Name] = Attempt.Running(head.Key, FailuresOf(head));
                _ = IngestAsync(head, drain);
            }
        }

        foreach (var (name, attempt) in _attempts)
        {
            if (!attempt.IsRunning && !listed.Contains(name))
            {
                _attempts.TryRemove(name, out _);
            }
        }

        return started;
    }

    // What cannot be addressed is Sweep's to refuse.
    // Another version under the same name is another original, but waits while the earlier one is being read.
    private bool IsDue(OriginalHead head) =>
        OriginalName.CanBeAddressed(head.Name)
        && (!_attempts.TryGetValue(head.Name, out var attempt)
            || (!attempt.IsRunning && (attempt.Key != head.Key || attempt.NotBefore <= time.GetUtcNow())));

    private int FailuresOf(OriginalHead head) =>
        _attempts.TryGetValue(head.Name, out var attempt) && attempt.Key == head.Key ? attempt.Failures : 0;

    private async Task IngestAsync(OriginalHead head, Drain drain)
    {
        var failures = FailuresOf(head);
        try
        {
            await ingest(head.Name, drain.Interrupted);
            _attempts[head.Name] = new Attempt(head.Key, 0, time.GetUtcNow() + Echo);
        }
        catch (OperationCanceledException) when (drain.Interrupted.IsCancellationRequested)
        {
            Log.Interrupted(logger, head.Key);
        }
        catch (Exception ex)
        {
            var wait = PollDelay.After(++failures, options.Value.RetryDelay, LongestRetry);
            _attempts[head.Name] = new Attempt(head.Key, failures, time.GetUtcNow() + wait);
            Log.Failed(logger, head.Key, failures, wait, ex);
        }
        finally
        {
            drain.Leave();
        }
    }

    /// <summary>What this host knows of an original: which version, how often it failed, and when it is its turn again.</summary>
    private sealed record Attempt(string Key, int Failures, DateTimeOffset NotBefore)
    {
        public bool IsRunning => NotBefore == DateTimeOffset.MaxValue;

        public static Attempt Running(string key, int failures) => new(key, failures, DateTimeOffset.MaxValue);
    }

    private static partial class Log
    {
        [LoggerMessage(8001, LogLevel.Error, "The container articles could not be listed; next try in {Wait}.")]
        public static partial void NotListed(ILogger logger, TimeSpan wait, Exception exception);

        [LoggerMessage(8002, LogLevel.Error, "Original {Key} could not be ingested, {Failures}. try; next one in {Wait}.")]
        public static partial void Failed(ILogger logger, string key, int failures, TimeSpan wait, Exception exception);

        [LoggerMessage(8003, LogLevel.Warning, "Original {Key} was interrupted by the stop; it stays in the inbox.")]
        public static partial void Interrupted(ILogger logger, string key);
    }
}
