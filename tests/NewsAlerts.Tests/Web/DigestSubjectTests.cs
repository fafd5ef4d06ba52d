using NewsAlerts.Digesting;
using NewsAlerts.Tests.Given;
using NewsAlerts.Web.Mail;

namespace NewsAlerts.Tests.Web;

public sealed class DigestSubjectTests
{
    [Fact]
    public void One_article_is_its_headline() =>
        Assert.Equal("Harbour & Coast: Bridge reopens", Subject("Bridge reopens"));

    [Fact]
    public void Two_short_headlines_fit_and_the_rest_is_counted() =>
        Assert.Equal("Harbour & Coast: Bridge reopens; Ferry returns; and 2 more", Subject("Bridge reopens", "Ferry returns", "Mussels", "Logbooks"));

    [Fact]
    public void A_long_second_headline_is_only_counted() =>
        Assert.Equal(
            "Harbour & Coast: Storm surge reopens debate over Brackwater’s sea gates; and 1 more",
            Subject("Storm surge reopens debate over Brackwater’s sea gates", new string('x', 80)));

    [Fact]
    public void A_long_headline_is_cut_at_a_word()
    {
        var subject = Subject("The " + string.Join(' ', Enumerable.Repeat("harbour", 40)), "Other");

        Assert.InRange(subject.Length, 100, DigestSubject.MaxLength);
        Assert.EndsWith("harbour…; and 1 more", subject, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alert_says_that_it_is_one() =>
        Assert.Equal("Alert · Harbour & Coast: Bridge reopens", Subject(new GivenDigest().As(DigestKind.Alert).With("Bridge reopens", [GivenDigest.Said("So.")]).Build()));

    [Fact]
    public void A_round_up_says_how_many_alerts_were_held() => Assert.Equal(
        "Harbour & Coast, 2 held alerts: Bridge reopens; Ferry returns",
        Subject(new GivenDigest().As(DigestKind.RoundUp).With("Bridge reopens", [GivenDigest.Said("So.")]).With("Ferry returns", [GivenDigest.Said("So.")]).Build()));

    [Fact]
    public void Line_breaks_and_controls_cannot_leave_the_line()
    {
        var subject = Subject(new GivenDigest().Titled("News\r\nBcc: a@b.example").With("One\nX-Evil: 1\0\u2028\u202etwo", [GivenDigest.Said("So.")]).Build());

        Assert.Equal("News Bcc: a@b.example: One X-Evil: 1 two", subject);
    }

    private static string Subject(Digest digest) => DigestSubject.Of(DigestView.Of(digest, MailFrame.Bare));

    private static string Subject(params string[] headlines) =>
        Subject(headlines.Aggregate(new GivenDigest(), (digest, headline) => digest.With(headline, [GivenDigest.Said("So.")])).Build());
}
