using NewsAlerts.Routing;

namespace NewsAlerts.Tests.Routing;

public sealed class WebhookSecretTests
{
    [Fact]
    public void A_new_secret_has_32_bytes_and_comes_back_from_its_written_form()
    {
        var secret = WebhookSecret.New();

        Assert.Equal(32, secret.Key.Length);
        Assert.Equal(secret.Key.ToArray(), WebhookSecret.Parse(secret.Reveal(), null).Key.ToArray());
    }

    [Fact]
    public void A_secret_never_prints_by_accident()
    {
        var secret = WebhookSecret.New();
        var channel = new Channel.Webhook(new Uri("https://example.com/hook?token=x"), secret);

        Assert.DoesNotContain(secret.Reveal(), $"{secret} {channel}", StringComparison.Ordinal);
        Assert.DoesNotContain("token", channel.Destination, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("whsec_")]
    [InlineData("whsec_c2hvcnQ=")]
    [InlineData("whsec_not base64 at all, not at all")]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    public void What_is_no_secret_is_refused_without_repeating_it(string text)
    {
        var error = Assert.Throws<FormatException>(() => WebhookSecret.Parse(text, null));
        Assert.True(text.Length < 7 || !error.Message.Contains(text, StringComparison.Ordinal));
    }
}
