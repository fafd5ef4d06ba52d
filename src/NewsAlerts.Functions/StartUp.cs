using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NewsAlerts.Adapters.Storage;

namespace NewsAlerts.Functions;

/// <summary>Starts the worker, or says why it cannot.</summary>
internal static class StartUp
{
    /// <summary>
    /// Runs the host until it is stopped. A configuration that does not validate is said plainly, one line a key, before anything else:
    /// the Functions host keeps restarting a worker that failed to start and answers nothing meanwhile, so its log is all that there is to see.
    /// </summary>
    /// <returns>The exit code: 0 when stopped, 1 when the configuration is wrong.</returns>
    public static async Task<int> RunAsync(Func<IHost> build)
    {
        try
        {
            using var host = build();
            await ProvisionAsync(host.Services);
            await host.RunAsync();
            return 0;
        }
        catch (Exception exception) when (Failures(exception) is { Length: > 0 } failures)
        {
            foreach (var failure in failures)
            {
                await Console.Error.WriteLineAsync($"NewsAlerts cannot start: {failure}");
            }

            return 1;
        }
    }

    /// <summary>Core Tools run against an empty Azurite, where nothing else makes what the triggers listen to. In Azure the infrastructure does.</summary>
    private static Task ProvisionAsync(IServiceProvider services) =>
        services.GetRequiredService<IHostEnvironment>().IsDevelopment()
            ? services.GetRequiredService<StorageProvisioner>().EnsureCreatedAsync(CancellationToken.None)
            : Task.CompletedTask;

    /// <summary>What is wrong with the configuration; empty for any other exception. Several bad options come as an aggregate.</summary>
    private static string[] Failures(Exception exception) => exception switch
    {
        OptionsValidationException invalid => [.. invalid.Failures],
        StorageConfigurationException invalid => [invalid.Message],
        AggregateException several => [.. several.InnerExceptions.SelectMany(Failures)],
        _ => [],
    };
}
