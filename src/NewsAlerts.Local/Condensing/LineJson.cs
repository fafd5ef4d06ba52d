using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NewsAlerts.Local.Commands.Watching;
using NewsAlerts.Summarizing;
using NewsAlerts.Summarizing.Verifying;

namespace NewsAlerts.Local.Condensing;

/// <summary>JSON lines in and out: docs/commands.md, "JSON". Properties that we don't know are left alone.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ArticleLine))]
[JsonSerializable(typeof(ClaimLine))]
[JsonSerializable(typeof(ReferenceLine))]
[JsonSerializable(typeof(SummaryJson))]
[JsonSerializable(typeof(VerdictJson))]
[JsonSerializable(typeof(WatchNewsJson))]
internal sealed partial class LineJson : JsonSerializerContext
{
    // Made on first use: the generated options that they copy may be set up after this class's own fields.
    private static LineJson Compact => field ??= Readable(indented: false);

    private static LineJson Indented => field ??= Readable(indented: true);

    /// <exception cref="LineException">It is too long or no such JSON.</exception>
    public static T Parse<T>(TextLine line)
        where T : ILine
    {
        if (line.Content is not { } content)
        {
            throw new LineException("It is longer than an original may be (Ingest__MaxOriginalBytes).");
        }

        try
        {
            return JsonSerializer.Deserialize(content.Span, Type<T>(Compact)) ?? throw new LineException($"It is not a JSON object with {T.Needs}.");
        }
        catch (JsonException ex)
        {
            // The library's own message may quote the line; where it broke is enough to find it.
            throw new LineException(string.Create(
                CultureInfo.InvariantCulture,
                $"It is {(ex.Path is { Length: > 1 } path ? $"not usable at {path}" : $"not a JSON object with {T.Needs}")} (byte {ex.BytePositionInLine + 1})."));
        }
    }

    public static string ToText<T>(T value, bool indented = false) => JsonSerializer.Serialize(value, Type<T>(indented ? Indented : Compact));

    // What people read stays readable: this is a terminal or a file, never a web page.
    private static LineJson Readable(bool indented) =>
        new(new JsonSerializerOptions(s_defaultOptions) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = indented });

    private static JsonTypeInfo<T> Type<T>(LineJson context) =>
        (JsonTypeInfo<T>?)context.GetTypeInfo(typeof(T)) ?? throw new NotSupportedException($"{typeof(T)} has no JSON shape here.");
}

/// <summary>What a line of input holds.</summary>
internal interface ILine
{
    /// <summary>The properties that it cannot do without, as a complaint names them.</summary>
    static abstract string Needs { get; }
}

/// <summary>An article to condense.</summary>
internal sealed record ArticleLine([property: JsonConverter(typeof(LineIdConverter))] string? Id, string? Text, string? Title, string? Language) : ILine
{
    public static string Needs => "\"text\"";
}

/// <summary>A claim to verify, with what people found about it where that is known.</summary>
internal sealed record ClaimLine(
    [property: JsonConverter(typeof(LineIdConverter))] string? Id, string? Article, string? Claim, string? Language, bool? Supported) : ILine
{
    public static string Needs => "\"article\" and \"claim\"";
}

/// <summary>An article with what an editor made of it.</summary>
internal sealed record ReferenceLine(
    [property: JsonConverter(typeof(LineIdConverter))] string? Id, string? Text, IReadOnlyList<string>? Highlights, string? Headline, string? Language) : ILine
{
    public static string Needs => "\"text\", and \"highlights\" or \"headline\"";
}

/// <summary>A summary that nothing stores.</summary>
internal sealed record SummaryJson(
    string Id,
    string? Name,
    int? Entry,
    string Headline,
    IReadOnlyList<KeyPoint> KeyPoints,
    string Engine,
    string Language,
    IReadOnlyList<string> Notes);

internal sealed record VerdictJson(string Id, bool Supported, double Score, IReadOnlyList<ReasonJson> Reasons, Evidence? Evidence, Evidence? FurtherEvidence);

internal sealed record ReasonJson(UnsupportedKind Kind, string What);

/// <summary>Ids are strings; a number is as good.</summary>
internal sealed class LineIdConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number when reader.TryGetInt64(out var number) => number.ToString(CultureInfo.InvariantCulture),
            _ => throw new JsonException(),
        };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
