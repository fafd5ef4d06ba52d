using NewsAlerts.Local.Condensing;

namespace NewsAlerts.Tests.Local.Condensing;

public sealed class OrderedWorkTests
{
    [Fact]
    public async Task Results_come_in_order_though_the_first_is_slowest()
    {
        var first = new TaskCompletionSource();
        var results = Enumerable.Range(0, 50).ToAsyncEnumerable().InOrderAsync(4, async (item, _) =>
        {
            if (item == 0)
            {
                await first.Task;
            }
            else if (item == 3)
            {
                first.SetResult();
            }

            return item;
        });

        Assert.Equal(Enumerable.Range(0, 50), await results.ToListAsync());
    }

    [Fact]
    public async Task The_source_is_read_only_a_few_items_ahead_of_what_was_taken()
    {
        var read = 0;
        var furthest = 0;
        await foreach (var taken in Counting().InOrderAsync(4, (item, _) => ValueTask.FromResult(item)))
        {
            furthest = Math.Max(furthest, Volatile.Read(ref read) - taken);
        }

        Assert.Equal(10_000, read);

        // In work or waiting: 4. Beside them the one taken, the one read next, and the one that the counter has just begun.
        Assert.InRange(furthest, 1, 7);

        async IAsyncEnumerable<int> Counting()
        {
            for (var i = 0; i < 10_000; i++)
            {
                Interlocked.Increment(ref read);
                yield return i;
            }

            await Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_result_does_not_wait_for_the_next_item()
    {
        var more = new TaskCompletionSource();
        await using var results = OneThenWait().InOrderAsync(4, (item, _) => ValueTask.FromResult(item)).GetAsyncEnumerator();

        Assert.True(await results.MoveNextAsync());
        Assert.Equal(1, results.Current);
        more.SetResult();
        Assert.False(await results.MoveNextAsync());

        async IAsyncEnumerable<int> OneThenWait()
        {
            yield return 1;
            await more.Task;
        }
    }

    [Fact]
    public async Task What_goes_wrong_in_the_source_or_the_work_comes_out()
    {
        await Assert.ThrowsAsync<InvalidTimeZoneException>(async () => await Broken().InOrderAsync(2, (item, _) => ValueTask.FromResult(item)).ToListAsync());
        await Assert.ThrowsAsync<InvalidTimeZoneException>(async () =>
            await Enumerable.Range(0, 9).ToAsyncEnumerable().InOrderAsync(2, (item, _) => item < 5 ? ValueTask.FromResult(item) : throw new InvalidTimeZoneException()).ToListAsync());

        static async IAsyncEnumerable<int> Broken()
        {
            yield return 1;
            await Task.Yield();
            throw new InvalidTimeZoneException();
        }
    }

    [Fact]
    public async Task Cancelling_ends_it_though_the_source_does_not_answer()
    {
        using var stop = new CancellationTokenSource();
        var silent = new TaskCompletionSource<int>();
        var all = Silent().InOrderAsync(2, (item, _) => ValueTask.FromResult(item), stop.Token).ToListAsync(CancellationToken.None);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await all);

        // As a read of standard input: it goes on until a line comes.
        async IAsyncEnumerable<int> Silent()
        {
            yield return await silent.Task;
        }
    }
}
