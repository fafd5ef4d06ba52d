using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsAlerts.Articles;
using NewsAlerts.Digesting;
using NewsAlerts.Ingesting;
using NewsAlerts.Routing;
using NewsAlerts.Summarizing;

namespace NewsAlerts.Adapters.Storage;

/// <summary>The JSON of stored documents: docs/formats.md, "Documents".</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    PropertyNameCaseInsensitive = false,
    NumberHandling = JsonNumberHandling.Strict,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(Summary))]
[JsonSerializable(typeof(Digest))]
[JsonSerializable(typeof(Subscription))]
[JsonSerializable(typeof(SubscriptionHead))]
[JsonSerializable(typeof(Rejection))]
[JsonSerializable(typeof(RejectionDocument))]
internal sealed partial class DocumentJson : JsonSerializerContext
{
    /// <summary>
    /// The same, with letters of every script and quotation marks as they are rather than as six characters each: a table's property holds
    /// 32,768 characters, and a subscription's rule may have 10,000. What is written so goes into tables only, never into a page.
    /// </summary>
    public static DocumentJson Compact => field ??= new(new JsonSerializerOptions(s_defaultOptions) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

/// <summary>What lies beside a rejected original.</summary>
/// <param name="Version">The document's version, 1.</param>
/// <param name="Original">The original's name.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Dropped">When it was dropped.</param>
/// <param name="Rejection">Why it was rejected.</param>
internal sealed record RejectionDocument(int Version, string Original, long Bytes, DateTimeOffset Dropped, Rejection Rejection);
