using System.Text;
using NewsAlerts.Adapters.Webhooks;
using NewsAlerts.Routing;

namespace NewsAlerts.Tests.Adapters.Webhooks;

public sealed class WebhookCheckTests
{
    private const string Id = "d-00k3m5a7cq2zxw6b-20261123T063000Z";
    private const string Timestamp = "1795415400";
    private static readonly WebhookSecret Secret = WebhookSecret.Parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", null);
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1795415400);
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("{\"type\":\"webhook.ping\"}");
    private static readonly string Signature = WebhookSignature.Sign(Id, At, Body, Secret);

    [Fact]
    public void A_genuine_request_has_nothing_wrong() =>
        Assert.Empty(new WebhookCheck(Id, Timestamp, Signature).Complaints(Secret, Body, At.AddSeconds(299)));

    [Fact]
    public void Every_missing_header_is_named() =>
        Assert.Equal(
            ["The header webhook-id is missing or empty.", "The header webhook-signature is missing or empty."],
            new WebhookCheck(null, Timestamp, " ").Complaints(Secret, Body, At));

    [Theory]
    [InlineData("2026-11-23T06:30:00Z")]
    [InlineData("-1")]
    [InlineData("1795415400.5")]
    public void A_timestamp_that_is_none_is_shown(string timestamp) =>
        Assert.Contains($"webhook-timestamp is '{timestamp}'", Assert.Single(new WebhookCheck(Id, timestamp, Signature).Complaints(Secret, Body, At)), StringComparison.Ordinal);

    [Theory]
    [InlineData(301, "webhook-timestamp is too old: by 301 s, 300 s are allowed.")]
    [InlineData(-400, "webhook-timestamp is in the future: by 400 s, 300 s are allowed.")]
    public void A_timestamp_out_of_bounds_is_measured(int seconds, string expected) =>
        Assert.StartsWith(expected, Assert.Single(new WebhookCheck(Id, Timestamp, Signature).Complaints(Secret, Body, At.AddSeconds(seconds))), StringComparison.Ordinal);

    [Theory]
    [InlineData("v1a,abc", "has no signature of the scheme v1")]
    [InlineData("v1,abc", "was it cut off?")]
    public void A_signature_that_is_none_is_told_from_one_that_does_not_fit(string signature, string expected) =>
        Assert.Contains(expected, Assert.Single(new WebhookCheck(Id, Timestamp, signature).Complaints(Secret, Body, At)), StringComparison.Ordinal);

    [Fact]
    public void Another_secret_does_not_fit() =>
        Assert.StartsWith("None of the 1 signature fits", Assert.Single(new WebhookCheck(Id, Timestamp, Signature).Complaints(WebhookSecret.New(), Body, At)), StringComparison.Ordinal);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_line_end_that_an_editor_added_is_recognised(string end) =>
        Assert.Contains(
            "without its last line end",
            Assert.Single(new WebhookCheck(Id, Timestamp, Signature).Complaints(Secret, [.. Body, .. Encoding.UTF8.GetBytes(end)], At)),
            StringComparison.Ordinal);

    [Fact]
    public void Two_faults_are_both_told() =>
        Assert.Equal(2, new WebhookCheck(Id, Timestamp, Signature).Complaints(WebhookSecret.New(), Body, At.AddHours(1)).Count);
}
