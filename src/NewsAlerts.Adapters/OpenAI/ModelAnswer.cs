using System.Text.Json;
using System.Text.Json.Serialization;
using OpenAI.Chat;

namespace NewsAlerts.Adapters.OpenAI;

/// <summary>What the model is asked to answer, and nothing else.</summary>
internal sealed record ModelAnswer(string Headline, IReadOnlyList<ModelPoint> KeyPoints)
{
    // Bounds on lengths and counts are not part of the subset of JSON Schema that every endpoint takes in strict mode; TryParse has them.
    private const string Schema = """
        {
          "type": "object",
          "properties": {
            "headline": { "type": "string" },
            "keyPoints": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "text": { "type": "string" },
                  "evidence": { "type": "array", "items": { "type": "integer" } }
                },
                "required": ["text", "evidence"],
                "additionalProperties": false
              }
            }
          },
          "required": ["headline", "keyPoints"],
          "additionalProperties": false
        }
        """;

    /// <summary>Longer answers are not read: more than the longest that is allowed, however it is spaced.</summary>
    private const int MaxLength = 100_000;

    private const int MostEvidence = 20;

    public static ChatResponseFormat Format { get; } =
        ChatResponseFormat.CreateJsonSchemaFormat("summary", BinaryData.FromString(Schema), jsonSchemaIsStrict: true);

    /// <summary>The answer; null where the text is anything but one object of that schema with 1 to <paramref name="mostPoints"/> key points.</summary>
    public static ModelAnswer? TryParse(string text, int mostPoints)
    {
        if (text.Length > MaxLength)
        {
            return null;
        }

        try
        {
            var answer = JsonSerializer.Deserialize(text, AnswerJson.Default.ModelAnswer);
            return answer is not null && answer.KeyPoints.Count >= 1 && answer.KeyPoints.Count <= mostPoints && answer.KeyPoints.All(IsWhole) ? answer : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsWhole(ModelPoint? point) =>
        point is not null && !string.IsNullOrWhiteSpace(point.Text) && point.Evidence.Count is >= 1 and <= MostEvidence;
}

/// <summary>One of its key points.</summary>
/// <param name="Text">The statement.</param>
/// <param name="Evidence">The numbers of the sentences that say so.</param>
internal sealed record ModelPoint(string Text, IReadOnlyList<int> Evidence);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    MaxDepth = 8)]
[JsonSerializable(typeof(ModelAnswer))]
internal sealed partial class AnswerJson : JsonSerializerContext;
