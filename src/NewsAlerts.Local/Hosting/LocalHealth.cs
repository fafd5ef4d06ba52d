using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using NewsAlerts.Adapters.Storage;

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
        routes.MapGet("/health", () => Answer(new HealthReport("up", ProgramVersion.Full)));
        routes.MapGet(ReadyPath, ReadyAsync);
    }

    private async Task<IResult> ReadyAsync(CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            await storage.Queue(Queues.Summarize).GetPropertiesAsync(either.Token);
            return Answer(new HealthReport("ready", ProgramVersion.Full));
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotReady(logger, ex);
            return Answer(new HealthReport("not ready", ProgramVersion.Full, "The storage account does not answer, or is not set up."), StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static IResult Answer(HealthReport report, int status = StatusCodes.Status200OK) =>
        Results.Json(report, HealthJson.Default.HealthReport, statusCode: status);

    private static partial class Log
    {
        [LoggerMessage(8301, LogLevel.Warning, "This host is not ready: its storage account does not answer, or is not set up.")]
        public static partial void NotReady(ILogger logger, Exception exception);
    }
}

/// <summary>What a probe is answered.</summary>
internal sealed record HealthReport(string Status, string Version, string? Why = null);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HealthReport))]
internal sealed partial class HealthJson : JsonSerializerContext;
