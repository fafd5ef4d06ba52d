using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Local.Emulators;

namespace NewsAlerts.EndToEnd;

/// <summary>The processes that tests start in order to kill them.</summary>
internal static class Program
{
    /// <summary>Starts both emulators on the folder, prints their process ids and addresses in a line each, and waits to be killed.</summary>
    public const string HoldEmulators = "hold-emulators";

    private static async Task<int> Main(string[] args)
    {
        if (args is not [HoldEmulators, var folder])
        {
            return 2;
        }

        using var http = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false });
        var starter = new EmulatorStarter(TestEmulators.On(folder), http, TimeProvider.System);
        await using var azurite = await starter.StartAzuriteAsync(progress: null, CancellationToken.None);
        await using var mail = await starter.StartMailCatcherAsync(progress: null, CancellationToken.None);
        Console.WriteLine(azurite.ConnectionString);
        Console.WriteLine(mail.Inbox);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None);
        return 0;
    }
}
