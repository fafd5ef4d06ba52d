using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace NewsAlerts.Local.Condensing;

/// <summary>Works on a stream's items in parallel and gives the results in the stream's order, as soon as they are there.</summary>
internal static class OrderedWork
{
    /// <summary>As many as keep the processors busy while the first in line is the slowest.</summary>
    public static int Usual => Environment.ProcessorCount + 1;

    /// <param name="source">The items. It is read no further than <paramref name="ahead"/> items past the last result taken, so memory stays flat.</param>
    /// <param name="ahead">How many items may be in work or wait to be taken.</param>
    /// <param name="work">Makes a result of an item. What it throws, the enumeration throws.</param>
    /// <param name="cancellationToken">Ends all of it.</param>
    public static async IAsyncEnumerable<TResult> InOrderAsync<T, TResult>(
        this IAsyncEnumerable<T> source,
        int ahead,
        Func<T, CancellationToken, ValueTask<TResult>> work,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var room = new SemaphoreSlim(ahead);
        var started = Channel.CreateUnbounded<Task<TResult>>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });

        // Not awaited at the end: a read of standard input cannot be cancelled, and it would keep Ctrl-C waiting for a line.
        _ = StartAllAsync();
        try
        {
            await foreach (var task in started.Reader.ReadAllAsync(stop.Token))
            {
                var result = await task;
                room.Release();
                yield return result;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(Rest()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        async Task StartAllAsync()
        {
            try
            {
                await foreach (var item in source.WithCancellation(stop.Token))
                {
                    await room.WaitAsync(stop.Token);
                    await started.Writer.WriteAsync(Task.Run(async () => await work(item, stop.Token), stop.Token), stop.Token);
                }

                started.Writer.Complete();
            }
            catch (Exception ex)
            {
                started.Writer.Complete(ex);
            }
        }

        IEnumerable<Task> Rest()
        {
            while (started.Reader.TryRead(out var task))
            {
                yield return task;
            }
        }
    }
}
