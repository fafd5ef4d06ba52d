using System.Net;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Local.Hosting;

namespace NewsAlerts.EndToEnd.Hosts;

[Collection(EmulatorFixture.Collection)]
public sealed class HealthTests(EmulatorFixture emulators)
{
    [SkippableFact]
    public async Task The_local_host_says_that_it_is_up_and_that_its_storage_answers()
    {
        await using var host = await RunningHost.StartAsync(emulators);

        var (up, upBody) = await GetAsync(host, "health");
        var (ready, readyBody) = await GetAsync(host, "health/ready");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (up, ready));
        Assert.Matches("""^\{"status":"up","version":"\d+\.\d+\.\d+[^"]*"\}$""", upBody);
        Assert.Matches("""^\{"status":"ready","version":"\d+\.\d+\.\d+[^"]*"\}$""", readyBody);
    }

    [SkippableFact]
    public async Task A_host_whose_queues_are_gone_is_up_and_not_ready()
    {
        await using var host = await RunningHost.StartAsync(emulators);
        await host.Get<NewsAlerts.Adapters.Storage.StorageClients>().Queue(Queues.Summarize).DeleteAsync();

        var (up, _) = await GetAsync(host, "health");
        var (ready, body) = await GetAsync(host, "health/ready");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (up, ready));
        Assert.Contains("\"why\":\"The storage account does not answer, or is not set up.\"", body, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_command_health_asks_the_host_at_the_configured_port()
    {
        await using var host = await RunningHost.StartAsync(emulators);
        using var folder = new TemporaryFolder();
        (string, string)[] settings = [("Local__WebPort", $"{host.Get<LocalWebAddress>().Listening!.Port}")];

        var (ready, said, _) = await Command.RunAsync(folder.Path, settings, "health");
        await host.Get<NewsAlerts.Adapters.Storage.StorageClients>().Queue(Queues.Summarize).DeleteAsync();
        var (notReady, _, why) = await Command.RunAsync(folder.Path, settings, "health");
        var (unknown, _, remedy) = await Command.RunAsync(folder.Path, [], "health");

        Assert.Equal((0, 1, 1), (ready, notReady, unknown));
        Assert.Contains("✓ ready", said, StringComparison.Ordinal);
        Assert.Contains("not ready: The storage account does not answer, or is not set up.", why, StringComparison.Ordinal);
        Assert.Contains("Local__WebPort is not set", remedy, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string Body)> GetAsync(RunningHost host, string path)
    {
        using var http = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Get<LocalWebAddress>().Listening!, path));
        using var response = await http.SendAsync(request, CancellationToken.None);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
