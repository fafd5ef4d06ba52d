using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Moq;
using NewsAlerts.Articles;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;
using NewsAlerts.Web.Readers;

namespace NewsAlerts.Tests.Web.Readers;

public sealed class ReaderTokensTests
{
    private static readonly SubscriptionId Id = SubscriptionId.Parse("00k3m5a7cq2zxw6b", null);
    private static readonly DateTimeOffset Issued = new(2026, 11, 23, 6, 30, 0, TimeSpan.Zero);

    private readonly ReaderTokens _tokens = new(new EphemeralDataProtectionProvider());

    [Fact]
    public void A_token_says_whose_it_is_and_when_it_was_issued() =>
        Assert.Equal(new ReaderToken(Id, Issued), _tokens.Read(ReaderAction.Unsubscribe, _tokens.Issue(ReaderAction.Unsubscribe, Id, Issued.AddMilliseconds(7))));

    [Fact]
    public void A_token_tells_nobody_whose_it_is() =>
        Assert.DoesNotContain(Id.ToString(), _tokens.Issue(ReaderAction.Unsubscribe, Id, Issued), StringComparison.Ordinal);

    [Fact]
    public void A_token_of_one_action_is_none_of_another() =>
        Assert.Null(_tokens.Read(ReaderAction.Confirm, _tokens.Issue(ReaderAction.Unsubscribe, Id, Issued)));

    [Fact]
    public void A_token_to_read_names_one_digest_and_does_nothing_else()
    {
        var alert = DigestId.OfAlert(Id, ArticleId.Of("Title", "Text."));

        var token = _tokens.Issue(alert, Issued);

        Assert.Equal(alert, _tokens.ReadDigest(token));
        Assert.All(Enum.GetValues<ReaderAction>(), action => Assert.Null(_tokens.Read(action, token)));
    }

    [Fact]
    public void A_token_of_a_subscription_shows_no_digest() =>
        Assert.All(Enum.GetValues<ReaderAction>(), action => Assert.Null(_tokens.ReadDigest(_tokens.Issue(action, Id, Issued))));

    [Fact]
    public void A_token_of_another_installation_is_none() =>
        Assert.Null(_tokens.Read(ReaderAction.Unsubscribe, new ReaderTokens(new EphemeralDataProtectionProvider()).Issue(ReaderAction.Unsubscribe, Id, Issued)));

    [Fact]
    public void A_token_with_any_character_changed_is_none()
    {
        var token = _tokens.Issue(ReaderAction.Unsubscribe, Id, Issued);

        // The last character holds bits that decode to nothing.
        Assert.All(Enumerable.Range(0, token.Length - 1), at => Assert.Null(_tokens.Read(ReaderAction.Unsubscribe, $"{token[..at]}{(token[at] == 'A' ? 'B' : 'A')}{token[(at + 1)..]}")));
        Assert.All(Enumerable.Range(0, token.Length), length => Assert.Null(_tokens.Read(ReaderAction.Unsubscribe, token[..length])));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("%")]
    [InlineData("../../etc/passwd")]
    [InlineData("00k3m5a7cq2zxw6b")]
    public void What_is_no_token_is_none(string? text) => Assert.Null(_tokens.Read(ReaderAction.Unsubscribe, text));

    [Fact]
    public void Endless_text_is_not_even_looked_at() => Assert.Null(_tokens.Read(ReaderAction.Unsubscribe, new string('A', 100_000)));

    [Fact]
    public void Keys_that_cannot_be_read_are_not_the_tokens_fault()
    {
        var protector = new Mock<IDataProtector>();
        protector.Setup(one => one.CreateProtector(It.IsAny<string>())).Returns(protector.Object);
        protector.Setup(one => one.Unprotect(It.IsAny<byte[]>())).Throws(new CryptographicException("wrapped", new IOException("storage is away")));

        Assert.Throws<CryptographicException>(() => new ReaderTokens(protector.Object).Read(ReaderAction.Unsubscribe, "AAAA"));
    }
}
