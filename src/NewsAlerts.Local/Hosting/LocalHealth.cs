using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Web;

namespace NewsAlerts.Local.Hosting;

/// <summary>
/// Whether this host is alive (<c>/health</c>, as in the Functions app: looks at nothing else, so that no probe kills a host because its storage is away)
/// and whether it can work (<c>/health/ready</c>: its storage answers). docs/observability.md.
/// </summary>
internal sealed partial class LocalHealth(StorageClients storage, TimeProvider time, ILogger<LocalHealth> logger)
{
    public const string ReadyPath = "/health/ready";

    /// <summary>A probe does not wait longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health", () => HealthReport.Up(typeof(LocalHealth).Assembly).Answer());
        routes.MapGet(ReadyPath, ReadyAsync);
    }

    private async Task<IResult> ReadyAsync(CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            await storage.Queue(Queues.Summarize).GetPropertiesAsync(either.Token);
            return new HealthReport("ready", ProgramVersion.Full).Answer();
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotReady(logger, ex);
            return new HealthReport("not ready", ProgramVersion.Full, "The storage account does not answer, or is not set up.").Answer(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(8301, LogLevel.Warning, "This host is not ready: its storage account does not answer, or is not set up.")]
        public static partial void NotReady(ILogger logger, Exception exception);
    }
}
