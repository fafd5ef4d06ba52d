using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;
using Moq;
using NewsAlerts.Tests.Given;
using NewsAlerts.Web.Readers;

namespace NewsAlerts.Tests.Web.Readers;

public sealed class ReaderLinksTests
{
    private readonly Mock<IWebAddress> _address = new();
    private readonly Mock<ILogger<ReaderLinks>> _logger = new();
    private readonly ReaderTokens _tokens = new(new EphemeralDataProtectionProvider());

    public ReaderLinksTests() => _logger.Setup(logger => logger.IsEnabled(It.IsAny<LogLevel>())).Returns(true);

    [Theory]
    [InlineData("https://news.example.org", "https://news.example.org/unsubscribe/")]
    [InlineData("https://example.org/news/", "https://example.org/news/unsubscribe/")]
    public void A_link_leads_below_the_configured_address(string site, string expected)
    {
        _address.SetupGet(address => address.Base).Returns(new Uri(site));

        var link = Links().To(ReaderAction.Unsubscribe, GivenDigest.SubscriptionId, GivenDigest.Due)!.AbsoluteUri;

        Assert.StartsWith(expected, link, StringComparison.Ordinal);
        Assert.Equal(new ReaderToken(GivenDigest.SubscriptionId, GivenDigest.Due), _tokens.Read(ReaderAction.Unsubscribe, link[expected.Length..]));
    }

    [Fact]
    public void Where_there_is_no_address_the_log_says_so_once_however_many_mails_go_out()
    {
        var links = Links();

        Assert.Null(links.To(ReaderAction.Unsubscribe, GivenDigest.SubscriptionId, GivenDigest.Due));
        Assert.Null(links.To(ReaderAction.Confirm, GivenDigest.SubscriptionId, GivenDigest.Due));

        _logger.Verify(
            logger => logger.Log(
                LogLevel.Warning,
                It.IsAny<EventId>(),
                It.Is<It.IsAnyType>((state, _) => state!.ToString()!.StartsWith("Web__BaseUrl is not set", StringComparison.Ordinal)),
                It.IsAny<Exception?>(),
                It.IsAny<Func<It.IsAnyType, Exception?, string>>()),
            Times.Once);
    }

    private ReaderLinks Links() => new(_tokens, _address.Object, _logger.Object);
}
