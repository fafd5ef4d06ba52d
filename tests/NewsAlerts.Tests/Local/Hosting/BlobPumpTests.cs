using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;
using NewsAlerts.Ingesting;
using NewsAlerts.Local.Hosting;
using NewsAlerts.Tests.Local.Given;

namespace NewsAlerts.Tests.Local.Hosting;

public sealed class BlobPumpTests
{
    private readonly ConcurrentDictionary<string, OriginalHead> _inbox = new();
    private readonly Mock<IOriginals> _originals = new();
    private readonly LocalHostOptions _options = new()
    {
        RetryDelay = TimeSpan.FromMilliseconds(1),
        ShortestOriginalPoll = TimeSpan.FromMilliseconds(10),
        LongestOriginalPoll = TimeSpan.FromMilliseconds(10),
        DrainTimeout = TimeSpan.FromMilliseconds(100),
    };

    public BlobPumpTests() => _originals.Setup(one => one.ListAsync(It.IsAny<CancellationToken>())).Returns(() => _inbox.Values.ToAsyncEnumerable());

    [Fact]
    public async Task Each_original_is_ingested_once_even_if_it_is_listed_a_little_longer()
    {
        Drop("a.txt", "1");
        Drop("b.txt", "1");
        var ingested = new ConcurrentQueue<string>();

        using var pump = Pump((name, _) => Enqueue(ingested, name));
        await pump.StartAsync(CancellationToken.None);
        await Eventually.IsTrueAsync(() => ingested.Count >= 2);
        await Listings(3);
        await pump.StopAsync(CancellationToken.None);

        Assert.Equal(["a.txt", "b.txt"], ingested.Order());
    }

    [Fact]
    public async Task A_later_version_under_the_same_name_is_another_original()
    {
        Drop("a.txt", "1");
        var ingested = new ConcurrentQueue<string>();

        using var pump = Pump((name, _) => Enqueue(ingested, name));
        await pump.StartAsync(CancellationToken.None);
        await Eventually.IsTrueAsync(() => ingested.Count == 1);
        Drop("a.txt", "2");
        await Eventually.IsTrueAsync(() => ingested.Count == 2);
        await pump.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_name_that_leads_elsewhere_is_not_followed()
    {
        Drop("a/../../library/x.json", "1");
        Drop("good.txt", "1");
        var ingested = new ConcurrentQueue<string>();

        using var pump = Pump((name, _) => Enqueue(ingested, name));
        await pump.StartAsync(CancellationToken.None);
        await Eventually.IsTrueAsync(() => !ingested.IsEmpty);
        await Listings(3);
        await pump.StopAsync(CancellationToken.None);

        Assert.Equal(["good.txt"], ingested);
    }

    [Fact]
    public async Task An_original_that_fails_waits_and_holds_up_no_other()
    {
        _options.RetryDelay = TimeSpan.FromMinutes(1);
        Drop("broken.txt", "1");
        Drop("good.txt", "1");
        var tries = 0;
        var good = false;

        using var pump = Pump((name, _) =>
        {
            good |= name == "good.txt";
            return name == "good.txt" ? Gone(name) : throw new InvalidOperationException($"{Interlocked.Increment(ref tries)}");
        });
        await pump.StartAsync(CancellationToken.None);
        await Listings(10);
        await pump.StopAsync(CancellationToken.None);

        Assert.True(good);
        Assert.Equal(1, tries);
    }

    [Fact]
    public async Task An_inbox_that_cannot_be_listed_is_listed_again()
    {
        var listings = 0;
        _originals.Setup(one => one.ListAsync(It.IsAny<CancellationToken>())).Returns(() =>
            Interlocked.Increment(ref listings) == 1 ? throw new InvalidOperationException("storage is away") : _inbox.Values.ToAsyncEnumerable());
        Drop("a.txt", "1");
        var ingested = new ConcurrentQueue<string>();

        using var pump = Pump((name, _) => Enqueue(ingested, name));
        await pump.StartAsync(CancellationToken.None);
        await Eventually.IsTrueAsync(() => ingested.Count == 1);
        await pump.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_stop_interrupts_what_does_not_end_in_time()
    {
        Drop("endless.txt", "1");
        var begun = new TaskCompletionSource();
        using var pump = Pump((_, stop) =>
        {
            begun.TrySetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
        });

        await pump.StartAsync(CancellationToken.None);
        await begun.Task;
        await pump.StopAsync(CancellationToken.None);

        Assert.True(pump.ExecuteTask!.IsCompletedSuccessfully);
    }

    private void Drop(string name, string etag) => _inbox[name] = new OriginalHead(name, etag, 10, null, DateTimeOffset.UnixEpoch);

    private Task Gone(string name)
    {
        _inbox.TryRemove(name, out _);
        return Task.CompletedTask;
    }

    private static Task Enqueue(ConcurrentQueue<string> queue, string name)
    {
        queue.Enqueue(name);
        return Task.CompletedTask;
    }

    private async Task Listings(int more)
    {
        var before = _originals.Invocations.Count;
        await Eventually.IsTrueAsync(() => _originals.Invocations.Count >= before + more);
    }

    private BlobPump Pump(Func<string, CancellationToken, Task> ingest) =>
        new(_originals.Object, ingest, Options.Create(_options), TimeProvider.System, NullLogger<BlobPump>.Instance);
}
