using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using NewsAlerts.Adapters.Email;
using NewsAlerts.Articles;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;
using NewsAlerts.Tests.Adapters.Templates;
using NewsAlerts.Tests.Given;
using static NewsAlerts.Tests.Adapters.Email.Mailing;

namespace NewsAlerts.Tests.Adapters.Email;

/// <summary>What arrives.</summary>
public sealed class EmailChannelTests
{
    [Fact]
    public async Task Templates_make_what_they_stand_in_for_and_a_broken_one_costs_nobody_the_mail()
    {
        await using var server = new ScriptedSmtpServer();
        var templates = new InMemoryTemplates();
        templates.Put("email.subject.hbs", "Ahoy: {{count}}");
        templates.Put("email.html.hbs", "<h1>{{title}}</h1><script>x</script><p><a href=\"{{unsubscribeUrl}}\">Stop</a></p>");
        templates.Put("email.txt.hbs", "{{titel}}");
        using var provider = Provider(new(WithLinks()) { ["Email:Port"] = server.Port.ToString(CultureInfo.InvariantCulture) }, templates: templates);
        var subscription = GivenDigest.SubscribedTo(new Channel.Email(Reader));

        Assert.IsType<SendOutcome.Sent>(await provider.GetRequiredService<IDeliveryChannel>().SendAsync(GivenDigest.OfHarbourNews().Build(), subscription, CancellationToken.None));

        var mail = Read(server);
        var link = mail.Headers[HeaderId.ListUnsubscribe]!.Split(", ")[0].Trim('<', '>');
        Assert.Equal("Ahoy: 5 stories", mail.Subject);
        Assert.Contains($"<body><h1>Harbour &amp; Coast</h1><p><a href=\"{link}\">Stop</a></p></body>", mail.HtmlBody, StringComparison.Ordinal);
        Assert.StartsWith("Harbour & Coast\n", mail.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_never_makes_a_mail_too_large_to_be_sent()
    {
        await using var server = new ScriptedSmtpServer();
        var templates = new InMemoryTemplates();
        templates.Put("email.html.hbs", "{{#each items}}<p>{{headline}} " + new string('x', 3_000) + "</p>{{/each}}<i>{{more}}</i>");
        using var provider = Provider(new() { ["Email:Port"] = server.Port.ToString(CultureInfo.InvariantCulture) }, templates: templates);

        Assert.IsType<SendOutcome.Sent>(await provider.GetRequiredService<IDeliveryChannel>().SendAsync(
            new GivenDigest().WithMany(200).Build(), GivenDigest.SubscribedTo(new Channel.Email(Reader)), CancellationToken.None));

        Assert.InRange(server.Message!.Length, 1, MailComposer.MaxBytes);
        Assert.Contains("xxx</p><i>", Read(server).HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_arrives_in_both_alternatives_under_its_own_id()
    {
        await using var server = new ScriptedSmtpServer();

        Assert.IsType<SendOutcome.Sent>(await SendAsync(server));

        Assert.Contains($"RCPT TO:<{Reader}>", server.Commands);
        var mail = Read(server);
        Assert.Equal("d-00k3m5a7cq2zxw6b-20261123T063000Z@localhost", mail.MessageId);
        Assert.Equal("\"NewsAlerts\" <newsalerts@localhost>", mail.From.ToString());
        Assert.Equal(Reader, mail.To.ToString());
        Assert.Equal(GivenDigest.Due.AddSeconds(4), mail.Date);
        Assert.Equal("<00k3m5a7cq2zxw6b.localhost>", mail.Headers[HeaderId.ListId]);
        Assert.Equal("auto-generated", mail.Headers[HeaderId.AutoSubmitted]);
        Assert.StartsWith("Harbour & Coast: Storm surge reopens", mail.Subject, StringComparison.Ordinal);
        var alternatives = Assert.IsType<MultipartAlternative>(mail.Body);
        Assert.Equal(["text/plain", "text/html"], alternatives.Select(part => part.ContentType.MimeType));
        Assert.All(alternatives.Cast<TextPart>(), part => Assert.Equal("utf-8", part.ContentType.Charset));
        Assert.Contains("الميناء القديم", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("الميناء القديم", mail.HtmlBody, StringComparison.Ordinal);
        Assert.All(server.Message!.Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));
    }

    [Fact]
    public async Task The_same_digest_sent_again_has_the_same_message_id()
    {
        await using var server = new ScriptedSmtpServer();

        await SendAsync(server);
        var first = Read(server).MessageId;
        await SendAsync(server);

        Assert.Equal(first, Read(server).MessageId);
    }

    [Fact]
    public async Task Nothing_in_an_article_adds_a_header_or_a_recipient()
    {
        const string attack = "News\r\nBcc: victim@elsewhere.example\r\n\r\n.\r\nMAIL FROM:<x@y.example>\r\n";
        var digest = new GivenDigest().Titled(attack).With(attack, [GivenDigest.Said(attack)], new Citation { Language = "en", Source = attack, Byline = attack }).Build();
        await using var server = new ScriptedSmtpServer();

        Assert.IsType<SendOutcome.Sent>(await SendAsync(server, WithLinks(), digest));

        var mail = Read(server);
        Assert.Empty(mail.Bcc);
        Assert.Single(mail.To.Mailboxes);
        Assert.Single(server.Commands, command => command.StartsWith("MAIL FROM", StringComparison.Ordinal));
        Assert.Single(server.Commands, command => command.StartsWith("RCPT TO", StringComparison.Ordinal));
        Assert.Equal(
            [
                "Auto-Submitted", "Content-Type", "Date", "From", "List-Id", "List-Unsubscribe", "List-Unsubscribe-Post", "MIME-Version", "Message-Id", "Reply-To", "Subject", "To",
            ],
            mail.Headers.Concat(mail.Body!.Headers).Select(header => header.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_mail_says_how_to_end_it()
    {
        await using var server = new ScriptedSmtpServer();

        await SendAsync(server, WithLinks());

        var mail = Read(server);
        var ways = mail.Headers[HeaderId.ListUnsubscribe]!.Split(", ");
        Assert.Matches("^<https://news.example.org/read/unsubscribe/[A-Za-z0-9_-]{100,300}>$", ways[0]);
        Assert.Equal("<mailto:stop@example.org?subject=unsubscribe%2000k3m5a7cq2zxw6b>", ways[1]);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        Assert.Equal("desk@example.org", mail.ReplyTo.ToString());
        Assert.Contains(ways[0].Trim('<', '>'), mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains(ways[0].Trim('<', '>'), mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Harbour News, 1 Quay Street", mail.TextBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:7077", true)]
    [InlineData("http://news.example.org", false)]
    public async Task One_click_is_offered_only_where_nobody_can_listen_in(string site, bool offered)
    {
        await using var server = new ScriptedSmtpServer();

        await SendAsync(server, new() { ["Web:BaseUrl"] = site });

        Assert.NotNull(Read(server).Headers[HeaderId.ListUnsubscribe]);
        Assert.Equal(offered, Read(server).Headers["List-Unsubscribe-Post"] is not null);
    }

    [Fact]
    public async Task Without_an_address_of_its_own_a_mail_has_no_links_and_goes_all_the_same()
    {
        await using var server = new ScriptedSmtpServer();

        Assert.IsType<SendOutcome.Sent>(await SendAsync(server));

        Assert.Null(Read(server).Headers[HeaderId.ListUnsubscribe]);
        Assert.Null(Read(server).Headers["List-Unsubscribe-Post"]);
        Assert.DoesNotContain("Unsubscribe", Read(server).HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_confirmation_carries_its_link_and_nothing_that_a_list_does()
    {
        await using var server = new ScriptedSmtpServer();

        Assert.IsType<SendOutcome.Sent>(await AskAsync(server.Port, WithLinks()));

        var mail = Read(server);
        Assert.Equal("c-00k3m5a7cq2zxw6b-20261123T063000Z@localhost", mail.MessageId);
        Assert.Equal("Please confirm: Harbour & Coast", mail.Subject);
        Assert.Matches("https://news.example.org/read/confirm/[A-Za-z0-9_-]{100,300}\n", mail.TextBody!.ReplaceLineEndings("\n"));
        Assert.Null(mail.Headers[HeaderId.ListUnsubscribe]);
        Assert.Contains("30 November 2026, 07:30 (Europe/Berlin)", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_confirmation_without_an_address_to_confirm_at_waits_for_one()
    {
        await using var server = new ScriptedSmtpServer();

        Assert.Equal(new SendOutcome.Hindered("There is no address to confirm at: set Web__BaseUrl."), await AskAsync(server.Port, []));
        Assert.Null(server.Message);
    }

    /// <summary>What a receiver makes of it, whatever stands in a subscription's name.</summary>
    [Theory]
    [InlineData("=?utf-8?q?Bcc=3A_x=40y.example?=")]
    [InlineData("\u202egnikcatta\u202c")]
    [InlineData("A\u2028Bcc: x@y.example")]
    [InlineData("A\u0085Bcc: x@y.example")]
    [InlineData("\\\"; filename=x.exe")]
    public async Task A_name_stays_a_name(string name)
    {
        await using var server = new ScriptedSmtpServer();
        var plain = name.EnumerateRunes().Where(rune => !System.Text.Rune.IsControl(rune)).Aggregate("", (all, rune) => all + rune);

        Assert.IsType<SendOutcome.Sent>(await AskAsync(server.Port, WithLinks(), plain));

        var mail = Read(server);
        Assert.Empty(mail.Bcc);
        Assert.DoesNotContain(mail.Subject!, c => char.IsControl(c) || c is '\u202e' or '\u2028');
        Assert.DoesNotContain("x@y.example", mail.Headers.Where(header => header.Id != HeaderId.Subject).Select(header => header.Value));
        Assert.Equal(plain.Contains("Bcc=3A", StringComparison.Ordinal), mail.Subject!.Contains("Bcc=3A", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_of_any_length_leave_lines_that_every_server_takes()
    {
        await using var server = new ScriptedSmtpServer();
        var digest = new GivenDigest().Titled(new string('港', 5_000)).With(new string('x', 20_000), [GivenDigest.Said("So.")]).Build();

        Assert.IsType<SendOutcome.Sent>(await SendAsync(server, WithLinks(), digest));

        Assert.All(server.Message!.Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));
        Assert.InRange(Read(server).Subject!.Length, 1, 120);
    }

    [Fact]
    public async Task Two_hundred_items_fit_into_what_Gmail_shows()
    {
        await using var server = new ScriptedSmtpServer();

        Assert.IsType<SendOutcome.Sent>(await SendAsync(server, WithLinks(), new GivenDigest().WithMany(200).Build()));

        Assert.InRange(server.Message!.Length, 1, MailComposer.MaxBytes);
        Assert.Equal(12, Read(server).HtmlBody!.Split("<ul").Length - 1);
        Assert.All(
            [Read(server).HtmlBody!, Read(server).TextBody!],
            body =>
            {
                Assert.Contains("Council number 132 votes", body, StringComparison.Ordinal);
                Assert.Contains("And 68 stories more than fit into one mail.", body, StringComparison.Ordinal);
            });
    }

    [Theory]
    [InlineData("Ж")]
    [InlineData("港")]
    [InlineData("\"")]
    [InlineData("😀")]
    public async Task Endless_texts_in_any_script_still_fit(string letter)
    {
        var text = string.Concat(Enumerable.Repeat(letter, 10_000));
        var digest = new GivenDigest();
        for (var i = 0; i < 200; i++)
        {
            digest.With(text, [.. Enumerable.Range(0, 5).Select(n => GivenDigest.Said(text))], new Citation { Source = text, Byline = text, Language = "und", Url = new("https://a.example/" + new string('&', 1_900)) }, text);
        }

        await using var server = new ScriptedSmtpServer();

        Assert.IsType<SendOutcome.Sent>(await SendAsync(server, WithLinks(), digest.Build()));

        Assert.InRange(server.Message!.Length, 1, MailComposer.MaxBytes);
        Assert.Contains("more than fit into one mail", Read(server).HtmlBody, StringComparison.Ordinal);
        Assert.Contains("more than fit into one mail", Read(server).TextBody, StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> WithLinks() => new()
    {
        ["Web:BaseUrl"] = "https://news.example.org/read/",
        ["Email:ReplyTo"] = "desk@example.org",
        ["Email:UnsubscribeMailbox"] = "stop@example.org",
        ["Email:Imprint"] = "Harbour News, 1 Quay Street, Brackwater",
    };

    private static async Task<SendOutcome> AskAsync(int port, Dictionary<string, string?> settings, string name = "Harbour & Coast")
    {
        using var provider = Provider(new(settings) { ["Email:Port"] = port.ToString(CultureInfo.InvariantCulture) });
        var subscription = GivenDigest.SubscribedTo(new Channel.Email(Reader)) with { Name = name, Standing = Standing.Unconfirmed };
        var message = new SubscriptionMessage.Confirmation
        {
            Id = DigestId.Of(DigestKind.Confirmation, subscription.Id, GivenDigest.Due),
            To = subscription.Channel,
            Expires = GivenDigest.Due.AddDays(7),
        };
        return await provider.GetServices<IMessageChannel>().Single(channel => channel.Serves(message.To)).SendAsync(message, subscription, CancellationToken.None);
    }
}
