using System.Runtime.CompilerServices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Moq;
using NewsAlerts.Adapters;
using NewsAlerts.Articles;
using NewsAlerts.Ingesting;
using NewsAlerts.Summarizing;
using NewsAlerts.Sweeping;

namespace NewsAlerts.Tests.Sweeping;

public sealed class SweeperTests : IDisposable
{
    /// <summary>A test that needs so long has failed.</summary>
    private static readonly TimeSpan Hung = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _time = new();
    private readonly Mock<IWorkQueues> _queues = new();
    private readonly Mock<IOpenWork> _open = new();
    private readonly Mock<IFailures> _failures = new();
    private readonly TaskCompletionSource _restarted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ServiceProvider _services;

    public SweeperTests()
    {
        var stuck = new OpenItem(new SummarizeRequest(ArticleId.Of(null, "It stands still.")), 0, _time.GetUtcNow());
        _open.Setup(one => one.ListDueAsync(It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>())).Returns(new[] { stuck }.ToAsyncEnumerable);
        _queues.Setup(one => one.SendAsync(stuck.Request, TimeSpan.Zero, It.IsAny<CancellationToken>())).Callback(_restarted.SetResult).Returns(Task.CompletedTask);
        _queues.Setup(one => one.TakePoisonAsync(It.IsAny<CancellationToken>())).Returns(AsyncEnumerable.Empty<PoisonMessage>);
        _failures.Setup(one => one.ListFailingAsync(It.IsAny<CancellationToken>())).Returns(AsyncEnumerable.Empty<Failure>);
        var originals = new Mock<IOriginals>();
        originals.Setup(one => one.ListAsync(It.IsAny<CancellationToken>())).Returns(AsyncEnumerable.Empty<OriginalHead>);

        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Storage", "UseDevelopmentStorage=true")]).Build();
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging()
            .AddSingleton<TimeProvider>(_time)
            .AddNewsAlerts(configuration)
            .AddNewsAlertsAdapters(configuration)
            .AddSingleton(_queues.Object)
            .AddSingleton(_open.Object)
            .AddSingleton(_failures.Object)
            .AddSingleton(originals.Object)
            .AddSingleton(Mock.Of<IBacklogReader>())
            .BuildServiceProvider();
    }

    [Fact]
    public async Task Poison_without_end_leaves_time_to_start_again_what_was_poisoned()
    {
        var taking = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _queues.Setup(one => one.TakePoisonAsync(It.IsAny<CancellationToken>()))
            .Returns((CancellationToken stop) => NeverAsync<PoisonMessage>(taking, stop));

        var sweep = SweepAsync();
        await taking.Task;
        Assert.False(_restarted.Task.IsCompleted);
        _time.Advance(new SweepOptions().Deadline / 4);

        await sweep.WaitAsync(Hung);
        Assert.True(_restarted.Task.IsCompleted);
    }

    [Fact]
    public async Task A_list_of_failures_that_takes_the_whole_run_keeps_no_work_from_being_started_again()
    {
        var reading = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _failures.Setup(one => one.ListFailingAsync(It.IsAny<CancellationToken>()))
            .Returns((CancellationToken stop) => NeverAsync<Failure>(reading, stop));

        var sweep = SweepAsync();
        await Task.WhenAll(reading.Task, _restarted.Task).WaitAsync(Hung);
        Assert.False(sweep.IsCompleted);
        _time.Advance(new SweepOptions().Deadline);

        await sweep.WaitAsync(Hung);
    }

    [Fact]
    public async Task What_was_failing_is_looked_for_side_by_side_and_one_that_cannot_be_read_stops_no_other()
    {
        var (looks, several) = (0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var failing = Enumerable.Range(0, 4).Select(number => Failing($"Article {number}.")).ToList();
        _failures.Setup(one => one.ListFailingAsync(It.IsAny<CancellationToken>())).Returns(failing.ToAsyncEnumerable);
        _open.Setup(one => one.FindAsync(It.IsAny<StageRequest>(), It.IsAny<CancellationToken>())).Returns(async (StageRequest request, CancellationToken _) =>
        {
            if (Interlocked.Increment(ref looks) == failing.Count)
            {
                several.SetResult();
            }

            await several.Task;
            return request.Key == failing[0].Key ? throw new FormatException("A row of a newer version.") : null;
        });

        await SweepAsync().WaitAsync(Hung);

        foreach (var one in failing)
        {
            _failures.Verify(list => list.RemoveFailingAsync(one.Stage, one.Key, It.IsAny<CancellationToken>()), Times.Exactly(one == failing[0] ? 0 : 1));
        }
    }

    [Fact]
    public async Task A_late_copy_whose_work_ends_while_it_is_listed_is_failing_and_not_given_up()
    {
        // As far as Open tells it has ended before, and again right after it was started once more.
        var late = Failing("An article that was summarised long ago.");
        _queues.Setup(one => one.TakePoisonAsync(It.IsAny<CancellationToken>()))
            .Returns(new[] { new PoisonMessage(Queues.Summarize + Queues.PoisonSuffix, late.Message!, _time.GetUtcNow()) }.ToAsyncEnumerable);

        await SweepAsync().WaitAsync(Hung);

        _open.Verify(one => one.OpenAsync(It.Is<StageRequest>(request => request.Key == late.Key), _time.GetUtcNow(), It.IsAny<CancellationToken>()));
        _failures.Verify(one => one.AddFailingAsync(It.Is<Failure>(failure => failure.Key == late.Key && failure.Reason == Failure.Failing), It.IsAny<CancellationToken>()));
        _failures.Verify(one => one.AddAsync(It.IsAny<Failure>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    public void Dispose() => _services.Dispose();

    private Task SweepAsync() => _services.GetRequiredService<Sweeper>().SweepAsync(CancellationToken.None);

    private static async IAsyncEnumerable<T> NeverAsync<T>(TaskCompletionSource begun, [EnumeratorCancellation] CancellationToken stop)
    {
        begun.SetResult();
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
        yield break;
    }

    private static Failure Failing(string text)
    {
        var request = new SummarizeRequest(ArticleId.Of(null, text));
        return new Failure
        {
            Stage = request.Stage,
            Key = request.Key,
            Reason = Failure.Failing,
            Detail = "-",
            Remedy = "-",
            Subject = request.Subject,
            At = DateTimeOffset.UnixEpoch,
            Message = MessageJson.Write(request),
        };
    }
}
