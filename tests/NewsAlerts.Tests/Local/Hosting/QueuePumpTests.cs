using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsAlerts.Articles;
using NewsAlerts.Local.Hosting;
using NewsAlerts.Summarizing;
using NewsAlerts.Tests.Local.Given;

namespace NewsAlerts.Tests.Local.Hosting;

public sealed class QueuePumpTests
{
    private static readonly SummarizeRequest Request = new(ArticleId.Of("Title", "Text."));
    private static readonly string Message = MessageJson.Write(Request);

    private readonly InMemoryQueue _queue = new();
    private readonly InMemoryQueue _poison = new();
    private readonly LocalHostOptions _options = new()
    {
        RetryDelay = TimeSpan.FromMilliseconds(1),
        ShortestQueuePoll = TimeSpan.FromMilliseconds(10),
        LongestQueuePoll = TimeSpan.FromMilliseconds(10),
        VisibilityTimeout = TimeSpan.FromSeconds(30),
        DrainTimeout = TimeSpan.FromMilliseconds(100),
    };

    [Fact]
    public async Task A_message_that_was_worked_off_is_deleted()
    {
        _queue.Put(Message);
        var seen = new List<SummarizeRequest>();

        await RunUntilAsync((request, _) => Add(seen, request), () => _queue.Bodies.Count == 0);

        Assert.Equal([Request], seen);
        Assert.Empty(_poison.Bodies);
    }

    [Fact]
    public async Task A_message_that_fails_comes_again_and_goes_to_poison_after_its_fifth_delivery()
    {
        _queue.Put(Message);
        var deliveries = 0;

        await RunUntilAsync((_, _) => throw new InvalidOperationException($"{++deliveries}"), () => _poison.Bodies.Count == 1 && _queue.Bodies.Count == 0);

        Assert.Equal(5, deliveries);
        Assert.Equal([Message], _poison.Bodies);
        Assert.Equal(["hide 00:00:00.0010000", "hide 00:00:00.0020000", "hide 00:00:00.0040000", "hide 00:00:00.0080000", "delete"], _queue.Log);
    }

    [Fact]
    public async Task A_message_whose_hosts_died_on_it_goes_to_poison_untried()
    {
        _queue.Put(Message, deliveries: 5);
        var tried = false;

        await RunUntilAsync((_, _) => Task.FromResult(tried = true), () => _queue.Bodies.Count == 0);

        Assert.False(tried);
        Assert.Equal([Message], _poison.Bodies);
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("null")]
    [InlineData("""{"articleId":"short","version":1}""")]
    [InlineData("""{"articleId":"vsmainyqznf6jmeugngo6dwgge","version":99}""")]
    public async Task A_message_that_cannot_be_read_goes_to_poison_at_once(string body)
    {
        _queue.Put(body);

        await RunUntilAsync((_, _) => throw new InvalidOperationException("never"), () => _queue.Bodies.Count == 0);

        Assert.Equal([body], _poison.Bodies);
    }

    [Fact]
    public async Task No_more_than_allowed_run_at_a_time()
    {
        _options.MessageParallelism = 3;
        for (var i = 0; i < 40; i++)
        {
            _queue.Put(Message);
        }

        int running = 0, most = 0;
        await RunUntilAsync(
            async (_, stop) =>
            {
                most = Math.Max(most, Interlocked.Increment(ref running));
                await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, stop);
                Interlocked.Decrement(ref running);
            },
            () => _queue.Bodies.Count == 0);

        Assert.InRange(most, 1, 3);
    }

    [Fact]
    public async Task A_stop_lets_work_in_hand_end()
    {
        _options.DrainTimeout = TimeSpan.FromSeconds(20);
        _queue.Put(Message);
        var begun = new TaskCompletionSource();
        var mayEnd = new TaskCompletionSource();
        using var pump = Pump(async (_, _) =>
        {
            begun.SetResult();
            await mayEnd.Task;
        });

        await pump.StartAsync(CancellationToken.None);
        await begun.Task;
        var stopping = pump.StopAsync(CancellationToken.None);
        mayEnd.SetResult();
        await stopping;

        Assert.Empty(_queue.Bodies);
    }

    [Fact]
    public async Task A_stop_gives_back_at_once_what_does_not_end_and_what_was_not_begun()
    {
        _options.MessageParallelism = 1;
        _queue.Put(Message);
        _queue.Put(Message);
        var begun = new TaskCompletionSource();
        using var pump = Pump(async (_, stop) =>
        {
            begun.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
        });

        await pump.StartAsync(CancellationToken.None);
        await begun.Task;
        await pump.StopAsync(CancellationToken.None);

        Assert.Equal(["hide 00:00:00", "hide 00:00:00"], _queue.Log);
        Assert.Equal(2, _queue.Bodies.Count);
        Assert.Empty(_poison.Bodies);
    }

    [Fact]
    public async Task A_stop_gives_back_at_once_what_the_service_has_given_out_and_is_still_on_its_way()
    {
        _options.DrainTimeout = TimeSpan.FromSeconds(20);
        _queue.Put(Message);
        var (asked, answered) = (new TaskCompletionSource(), new TaskCompletionSource());
        _queue.Answering = async stop =>
        {
            asked.TrySetResult();
            await answered.Task.WaitAsync(stop);
        };
        using var pump = Pump((_, _) => Task.CompletedTask);

        await pump.StartAsync(CancellationToken.None);
        await asked.Task;
        var stopping = pump.StopAsync(CancellationToken.None);
        answered.SetResult();
        await stopping;

        Assert.Equal(["hide 00:00:00"], _queue.Log);
        Assert.Single(_queue.Bodies);
    }

    private async Task RunUntilAsync(Func<SummarizeRequest, CancellationToken, Task> run, Func<bool> done)
    {
        using var pump = Pump(run);
        await pump.StartAsync(CancellationToken.None);
        await Eventually.IsTrueAsync(done);
        await pump.StopAsync(CancellationToken.None);
    }

    private QueuePump<SummarizeRequest> Pump(Func<SummarizeRequest, CancellationToken, Task> run) => new(
        Queues.Summarize, _queue, _poison, run, Options.Create(_options), TimeProvider.System, NullLogger<QueuePump<SummarizeRequest>>.Instance);

    private static Task Add(List<SummarizeRequest> seen, SummarizeRequest request)
    {
        seen.Add(request);
        return Task.CompletedTask;
    }
}
