using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsAlerts.Adapters.Webhooks;
using NewsAlerts.Summarizing;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Adapters.Webhooks;

public sealed class WebhookPayloadTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void A_digest_becomes_this_json()
    {
        using var json = JsonDocument.Parse(WebhookPayload.Of(GivenDigest.OfHarbourNews().Build()).ToBytes());

        Approved.Matches(JsonSerializer.Serialize(json, Indented) + "\n", "harbour-news.json");
    }

    [Fact]
    public void The_same_digest_makes_the_same_bytes() =>
        Assert.Equal(WebhookPayload.Of(GivenDigest.OfHarbourNews().Build()).ToBytes(), WebhookPayload.Of(GivenDigest.OfHarbourNews().Build()).ToBytes());

    [Fact]
    public void A_key_point_on_two_sentences_says_both_and_one_on_one_no_more_than_ever()
    {
        var one = GivenDigest.Said("The ferry sails.");
        var two = one with { FurtherEvidence = new Evidence(7, 90, 8, "At dawn.") };

        Assert.DoesNotContain("furtherEvidence", Json(one), StringComparison.Ordinal);
        Assert.Contains("\"furtherEvidence\":{\"sentence\":7,\"start\":90,\"length\":8,\"quote\":\"At dawn.\"}}", Json(two), StringComparison.Ordinal);

        static string Json(KeyPoint point) => Encoding.UTF8.GetString(WebhookPayload.Of(new GivenDigest().With("Ferry", [point]).Build()).ToBytes());
    }

    [Fact]
    public void Markup_is_escaped_and_letters_are_not()
    {
        var json = Encoding.UTF8.GetString(WebhookPayload.Of(new GivenDigest().With("<script>\u2028 الميناء", [GivenDigest.Said("So.")]).Build()).ToBytes());

        Assert.DoesNotContain('<', json);
        Assert.DoesNotContain('\u2028', json);
        Assert.Contains("الميناء", json, StringComparison.Ordinal);
    }
}
