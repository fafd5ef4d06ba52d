using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace NewsAlerts.Functions;

/// <summary>Says that the worker is up, and in which version. Looks at nothing else: a probe must not fail because a mail server does.</summary>
public sealed class Health
{
    [Function(nameof(Health))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request) =>
        Results.Json(HealthReport.Up, HealthJson.Default.HealthReport);
}

/// <summary>What <see cref="Health"/> answers: docs/functions.md.</summary>
public sealed record HealthReport(string Status, string Version)
{
    internal static HealthReport Up { get; } = new(
        "up",
        typeof(HealthReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown");
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(HealthReport))]
internal sealed partial class HealthJson : JsonSerializerContext;
