using System.Globalization;
using NewsAlerts.Articles;
using NewsAlerts.Delivering;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Local.Emulators;
using NewsAlerts.Routing;

namespace NewsAlerts.EndToEnd.Hosts;

/// <summary>The local host as processes on one storage account: killed, restarted, two at a time.</summary>
[Collection(EmulatorFixture.Collection)]
public sealed class LocalHostTests(EmulatorFixture emulators) : IDisposable
{
    private const int Articles = 40;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task A_host_killed_in_the_middle_is_made_up_for_by_the_next_one()
    {
        await using var storage = await TestPipeline.StartAsync(emulators);
        var (subscription, address) = await SubscribeAsync(storage);
        await DropAsync(storage);

        await using (var doomed = RunHost(storage))
        {
            await Until.IsSoAsync("some articles are summarised", async () => await storage.CountRowsAsync(Tables.Archive) > Articles / 4);
            await doomed.KillAsync();
        }

        Assert.True((await storage.ListBlobsAsync(Containers.Articles)).Count > 0 || await storage.CountRowsAsync(Tables.Open) > 0, "The host had finished before it was killed.");
        await using var next = RunHost(storage);
        await InboxHoldsAllAsync(storage, subscription);
        await storage.MakeDueAsync(subscription);

        await AssertOneMailWithAllAsync(storage, subscription, address);
        var (exitCode, _, errors) = await next.StopAsync();
        Assert.True(exitCode == 0, errors);
    }

    [SkippableFact]
    public async Task A_host_that_is_stopped_in_the_middle_hands_everything_back_and_the_next_one_need_not_wait_for_a_lease()
    {
        await using var storage = await TestPipeline.StartAsync(emulators);
        var (subscription, address) = await SubscribeAsync(storage);
        await DropAsync(storage);

        // Five times as long as this test waits for anything: a message that was not handed back would come too late.
        const string lease = "00:10:00";
        await using (var stopped = RunHost(storage, lease))
        {
            await Until.IsSoAsync("some articles are summarised", async () => await storage.CountRowsAsync(Tables.Archive) > Articles / 4);
            var (exitCode, _, errors) = await stopped.StopAsync();
            Assert.True(exitCode == 0, errors);
        }

        Assert.True((await storage.ListBlobsAsync(Containers.Articles)).Count > 0 || await storage.CountRowsAsync(Tables.Open) > 0, "The host had finished before it was stopped.");
        await using var next = RunHost(storage, lease);
        await InboxHoldsAllAsync(storage, subscription);
        await storage.MakeDueAsync(subscription);

        await AssertOneMailWithAllAsync(storage, subscription, address);
    }

    [SkippableFact]
    public async Task Two_hosts_on_one_storage_send_every_article_once()
    {
        await using var storage = await TestPipeline.StartAsync(emulators);
        var (subscription, address) = await SubscribeAsync(storage);
        await using var one = RunHost(storage);
        await using var two = RunHost(storage);
        await DropAsync(storage);

        await InboxHoldsAllAsync(storage, subscription);
        await storage.MakeDueAsync(subscription);

        await AssertOneMailWithAllAsync(storage, subscription, address);
    }

    private Command RunHost(TestPipeline storage, string lease = "00:00:05") => Command.Start(
        _folder.Path,
        [
            ("Storage", storage.Account),
            ("Email__Host", emulators.Mail.SmtpHost),
            ("Email__Port", emulators.Mail.SmtpPort.ToString(CultureInfo.InvariantCulture)),
            ("Local__DigestInterval", "00:00:01"),
            ("Local__VisibilityTimeout", lease),
        ],
        "run");

    private static async Task<(Subscription Subscription, string Address)> SubscribeAsync(TestPipeline storage)
    {
        var address = $"{EmulatorFixture.NewPrefix()}@example.com";
        return (await storage.SubscribeAsync(new Channel.Email(address)), address);
    }

    private static Task DropAsync(TestPipeline storage) =>
        Parallel.ForEachAsync(Enumerable.Range(0, Articles), async (i, _) => await storage.DropAsync($"{i}.txt", Texts.Article(i)));

    private static Task InboxHoldsAllAsync(TestPipeline storage, Subscription subscription) => Until.IsSoAsync("all articles are in the inbox", async () =>
        await storage.CountPendingAsync(subscription) == Articles);

    private async Task AssertOneMailWithAllAsync(TestPipeline storage, Subscription subscription, string address)
    {
        await Until.IsSoAsync("the digest is sent", async () =>
            await storage.Get<IDeliveries>().ListAsync(subscription.Id, CancellationToken.None).AnyAsync(delivery => delivery.State == DeliveryState.Sent));
        var delivery = Assert.Single(await storage.Get<IDeliveries>().ListAsync(subscription.Id, CancellationToken.None).ToListAsync());
        Assert.Equal((Articles, 1), (delivery.Items, delivery.Attempts));
        Assert.Single(await MailsToAsync(address));
        await Until.IsSoAsync("nothing is left in flight", async () => await storage.CountRowsAsync(Tables.Open) == 0);
        Assert.Equal(Articles, await storage.Get<IArchive>().LatestAsync(storage.Time.GetUtcNow().AddDays(-1), CancellationToken.None).CountAsync());
        Assert.Equal(0, await storage.CountRowsAsync(Tables.Failures));
    }

    private async Task<IReadOnlyList<CaughtMail>> MailsToAsync(string address) =>
        [.. (await emulators.Mail.ListAsync(CancellationToken.None)).Where(mail => mail.To.Any(to => to.Address == address))];
}
