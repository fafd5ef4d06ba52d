using System.Text;
using System.Text.Json;
using NewsAlerts.Adapters.Storage;

namespace NewsAlerts.Fuzz.Targets;

/// <summary>Queue messages and stored documents: what this version cannot read is refused, never read as something else.</summary>
internal static class MessageTarget
{
    private static readonly string[] Every = [Stages.Ingest, Stages.Summarize, Stages.Route, Stages.Deliver, Stages.Purge];

    public static FuzzTarget Target { get; } = new(
        "message",
        "queue messages and stored documents",
        [],
        [
            """{"version":1,"articleId":"vsmainyqznf6jmeugngo6dwgge"}""", """{"version":1,"articleId":"vsmainyqznf6jmeugngo6dwgge","shard":3}""", """{"version":1,"digestId":"d-00k3m5a7cq2zxw6b-20261123T073000Z"}""",
            """{"version":2,"articleId":""}""", """{"version":1,"name":"a.txt","originalKey":"vsmainyqznf6jmeugngo6dwgge"}""", """{"version":1,"subscriptionId":"00k3m5a7cq2zxw6b"}""",
            """{"version":1,"id":"vsmainyqznf6jmeugngo6dwgge","citation":{"title":"T","url":"https://a.example/","language":"en"},"categories":[],"text":"One sentence here.","paragraphs":[{"start":0,"length":18}],"sentences":[{"span":{"start":0,"length":18},"paragraph":0}],"original":{"name":"a","key":"k","entry":0},"ingested":"2026-03-02T08:00:00+00:00"}""",
            """{"version":1,"articleId":"vsmainyqznf6jmeugngo6dwgge","headline":"H","keyPoints":[{"text":"T","evidence":{"sentence":0,"start":0,"length":1,"quote":"O"}}],"engine":"embedded","notes":[],"citation":{"language":"en"},"created":"2026-03-02T08:00:00+00:00"}""",
        ],
        Read);

    private static void Read(byte[] content)
    {
        var json = Encoding.UTF8.GetString(content);
        foreach (var stage in Every)
        {
            if (Parsed(() => MessageJson.Read(stage, json)) is { } request)
            {
                BrokenPromiseException.Unless(MessageJson.Read(stage, MessageJson.Write(request)) == request, "A message is read back as it was written.");
            }
        }

        HoldDocument(json, DocumentJson.Default.Article);
        HoldDocument(json, DocumentJson.Default.Summary);
        HoldDocument(json, DocumentJson.Default.Digest);
        HoldDocument(json, DocumentJson.Default.Subscription);
    }

    private static void HoldDocument<T>(string json, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        if (Parsed(() => JsonSerializer.Deserialize(json, type)) is { } document)
        {
            var written = JsonSerializer.Serialize(document, type);
            BrokenPromiseException.Unless(JsonSerializer.Serialize(JsonSerializer.Deserialize(written, type)!, type) == written, "A document is read back as it was written.");
        }
    }

    private static T? Parsed<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is JsonException or FormatException or ArgumentException)
        {
            // What queue pumps and readers of documents list as unreadable.
            return null;
        }
    }
}
