using System.Text.Json;
using NewsAlerts.Articles;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Ingesting;
using NewsAlerts.Routing;
using NewsAlerts.Summarizing;
using NewsAlerts.Sweeping;

namespace NewsAlerts.Tests;

public sealed class MessageJsonTests
{
    private static readonly ArticleId Article = ArticleId.Of("Title", "Text.");
    private static readonly SubscriptionId Reader = SubscriptionId.Parse("00k3m5a7cq2zxw6b", null);

    public static TheoryData<StageRequest> Requests =>
    [
        new IngestRequest("a/b.txt", OriginalKey.Of("a/b.txt", "0x1")),
        new SummarizeRequest(Article),
        new RouteRequest(Article, 255),
        new DeliverRequest(DigestId.Of(Reader, new DateTimeOffset(2026, 11, 23, 7, 30, 0, TimeSpan.Zero))),
        new PurgeRequest(Reader),
    ];

    [Theory]
    [MemberData(nameof(Requests), DisableDiscoveryEnumeration = true)]
    public void A_message_comes_back_as_it_was_written(StageRequest request) =>
        Assert.Equal(request, MessageJson.Read(request.Stage, MessageJson.Write(request)));

    [Fact]
    public void A_message_holds_its_version_and_ids_and_nothing_else() =>
        Assert.Equal($$"""{"articleId":"{{Article}}","shard":3,"version":1}""", MessageJson.Write(new RouteRequest(Article, 3)));

    [Theory]
    [InlineData("""{"version":2,"articleId":"aaaaaaaaaaaaaaaaaaaaaaaaaa"}""")]
    [InlineData("""{"articleId":"aaaaaaaaaaaaaaaaaaaaaaaaaa"}""")]
    [InlineData("""{"version":1}""")]
    [InlineData("""{"version":1,"articleId":null}""")]
    [InlineData("""{"version":1,"articleId":"../../secrets"}""")]
    [InlineData("null")]
    [InlineData("")]
    public void A_message_that_is_not_wholly_understood_is_refused(string json)
    {
        var error = Record.Exception(() => MessageJson.Read(Stages.Summarize, json));
        Assert.True(error is JsonException or FormatException, $"{error}");
    }
}
