using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Routing;
using NewsAlerts.Subscribing;

namespace NewsAlerts.EndToEnd.Pipeline;

/// <summary>A pause that was made on the command line, and what a reader's links can do about it: nothing.</summary>
[Collection(EmulatorFixture.Collection)]
public sealed class OperatorPauseTests(EmulatorFixture emulators) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableTheory]
    [InlineData(null)]
    [InlineData(3)]
    [InlineData(30)]
    public async Task An_operators_pause_holds_whatever_its_reader_presses_until_the_operator_ends_it(int? days)
    {
        var reader = new RecordingChannel();
        await using var setup = await TestPipeline.StartAsync(emulators);
        await using var host = setup.AnotherHost(emulators, services => services.ReplaceChannels(reader));
        var subscription = await host.SubscribeAsync(new Channel.Email("reader@example.com"));
        var until = days is null ? Array.Empty<string>() : ["--until", $"{host.Time.GetUtcNow().AddDays(days.Value):yyyy-MM-dd}"];
        await RunAsync(host, ["subscriptions", "pause", subscription.Id.ToString(), .. until]);
        var (paused, due) = (await FindAsync(host, subscription), await host.Get<ISubscriptions>().FindDueAsync(subscription.Id, CancellationToken.None));
        Assert.Equal((PausedBy.Operator, days is null), (paused.Pause!.By, paused.Pause.Until is null));

        await host.Get<SubscriptionPause>().PauseAsync(subscription.Id, CancellationToken.None);
        var resumed = await host.Get<SubscriptionPause>().ResumeAsync(subscription.Id, PausedBy.Reader, CancellationToken.None);

        Assert.Equal((paused.Pause, due, 0), (resumed!.Subscription.Pause, resumed.Due, resumed.Started));
        Assert.Equal(paused.Pause, (await FindAsync(host, subscription)).Pause);
        await host.DropAsync("a.txt", Texts.Article(1));
        await host.DrainAsync();
        await host.SendDigestsAsync();
        Assert.Empty(reader.Accepted);

        await RunAsync(host, "subscriptions", "resume", subscription.Id.ToString());
        await host.SendDigestsAsync();
        Assert.Single(reader.Accepted);
    }

    private async Task RunAsync(TestPipeline host, params string[] arguments)
    {
        var (exitCode, output, errors) = await Command.RunAsync(_folder.Path, [("Storage", host.Account)], arguments);
        Assert.True(exitCode == 0, output + errors);
    }

    private static async Task<Subscription> FindAsync(TestPipeline host, Subscription subscription) =>
        (await host.Get<ISubscriptions>().FindAsync(subscription.Id, CancellationToken.None))!;
}
