using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using NewsAlerts.Adapters.Webhooks;
using NewsAlerts.Articles;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Adapters.Webhooks;

/// <summary>What is sent is what docs/webhook.schema.json says.</summary>
public sealed class WebhookSchemaTests
{
    private static readonly Digest News = GivenDigest.OfHarbourNews().Build();
    private static readonly JsonObject Text = (JsonObject)JsonNode.Parse(Repository.Read("docs/webhook.schema.json"))!;
    private static readonly JsonSchema Schema = JsonSchema.FromText(Text.ToJsonString());

    private static readonly DigestRest Rest = new(
        37,
        [
            new DigestTitle(News.Items[0].ArticleId, "Pilots ask for a second tug", "en", "Harbour Gazette", new Uri("https://harbourgazette.example/tug")),
            new DigestTitle(News.Items[1].ArticleId, "Leuchtturm bleibt dunkel", "de"),
        ]);

    public static TheoryData<string, byte[]> Payloads => new()
    {
        { EventTypes.Digest, WebhookPayload.Of(News).ToBytes() },
        { EventTypes.Digest, WebhookPayload.Of(News with { Id = DigestId.Of(News.Id.SubscriptionId, GivenDigest.Due), Items = [News.Items[^1]] }).ToBytes() },
        { EventTypes.Digest, WebhookPayload.Of(News with { Rest = Rest }).ToBytes() },
        { EventTypes.Alert, WebhookPayload.Of(News with { Id = DigestId.OfAlert(News.Id.SubscriptionId, News.Items[0].ArticleId), Items = [News.Items[0]] }).ToBytes() },
        { EventTypes.RoundUp, WebhookPayload.Of(News with { Id = DigestId.Of(DigestKind.RoundUp, News.Id.SubscriptionId, GivenDigest.Due) }).ToBytes() },
        { EventTypes.Notice, NoticePayload.Of(Notice(), GivenDigest.SubscribedTo(new Channel.Email("reader@example.org"))).ToBytes() },
        { EventTypes.Ping, new PingPayload { Timestamp = GivenDigest.Due, Data = new PingData(News.Id.SubscriptionId) }.ToBytes() },
    };

    [Theory]
    [MemberData(nameof(Payloads))]
    public void What_is_sent_fits_the_schema_and_holds_nothing_that_it_does_not_describe(string type, byte[] payload)
    {
        using var json = JsonDocument.Parse(payload);

        Assert.Equal(type, json.RootElement.GetProperty("type").GetString());
        Assert.Empty(ErrorsOf(json.RootElement));
        Assert.Empty(MembersOf(json.RootElement).Except(DescribedMembers()));
    }

    [Theory]
    [InlineData("type", "\"digest.deleted\"")]
    [InlineData("version", "2")]
    [InlineData("timestamp", "\"yesterday\"")]
    [InlineData("data/digestId", "\"d-1\"")]
    [InlineData("data/rest", "{\"count\":0,\"titles\":[]}")]
    [InlineData("data/items", "[]")]
    [InlineData("data/items/0/articleId", "\"SHOUTED\"")]
    [InlineData("data/items/0/keyPoints", "[]")]
    [InlineData("data/items/0/keyPoints/0/evidence", "null")]
    [InlineData("data/items/0/keyPoints/0/evidence/length", "0")]
    [InlineData("data/items/0/citation/url", "\"javascript:alert(1)\"")]
    public void What_is_not_sent_does_not_fit(string path, string value)
    {
        var payload = JsonNode.Parse(WebhookPayload.Of(News).ToBytes())!;
        var steps = path.Split('/');
        var parent = steps[..^1].Aggregate(payload, (node, step) => int.TryParse(step, out var index) ? node[index]! : node[step]!);
        parent[steps[^1]] = JsonNode.Parse(value);

        Assert.NotEmpty(ErrorsOf(JsonSerializer.SerializeToElement(payload)));
    }

    [Theory]
    [InlineData("type")]
    [InlineData("data")]
    [InlineData("timestamp")]
    public void A_member_that_is_promised_may_not_be_missing(string member)
    {
        var payload = (JsonObject)JsonNode.Parse(WebhookPayload.Of(News).ToBytes())!;
        payload.Remove(member);

        Assert.NotEmpty(ErrorsOf(JsonSerializer.SerializeToElement(payload)));
    }

    [Fact]
    public void A_member_that_is_added_later_still_fits()
    {
        var payload = (JsonObject)JsonNode.Parse(WebhookPayload.Of(News).ToBytes())!;
        payload["data"]!["later"] = true;

        Assert.Empty(ErrorsOf(JsonSerializer.SerializeToElement(payload)));
    }

    private static SubscriptionMessage.Notice Notice() => new()
    {
        Id = DigestId.Of(DigestKind.Notice, News.Id.SubscriptionId, GivenDigest.Due),
        To = new Channel.Email("owner@example.org"),
        Headline = "A subscription is disabled",
        Paragraphs = ["Nothing is sent any more."],
    };

    private static IReadOnlyList<string> ErrorsOf(JsonElement json)
    {
        var results = Schema.Evaluate(json, new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
        return results.IsValid
            ? []
            : [.. (results.Details ?? []).Where(detail => detail.Errors is not null).SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}")), "invalid"];
    }

    private static IEnumerable<string> MembersOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => MembersOf(member.Value).Prepend(member.Name)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(MembersOf),
        _ => [],
    };

    private static IEnumerable<string> DescribedMembers() => Described(Text);

    private static IEnumerable<string> Described(JsonNode? schema) => schema switch
    {
        JsonObject members => members.SelectMany(member => member is { Key: "properties", Value: JsonObject properties }
            ? properties.SelectMany(property => Described(property.Value).Prepend(property.Key))
            : Described(member.Value)),
        JsonArray elements => elements.SelectMany(Described),
        _ => [],
    };
}
