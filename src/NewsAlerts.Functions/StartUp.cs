using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

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

    /// <summary>What is wrong with the options; empty for any other exception. Several bad options come as an aggregate.</summary>
    private static string[] Failures(Exception exception) => exception switch
    {
        OptionsValidationException invalid => [.. invalid.Failures],
        AggregateException several => [.. several.InnerExceptions.SelectMany(Failures)],
        _ => [],
    };
}
