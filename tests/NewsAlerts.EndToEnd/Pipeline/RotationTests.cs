using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Routing;

namespace NewsAlerts.EndToEnd.Pipeline;

/// <summary>A webhook's secret is changed without a request that its receiver refuses.</summary>
[Collection(EmulatorFixture.Collection)]
public sealed class RotationTests(EmulatorFixture emulators)
{
    [SkippableFact]
    public async Task A_receiver_that_changes_over_in_time_never_gets_a_request_it_cannot_verify()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var host = await TestPipeline.StartAsync(emulators);
        var (old, next) = (WebhookSecret.New(), WebhookSecret.New());
        var subscription = await host.SubscribeAsync(receiver.At("/hook", old));
        await host.Get<ISubscriptions>().ChangeAsync(
            subscription.Id,
            one => one with { Channel = ((Channel.Webhook)one.Channel).Rotated(next, host.Time.GetUtcNow(), TimeSpan.FromHours(30)) },
            (_, due) => due,
            CancellationToken.None);

        // 25 hours later both sign, another 25 later only the new one.
        await SendAsync(host, 1);
        var both = receiver.Received[^1];
        Assert.True(both.IsSignedWith(old, host.Time.GetUtcNow()));
        Assert.True(both.IsSignedWith(next, host.Time.GetUtcNow()));

        await SendAsync(host, 2);
        var one = receiver.Received[^1];
        Assert.NotEqual(both.Id, one.Id);
        Assert.False(one.IsSignedWith(old, host.Time.GetUtcNow()));
        Assert.True(one.IsSignedWith(next, host.Time.GetUtcNow()));
    }

    private static async Task SendAsync(TestPipeline host, int number)
    {
        await host.DropAsync($"{number}.txt", Texts.Article(number));
        await host.DrainAsync();
        await host.SendDigestsAsync();
    }
}
