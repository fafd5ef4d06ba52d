using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Routing;
using NewsAlerts.Web.Readers;

namespace NewsAlerts.EndToEnd.Storage;

/// <summary>The keys behind readers' links, shared by every host.</summary>
[Collection(EmulatorFixture.Collection)]
public sealed class KeyRingTests(EmulatorFixture emulators)
{
    private static readonly SubscriptionId Id = SubscriptionId.New(1);

    [SkippableFact]
    public async Task Hosts_that_start_at_once_on_empty_storage_read_each_others_links()
    {
        await using var first = await TestPipeline.StartAsync(emulators);
        await using var second = first.AnotherHost(emulators);
        await using var third = first.AnotherHost(emulators);
        TestPipeline[] hosts = [first, second, third];

        var tokens = await Task.WhenAll(hosts.Select(host => Task.Run(() => Issue(host))));

        Assert.All(hosts, host => Assert.All(tokens, token => Assert.Equal(Id, Read(host, token)?.SubscriptionId)));
        Assert.Single((await KeysAsync(first)).Elements("key"));
    }

    [SkippableFact]
    public async Task A_new_key_leaves_the_links_of_the_old_one_alive()
    {
        await using var host = await TestPipeline.StartAsync(emulators);
        var old = Issue(host);
        var now = DateTimeOffset.UnixEpoch.AddYears(70);
        host.Get<IKeyManager>().CreateNewKey(now, now.AddDays(90));

        await using var later = host.AnotherHost(emulators);

        Assert.Equal(2, (await KeysAsync(host)).Elements("key").Count());
        Assert.Equal(Id, Read(later, old)?.SubscriptionId);
    }

    private static string Issue(TestPipeline host) => host.Get<ReaderTokens>().Issue(ReaderAction.Unsubscribe, Id, host.Time.GetUtcNow());

    private static ReaderToken? Read(TestPipeline host, string token) => host.Get<ReaderTokens>().Read(ReaderAction.Unsubscribe, token);

    private static async Task<XElement> KeysAsync(TestPipeline host)
    {
        var blob = await host.Get<StorageClients>().Container(Containers.Keys).GetBlobClient("keyring.xml").DownloadContentAsync();
        return XElement.Load(blob.Value.Content.ToStream());
    }
}
