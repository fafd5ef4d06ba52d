using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsAlerts.Adapters;
using NewsAlerts.Local.Operating;

namespace NewsAlerts.Local.Hosting;

/// <summary>Puts the whole pipeline into one process.</summary>
internal static class LocalHost
{
    /// <summary>A host that is not started yet. Logs where it is told to; whoever starts it decides when it stops.</summary>
    public static IHost Build(IConfiguration configuration, ILoggerProvider logs, LogLevel level)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddConfiguration(configuration);
        builder.Logging
            .AddConfiguration(configuration.GetSection("Logging"))
            .SetMinimumLevel(level)
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("System", LogLevel.Warning)
            .AddFilter("Azure", LogLevel.Warning)
            // That nothing but the storage account protects the keys is so by design here: docs/operations.md.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
            .AddProvider(logs);
        builder.Services
            .AddNewsAlerts(configuration)
            .AddNewsAlertsAdapters(configuration)
            .AddLocalHost(configuration)
            .AddSingleton<SubscriptionBook>()
            .AddSingleton<IHostLifetime, NoLifetime>();
        return builder.Build();
    }

    /// <summary>Ctrl-C and SIGTERM are the command line's: they end the command, which stops the host, then the emulators.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
