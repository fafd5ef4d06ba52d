using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace NewsAlerts.Web;

/// <summary>What a probe is answered, by both hosts: docs/functions.md, docs/observability.md.</summary>
/// <param name="Status">In a word or two, such as "up".</param>
/// <param name="Version">Of the program, with the commit that it was built from where that is known.</param>
/// <param name="Why">What is wrong; null where nothing is.</param>
public sealed record HealthReport(string Status, string Version, string? Why = null)
{
    /// <summary>That a program runs, which says nothing of what it needs.</summary>
    public static HealthReport Up(Assembly program) => new("up", program.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown");

    /// <summary>Reads what a host answered; null where that is the JSON of null.</summary>
    /// <exception cref="JsonException">It is no report.</exception>
    public static ValueTask<HealthReport?> ReadAsync(Stream answer, CancellationToken cancellationToken) =>
        JsonSerializer.DeserializeAsync(answer, HealthJson.Default.HealthReport, cancellationToken);

    /// <summary>The answer, with an HTTP status.</summary>
    public IResult Answer(int status = StatusCodes.Status200OK) => Results.Json(this, HealthJson.Default.HealthReport, statusCode: status);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HealthReport))]
internal sealed partial class HealthJson : JsonSerializerContext;
