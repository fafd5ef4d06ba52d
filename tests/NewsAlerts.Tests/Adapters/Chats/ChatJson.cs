using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsAlerts.Tests.Adapters.Chats;

/// <summary>Payloads for people and for asserts.</summary>
internal static class ChatJson
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Indented(byte[] body) => JsonNode.Parse(body)!.ToJsonString(Readable).ReplaceLineEndings("\n") + "\n";

    /// <summary>Every string of that name, in order, at any depth.</summary>
    public static IEnumerable<string> Strings(JsonNode? node, string name) => node switch
    {
        JsonArray list => list.SelectMany(element => Strings(element, name)),
        JsonObject members => members.SelectMany(member =>
            member.Key == name && member.Value is JsonValue value && value.GetValueKind() == JsonValueKind.String ? [value.GetValue<string>()] : Strings(member.Value, name)),
        _ => [],
    };
}
