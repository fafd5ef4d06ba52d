using System.Collections.Concurrent;
using Azure.Storage.Queues;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsAlerts.Articles;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Local.Hosting;
using NewsAlerts.Summarizing;

namespace NewsAlerts.EndToEnd.Hosts;

/// <summary>What the pump relies on the service for: receipts, renewals, and content that outlives a message's being given back.</summary>
[Collection(EmulatorFixture.Collection)]
public sealed class QueuePumpTests(EmulatorFixture emulators)
{
    private static readonly SummarizeRequest Request = new(ArticleId.Of("Title", "Text."));

    private readonly LocalHostOptions _options = new() { RetryDelay = TimeSpan.FromMilliseconds(1), VisibilityTimeout = TimeSpan.FromSeconds(5) };

    [SkippableFact]
    public async Task A_message_that_fails_comes_again_unchanged_and_ends_in_the_poison_queue()
    {
        var (queue, poison) = await QueuesAsync();
        var seen = new ConcurrentQueue<SummarizeRequest>();

        await RunUntilAsync(queue, poison, (request, _) =>
        {
            seen.Enqueue(request);
            throw new InvalidOperationException("no");
        });

        Assert.Equal(Enumerable.Repeat(Request, 5), seen);
        Assert.Equal(MessageJson.Write(Request), (await poison.PeekMessageAsync()).Value.Body.ToString());
    }

    [SkippableFact]
    public async Task Work_that_takes_longer_than_its_message_is_hidden_is_done_once()
    {
        var (queue, poison) = await QueuesAsync();
        var runs = 0;

        await RunUntilAsync(queue, poison, async (_, stop) =>
        {
            runs++;
            await Task.Delay(_options.VisibilityTimeout * 1.3, TimeProvider.System, stop);
        });

        Assert.Equal(1, runs);
        Assert.Null((await poison.PeekMessageAsync()).Value);
    }

    private async Task<(QueueClient Queue, QueueClient Poison)> QueuesAsync()
    {
        var service = new QueueServiceClient(emulators.Azurite.ConnectionString, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        var name = EmulatorFixture.NewPrefix();
        var queue = (await service.CreateQueueAsync(name)).Value;
        await queue.SendMessageAsync(MessageJson.Write(Request));
        return (queue, (await service.CreateQueueAsync(name + Queues.PoisonSuffix)).Value);
    }

    private async Task RunUntilAsync(QueueClient queue, QueueClient poison, Func<SummarizeRequest, CancellationToken, Task> run)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var pump = new QueuePump<SummarizeRequest>(
            Queues.Summarize, queue, poison, run, Options.Create(_options), TimeProvider.System, NullLogger<QueuePump<SummarizeRequest>>.Instance);
        await pump.StartAsync(CancellationToken.None);
        while ((await queue.GetPropertiesAsync(patience.Token)).Value.ApproximateMessagesCount > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, patience.Token);
        }

        await pump.StopAsync(CancellationToken.None);
    }
}
