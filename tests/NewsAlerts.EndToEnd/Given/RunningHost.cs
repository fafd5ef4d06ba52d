using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Local.Hosting;

namespace NewsAlerts.EndToEnd.Given;

/// <summary>The local host, with pumps, clock and server, on a storage account of its own.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly IHost _host;

    private RunningHost(IHost host) => _host = host;

    public static async Task<RunningHost> StartAsync(EmulatorFixture emulators, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                [StorageClients.ConnectionName] = emulators.NewAccount(),
                ["Email:Host"] = emulators.Mail.SmtpHost,
                ["Email:Port"] = emulators.Mail.SmtpPort.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["Email:Tls"] = "None",
                ["Local:DigestInterval"] = "00:00:01",
                ["Local:DrainTimeout"] = "00:00:02",
            })
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value)))
            .Build();
        var host = LocalHost.Build(configuration, NullLoggerProvider.Instance, LogLevel.None);
        await host.StartAsync();
        return new RunningHost(host);
    }

    public T Get<T>() where T : notnull => _host.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }
}
