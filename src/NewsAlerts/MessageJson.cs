using System.Text.Json;
using System.Text.Json.Serialization;
using NewsAlerts.Delivering;
using NewsAlerts.Ingesting;
using NewsAlerts.Routing;
using NewsAlerts.Summarizing;
using NewsAlerts.Sweeping;

namespace NewsAlerts;

/// <summary>The JSON of queue messages: docs/formats.md, "Messages".</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    PropertyNameCaseInsensitive = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(IngestRequest))]
[JsonSerializable(typeof(SummarizeRequest))]
[JsonSerializable(typeof(RouteRequest))]
[JsonSerializable(typeof(DeliverRequest))]
[JsonSerializable(typeof(PurgeRequest))]
public sealed partial class MessageJson : JsonSerializerContext
{
    /// <summary>A request as JSON.</summary>
    public static string Write(StageRequest request) => JsonSerializer.Serialize(request, request.GetType(), Default);

    /// <summary>The request that <paramref name="json"/> holds for <paramref name="stage"/>.</summary>
    /// <exception cref="JsonException">The JSON is not a request of that stage.</exception>
    /// <exception cref="FormatException">The version or an id is not one that this host reads.</exception>
    public static StageRequest Read(string stage, string json) => stage switch
    {
        Stages.Ingest => Required(JsonSerializer.Deserialize(json, Default.IngestRequest)),
        Stages.Summarize => Required(JsonSerializer.Deserialize(json, Default.SummarizeRequest)),
        Stages.Route => Required(JsonSerializer.Deserialize(json, Default.RouteRequest)),
        Stages.Deliver => Required(JsonSerializer.Deserialize(json, Default.DeliverRequest)),
        Stages.Purge => Required(JsonSerializer.Deserialize(json, Default.PurgeRequest)),
        _ => throw new FormatException($"There is no stage '{stage}'."),
    };

    /// <summary>The same; null where it is none that this host reads.</summary>
    public static StageRequest? TryRead(string stage, string json)
    {
        try
        {
            return Read(stage, json);
        }
        catch (Exception ex) when (ex is JsonException or FormatException)
        {
            return null;
        }
    }

    private static T Required<T>(T? request) where T : StageRequest =>
        request ?? throw new JsonException("The message is null; expected an object.");
}
