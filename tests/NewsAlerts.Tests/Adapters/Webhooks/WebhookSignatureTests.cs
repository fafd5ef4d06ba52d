using System.Text;
using NewsAlerts.Adapters.Webhooks;
using NewsAlerts.Routing;

namespace NewsAlerts.Tests.Adapters.Webhooks;

public sealed class WebhookSignatureTests
{
    // The vector of the specification's own libraries (libraries/javascript/src/webhook.test.ts, "sign function works").
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const string Signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static readonly WebhookSecret Secret = WebhookSecret.Parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", null);
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1614265330);
    private static readonly byte[] Payload = Encoding.UTF8.GetBytes("{\"test\": 2432232314}");

    [Fact]
    public void Signs_like_the_specification() =>
        Assert.Equal(Signature, WebhookSignature.Sign(Id, At, Payload, Secret));

    [Fact]
    public void Two_secrets_make_two_signatures_and_either_verifies()
    {
        var next = WebhookSecret.New();

        var both = WebhookSignature.Sign(Id, At, Payload, next, Secret);

        Assert.Equal(2, both.Split(' ').Length);
        Assert.Equal(WebhookVerdict.Genuine, Verify(both));
        Assert.Equal(WebhookVerdict.Genuine, WebhookSignature.Verify(next, Id, "1614265330", both, Payload, At));
    }

    [Theory]
    [InlineData(-300, WebhookVerdict.Genuine)]
    [InlineData(300, WebhookVerdict.Genuine)]
    [InlineData(-301, WebhookVerdict.Stale)]
    [InlineData(301, WebhookVerdict.Stale)]
    public void Five_minutes_either_way_are_forgiven(int seconds, WebhookVerdict verdict) =>
        Assert.Equal(verdict, WebhookSignature.Verify(Secret, Id, "1614265330", Signature, Payload, At.AddSeconds(seconds)));

    [Theory]
    [InlineData("v1,h0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("v1,AAAA")]
    [InlineData("v1,")]
    [InlineData("v1")]
    [InlineData("v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("v1,not base64 at all")]
    public void A_signature_that_does_not_fit_is_forged(string signatures) =>
        Assert.Equal(WebhookVerdict.Forged, Verify(signatures));

    [Fact]
    public void Signatures_of_other_schemes_are_passed_over() =>
        Assert.Equal(WebhookVerdict.Genuine, Verify($"v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg== {Signature}"));

    [Fact]
    public void Another_body_id_or_time_is_forged()
    {
        Assert.Equal(WebhookVerdict.Forged, WebhookSignature.Verify(Secret, Id, "1614265330", Signature, Payload.AsSpan(1), At));
        Assert.Equal(WebhookVerdict.Forged, WebhookSignature.Verify(Secret, Id + "x", "1614265330", Signature, Payload, At));
        Assert.Equal(WebhookVerdict.Forged, WebhookSignature.Verify(Secret, Id, "1614265331", Signature, Payload, At));
    }

    [Theory]
    [InlineData(null, "1614265330", Signature)]
    [InlineData(Id, null, Signature)]
    [InlineData(Id, "1614265330", null)]
    [InlineData(Id, "yesterday", Signature)]
    [InlineData(Id, "-1614265330", Signature)]
    [InlineData(Id, "99999999999999999999", Signature)]
    public void A_missing_or_unreadable_header_is_malformed(string? id, string? timestamp, string? signatures) =>
        Assert.Equal(WebhookVerdict.Malformed, WebhookSignature.Verify(Secret, id, timestamp, signatures, Payload, At));

    [Fact]
    public void A_time_beyond_the_calendar_is_only_stale() =>
        Assert.Equal(WebhookVerdict.Stale, WebhookSignature.Verify(Secret, Id, long.MaxValue.ToString(null as IFormatProvider), Signature, Payload, At));

    [Fact]
    public void An_id_with_a_full_stop_is_not_signed() =>
        Assert.Throws<ArgumentException>(() => WebhookSignature.Sign("msg.1", At, Payload, Secret));

    private static WebhookVerdict Verify(string signatures) => WebhookSignature.Verify(Secret, Id, "1614265330", signatures, Payload, At);
}
