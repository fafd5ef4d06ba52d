using NewsAlerts.Ingesting;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Ingesting;

public class MailTests
{
    private const string Headers = """
        From: Harbour Gazette <news@harbour.example>
        To: ann@example.com
        Subject: =?utf-8?q?F=C3=A4rjan_runs_again?=
        Date: Mon, 2 Mar 2026 08:00:00 +0100
        MIME-Version: 1.0

        """;

    [Fact]
    public void A_newsletter_is_read_from_its_HTML()
    {
        var draft = Originals.Draft("a.eml", Headers + """
            Archived-At: <https://harbour.example/letters/1>
            Content-Type: multipart/mixed; boundary=m

            --m
            Content-Type: multipart/alternative; boundary=a

            --a
            Content-Type: text/plain; charset=utf-8

            See the HTML part.
            --a
            Content-Type: text/html; charset=iso-8859-1
            Content-Transfer-Encoding: quoted-printable

            <html><body><div style=3D"display:none">Preview text</div><p>View this in your browser</p><table><tr><td>
            <h1>News</h1><p>The caf=E9 boat runs again.</p><ul><li>From March</li></ul></td></tr></table>
            <p>You get this since you asked. <a href=3D"https://x.example">Unsubscribe</a></p></body></html>
            --a--
            --m
            Content-Type: text/plain
            Content-Disposition: attachment; filename=x.txt

            An attachment.
            --m--
            """);

        Assert.Equal(("Färjan runs again", "Harbour Gazette", "https://harbour.example/letters/1"), (draft.Title, draft.Source, draft.Url));
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(1)), draft.Published);
        Assert.Equal(["News", "The café boat runs again.", "- From March"], Originals.Paragraphs(draft));
    }

    [Fact]
    public void A_rule_between_the_parts_of_a_newsletter_ends_nothing()
    {
        var text = string.Join("\n", Enumerable.Range(1, 30).Select(i => $"The harbour board decided on item {i} today.\n"));

        Assert.Equal($"In this letter\n--\n{text}".ReplaceLineEndings("\n").Trim(), Originals.Draft("a.eml", $"{Headers}\nIn this letter\n--\n{text}").Text.ReplaceLineEndings("\n").Trim());
    }

    [Theory]
    [InlineData("The eclipse can be watched in your browser for the first time, the observatory said on Tuesday.")]
    [InlineData("The eclipse can be watched in your browser for the first time, the\nobservatory said on Tuesday.")]
    public void A_first_sentence_about_a_browser_is_news(string first) =>
        Assert.Contains("The eclipse", Originals.Draft("a.eml", $"{Headers}\n{first}\n\nIt begins at noon. Everybody may come.\n").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("View this email in your browser")]
    [InlineData("Is this mail hard to read? View online: https://harbour.example/letters/1")]
    [InlineData("Read online.")]
    public void A_line_that_leads_to_the_letter_on_the_web_goes(string line) =>
        Assert.Equal("It begins at noon. Everybody may come.", Originals.Draft("a.eml", $"{Headers}\n{line}\n\nIt begins at noon. Everybody may come.\n").Text.Trim());

    [Fact]
    public void Plain_text_loses_its_signature_and_its_soft_line_ends()
    {
        var draft = Originals.Draft("a.eml", Headers + "Content-Type: text/plain; format=flowed\n\nThe boat runs \nagain from March.\n\nTickets cost 40 kroner.\n-- \nThe board\n");

        Assert.Equal(["The boat runs again from March.", "Tickets cost 40 kroner."], Originals.Paragraphs(draft));
    }

    [Fact]
    public void A_forwarded_message_is_read_where_nothing_else_is_there()
    {
        var draft = Originals.Draft("a.eml", Headers + "Content-Type: message/rfc822\n\nFrom: B <b@b.example>\nSubject: Re: Inner\nMIME-Version: 1.0\n\nThe boat runs again.\n");

        Assert.Equal(("Inner", "B"), (draft.Title, draft.Source));
    }

    [Theory]
    [InlineData("Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b\n\n--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b--\n")]
    [InlineData("Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\nContent-Transfer-Encoding: base64\n\nMIIB\n")]
    [InlineData("Content-Type: text/plain\n\n-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----\n")]
    public void Encrypted_messages_are_named_so(string rest) => Assert.Equal(RejectionReason.Encrypted, Originals.Rejection("a.eml", Headers + rest).Reason);

    [Fact]
    public void A_message_with_nothing_but_an_attachment_has_no_text() =>
        Assert.Equal(RejectionReason.NoText, Originals.Rejection("a.eml", Headers + "Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\nJVBERi0=\n").Reason);

    [Fact]
    public void Headers_cannot_be_injected_through_an_encoded_subject()
    {
        var draft = Originals.Draft("a.eml", "From: a@b.example\nSubject: =?utf-8?q?Ferry=0D=0ABcc:_all@b.example?=\nMIME-Version: 1.0\n\nThe boat runs again from March.\n");

        var article = Assert.IsType<ComposeOutcome.Composed>(GivenArticle.Composer().Compose(GivenArticle.Head("a.eml"), draft with { Language = "en" })).Article;
        Assert.DoesNotContain(article.Citation.Title!, char.IsControl);
    }

    [Fact]
    public void Parts_nested_10000_deep_end_in_an_answer()
    {
        var nested = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n"));

        Assert.Equal(RejectionReason.NoText, Originals.Rejection("a.eml", Headers.TrimEnd() + "\n" + nested).Reason);
    }
}
