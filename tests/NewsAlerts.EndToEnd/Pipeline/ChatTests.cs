using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using NewsAlerts.Delivering;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Routing;

namespace NewsAlerts.EndToEnd.Pipeline;

/// <summary>From a dropped article to the message that a chat gets, over real storage and a real receiver.</summary>
[Collection(EmulatorFixture.Collection)]
public sealed class ChatTests(EmulatorFixture emulators) : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<JsonDocument>> _received = [];
    private readonly ConcurrentDictionary<string, int> _statuses = [];
    private WebApplication _chats = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _chats = builder.Build();
        _chats.Run(async context =>
        {
            var path = context.Request.Path.ToString();
            _received.GetOrAdd(path, _ => []).Enqueue(await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted));
            context.Response.StatusCode = _statuses.GetValueOrDefault(path, 200);
        });
        await _chats.StartAsync();
    }

    public async Task DisposeAsync() => await _chats.DisposeAsync();

    [SkippableFact]
    public async Task A_digest_reaches_Slack_Teams_and_Discord_as_one_message_each()
    {
        await using var pipeline = await StartAsync();
        var subscriptions = new[]
        {
            await pipeline.SubscribeAsync(new Channel.Slack(At("/services/T/B/x"))),
            await pipeline.SubscribeAsync(new Channel.Teams(At("/workflows/x"))),
            await pipeline.SubscribeAsync(new Channel.Discord(At("/api/webhooks/1/x"))),
        };
        await pipeline.DropAsync("story.txt", Texts.Article(1));
        await pipeline.DrainAsync();

        await pipeline.SendDigestsAsync();

        Assert.Equal("Morning briefing", Only("/services/T/B/x").GetProperty("blocks")[0].GetProperty("text").GetProperty("text").GetString());
        Assert.Equal("AdaptiveCard", Only("/workflows/x").GetProperty("attachments")[0].GetProperty("content").GetProperty("type").GetString());
        Assert.StartsWith("**Morning briefing**", Only("/api/webhooks/1/x").GetProperty("content").GetString(), StringComparison.Ordinal);
        foreach (var subscription in subscriptions)
        {
            var delivery = await pipeline.Get<IDeliveries>().ListAsync(subscription.Id, CancellationToken.None).SingleAsync();
            Assert.Equal((DeliveryState.Sent, subscription.Channel.Kind), (delivery.State, delivery.Channel));
        }
    }

    [SkippableFact]
    public async Task A_chat_that_is_busy_gets_the_digest_later()
    {
        await using var pipeline = await StartAsync();
        var subscription = await pipeline.SubscribeAsync(new Channel.Slack(At("/services/T/B/x")));
        await pipeline.DropAsync("story.txt", Texts.Article(1));
        await pipeline.DrainAsync();
        _statuses["/services/T/B/x"] = 429;

        await pipeline.SendDigestsAsync();

        var waiting = await pipeline.Get<IDeliveries>().ListAsync(subscription.Id, CancellationToken.None).SingleAsync();
        Assert.Equal((DeliveryState.Pending, "Slack answered 429."), (waiting.State, waiting.LastError));
    }

    private Task<TestPipeline> StartAsync() => TestPipeline.StartAsync(emulators);

    private Uri At(string path) => new(_chats.Urls.Single() + path);

    private JsonElement Only(string path) => Assert.Single(_received[path]).RootElement;
}
