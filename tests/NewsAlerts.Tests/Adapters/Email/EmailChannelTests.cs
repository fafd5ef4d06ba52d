using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using Moq;
using NewsAlerts.Adapters.Email;
using NewsAlerts.Articles;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;
using NewsAlerts.Sweeping;
using NewsAlerts.Tests.Adapters.Templates;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Adapters.Email;

public sealed class EmailChannelTests
{
    private const string Reader = "reader@brackwater.example";

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

    [Theory]
    [InlineData("RCPT", "550 5.1.1 <reader@brackwater.example>: no such user", "The mail server refused the recipient (550 5.1.1).", Refusal.Address)]
    [InlineData("RCPT", "552 5.2.2 mailbox full", "The mail server refused the recipient (552 5.2.2).", Refusal.Address)]
    [InlineData("RCPT", "550-5.1.1 user unknown in\r\n550 5.1.1 relay recipient table", "The mail server refused the recipient (550 5.1.1).", Refusal.Address)]
    [InlineData("RCPT", "553 no such mailbox", "The mail server refused the recipient (553).", Refusal.Address)]
    [InlineData("BODY", "554 5.7.1 spam", "The mail server refused the message (554).", Refusal.Message)]
    public async Task A_mail_that_is_refused_for_good_is_not_tried_again(string command, string reply, string error, Refusal why)
    {
        await using var server = new ScriptedSmtpServer((command, reply));

        Assert.Equal(new SendOutcome.Refused(error, why), await SendAsync(server));
    }

    [Theory]
    [InlineData("450 4.2.1 mailbox busy", "The mail server did not take the recipient (450 4.2.1).")]
    [InlineData("450 mailbox busy", "The mail server did not take the recipient (450).")]
    [InlineData("452 4.2.2 over quota", "The mail server did not take the recipient (452 4.2.2).")]
    public async Task A_mailbox_that_takes_nothing_now_is_tried_again_and_counts(string reply, string error)
    {
        await using var server = new ScriptedSmtpServer(("RCPT", reply));

        Assert.Equal(new SendOutcome.Deferred(error), await SendAsync(server));
    }

    [Theory]
    [InlineData("RCPT", "451 4.3.0 out of memory", "The mail server did not take the recipient (451 4.3.0).")]
    [InlineData("RCPT", "450 4.7.1 greylisted", "The mail server did not take the recipient (450 4.7.1).")]
    [InlineData("RCPT", "421 shutting down", "The mail server did not take the recipient (421).")]
    [InlineData("RCPT", "452 disk full", "The mail server did not take the recipient (452).")]
    [InlineData("RCPT", "550 authentication required", "The mail server takes no mail for the recipient from here (550): see that it lets this host, Email__From and Email__UserName send.")]
    [InlineData("RCPT", "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)", "The mail server takes no mail for the recipient from here (553 5.7.1): see that it lets this host, Email__From and Email__UserName send.")]
    [InlineData("RCPT", "550 your host is on a blocklist", "The mail server takes no mail for the recipient from here (550): see that it lets this host, Email__From and Email__UserName send.")]
    [InlineData("RCPT", "554 5.7.1 <reader@brackwater.example>: Relay access denied", "The mail server takes no mail for the recipient from here (554 5.7.1): see that it lets this host, Email__From and Email__UserName send.")]
    [InlineData("RCPT", "550 5.7.1 client host blocked", "The mail server takes no mail for the recipient from here (550 5.7.1): see that it lets this host, Email__From and Email__UserName send.")]
    [InlineData("RCPT", "553 5.1.8 sender's domain does not exist", "The mail server takes no mail for the recipient from here (553 5.1.8): see that it lets this host, Email__From and Email__UserName send.")]
    [InlineData("RCPT", "550 relay not permitted", "The mail server takes no mail for the recipient from here (550): see that it lets this host, Email__From and Email__UserName send.")]
    [InlineData("RCPT", "554 go away", "The mail server takes no mail for the recipient from here (554): see that it lets this host, Email__From and Email__UserName send.")]
    [InlineData("BODY", "451 later", "The mail server did not take the message (451).")]
    [InlineData("MAIL", "451 later", "The mail server did not take the sender (451).")]
    [InlineData("MAIL", "550 who are you", "The mail server did not take the sender (550).")]
    [InlineData("GREETING", "421 too busy", "The mail server did not take the connection (421).")]
    [InlineData("GREETING", "554 go away", "The mail server did not take the connection (554).")]
    [InlineData("MAIL", "530 5.7.0 authentication required", "The mail server wants a sign-in: set Email__UserName and Email__Password.")]
    [InlineData("GREETING", ScriptedSmtpServer.Drop, "The mail server broke off the conversation.")]
    [InlineData("RCPT", ScriptedSmtpServer.Drop, "The mail server broke off the conversation.")]
    [InlineData("BODY", ScriptedSmtpServer.Drop, "The mail server broke off the conversation.")]
    [InlineData("GREETING", "who is there", "The mail server broke off the conversation.")]
    public async Task What_the_mail_server_has_against_us_is_tried_again_and_counts_against_no_reader(string command, string reply, string error)
    {
        await using var server = new ScriptedSmtpServer((command, reply));

        Assert.Equal(new SendOutcome.Hindered(error), await SendAsync(server));
    }

    [Fact]
    public async Task A_server_that_announces_its_codes_is_understood_like_one_that_does_not()
    {
        await using var server = new ScriptedSmtpServer(("EHLO", "250-hello\r\n250 ENHANCEDSTATUSCODES"), ("RCPT", "550 5.7.1 relaying denied"));

        Assert.IsType<SendOutcome.Hindered>(await SendAsync(server));
    }

    [Theory]
    [InlineData("GREETING")]
    [InlineData("RCPT")]
    [InlineData("BODY")]
    public async Task A_server_that_falls_silent_is_tried_again(string command)
    {
        await using var server = new ScriptedSmtpServer((command, ScriptedSmtpServer.Hang));
        var time = new FakeTimeProvider();

        var sending = SendAsync(server, time: time);
        await server.Hanging;
        time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(new SendOutcome.Hindered("The mail server did not finish within 30 s."), await sending);
    }

    [Fact]
    public async Task A_server_that_hangs_keeps_its_share_of_mails_and_sends_the_others_away()
    {
        await using var server = new ScriptedSmtpServer(("RCPT", ScriptedSmtpServer.Hang));
        var time = new FakeTimeProvider();
        using var provider = Provider(new() { ["Email:Port"] = server.Port.ToString(CultureInfo.InvariantCulture), ["Email:Parallelism"] = "1" }, time);
        var subscription = GivenDigest.SubscribedTo(new Channel.Email(Reader));
        var digest = GivenDigest.OfHarbourNews().Build();
        var notice = new SubscriptionMessage.Notice
        {
            Id = DigestId.Of(DigestKind.Notice, subscription.Id, GivenDigest.Due),
            To = subscription.Channel,
            Headline = "A subscription is disabled",
            Paragraphs = ["It is."],
        };
        var sending = provider.GetRequiredService<IDeliveryChannel>().SendAsync(digest, subscription, CancellationToken.None);
        await server.Hanging;
        time.Advance(TimeSpan.FromSeconds(6));

        Assert.IsType<SendOutcome.NotTried>(await provider.GetRequiredService<IDeliveryChannel>().SendAsync(digest, subscription, CancellationToken.None));
        Assert.IsType<SendOutcome.NotTried>(await provider.GetRequiredService<IMessageChannel>().SendAsync(notice, subscription, CancellationToken.None));

        time.Advance(TimeSpan.FromSeconds(24));
        Assert.IsType<SendOutcome.Hindered>(await sending);
    }

    [Fact]
    public async Task Cancellation_throws()
    {
        await using var server = new ScriptedSmtpServer(("RCPT", ScriptedSmtpServer.Hang));
        using var cancellation = new CancellationTokenSource();

        var sending = SendAsync(server, cancellationToken: cancellation.Token);
        await server.Hanging;
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Theory]
    [InlineData(ScriptedSmtpServer.Drop)]
    [InlineData("500 what")]
    public async Task A_bad_goodbye_does_not_send_an_accepted_mail_again(string goodbye)
    {
        await using var server = new ScriptedSmtpServer(("QUIT", goodbye));

        Assert.IsType<SendOutcome.Sent>(await SendAsync(server));
    }

    [Fact]
    public async Task A_silent_goodbye_does_not_send_an_accepted_mail_again()
    {
        await using var server = new ScriptedSmtpServer(("QUIT", ScriptedSmtpServer.Hang));
        var time = new FakeTimeProvider();

        var sending = SendAsync(server, time: time);
        await server.Hanging;
        time.Advance(TimeSpan.FromSeconds(30));

        Assert.IsType<SendOutcome.Sent>(await sending);
    }

    [Fact]
    public async Task Nobody_listening_is_tried_again()
    {
        int port;
        await using (var server = new ScriptedSmtpServer())
        {
            port = server.Port;
        }

        Assert.Equal(
            new SendOutcome.Hindered($"No connection to the mail server 127.0.0.1:{port} (ConnectionRefused)."),
            await SendAsync(port));
    }

    [Fact]
    public async Task A_wrong_password_is_the_operators_to_mend()
    {
        await using var server = new ScriptedSmtpServer(("AUTH", "535 5.7.8 no"));

        Assert.Equal(
            new SendOutcome.Hindered("The mail server does not accept Email__UserName and Email__Password."),
            await SendAsync(server, Credentials("None")));
    }

    [Fact]
    public async Task A_password_goes_in_the_clear_only_where_that_is_asked_for()
    {
        await using var server = new ScriptedSmtpServer();

        var outcome = Assert.IsType<SendOutcome.Hindered>(await SendAsync(server, Credentials("StartTlsWhenAvailable")));
        Assert.Contains("offers no encryption", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Commands, command => command.StartsWith("AUTH", StringComparison.Ordinal));

        Assert.IsType<SendOutcome.Sent>(await SendAsync(server, Credentials("None")));
        Assert.Contains(server.Commands, command => command.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("StartTls", "offers no STARTTLS")]
    [InlineData("Implicit", "does not speak TLS there")]
    public async Task Encryption_that_is_demanded_and_missing_stops_the_mail(string tls, string error)
    {
        await using var server = new ScriptedSmtpServer();

        var outcome = Assert.IsType<SendOutcome.Hindered>(await SendAsync(server, new() { ["Email:Tls"] = tls, ["Email:Timeout"] = "00:00:05" }));

        Assert.Contains(error, outcome.Error, StringComparison.Ordinal);
        Assert.Null(server.Message);
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("a@b.example, c@d.example")]
    [InlineData("Name <a@b.example>")]
    [InlineData("a@b.example\r\nRCPT TO:<c@d.example>")]
    [InlineData("group:a@b.example;")]
    [InlineData("<@relay.example:a@b.example>")]
    [InlineData("a@b.example(comment)")]
    [InlineData("nobody")]
    public async Task What_is_not_one_bare_address_is_refused(string address)
    {
        await using var server = new ScriptedSmtpServer();

        Assert.Equal(Refusal.Address, Assert.IsType<SendOutcome.Refused>(await SendAsync(server, to: address)).Why);
        Assert.Empty(server.Commands);
    }

    [Theory]
    [InlineData("Email:From", "nobody")]
    [InlineData("Email:From", "News <news@example.org>")]
    [InlineData("Email:FromName", "News\r\nBcc: x@y.example")]
    [InlineData("Email:Port", "0")]
    [InlineData("Email:Port", "many")]
    [InlineData("Email:Tls", "Sometimes")]
    [InlineData("Email:Tls", "17")]
    [InlineData("Email:Timeout", "00:05:00")]
    [InlineData("Email:Host", "")]
    [InlineData("Email:UserName", "only")]
    [InlineData("Email:Hots", "mail.example.org")]
    [InlineData("Email:ReplyTo", "Desk <desk@example.org>")]
    [InlineData("Email:UnsubscribeMailbox", "stop@example.org, other@example.org")]
    [InlineData("Email:Imprint", "Harbour News\r\nBcc: x@y.example")]
    [InlineData("Email:CertificateAuthority", "/no/such/file.pem")]
    [InlineData("Email:CertificateAuthority", "-----BEGIN CERTIFICATE-----\nbm90IG9uZQ==\n-----END CERTIFICATE-----")]
    [InlineData("Email:CertificateAuthority", "-----BEGIN CERTIFICATE-----")]
    public void A_bad_setting_is_named(string key, string value)
    {
        using var provider = Provider(new() { [key] = value });

        var error = Assert.ThrowsAny<Exception>(() => provider.GetRequiredService<IOptions<EmailOptions>>().Value);

        Assert.Contains(key.Split(':')[1], error.Message, StringComparison.Ordinal);
    }

    private static MimeMessage Read(ScriptedSmtpServer server) =>
        MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(server.Message!)));

    private static Dictionary<string, string?> Credentials(string tls) =>
        new() { ["Email:Tls"] = tls, ["Email:UserName"] = "news", ["Email:Password"] = "tide" };

    private static Task<SendOutcome> SendAsync(
        ScriptedSmtpServer server,
        Dictionary<string, string?>? settings = null,
        Digest? digest = null,
        string to = Reader,
        FakeTimeProvider? time = null,
        CancellationToken cancellationToken = default) => SendAsync(server.Port, settings, digest, to, time, cancellationToken);

    private static async Task<SendOutcome> SendAsync(
        int port,
        Dictionary<string, string?>? settings = null,
        Digest? digest = null,
        string to = Reader,
        FakeTimeProvider? time = null,
        CancellationToken cancellationToken = default)
    {
        using var provider = Provider(new(settings ?? []) { ["Email:Port"] = port.ToString(CultureInfo.InvariantCulture) }, time);
        var subscription = GivenDigest.SubscribedTo(new Channel.Email(to));
        var channel = provider.GetServices<IDeliveryChannel>().Single(channel => channel.Serves(subscription.Channel));
        return await channel.SendAsync(digest ?? GivenDigest.OfHarbourNews().Build(), subscription, cancellationToken);
    }

    private static ServiceProvider Provider(Dictionary<string, string?> settings, FakeTimeProvider? time = null, InMemoryTemplates? templates = null) => new ServiceCollection()
        .AddLogging()
        .AddSingleton<TimeProvider>(time ?? new FakeTimeProvider())
        .AddSingleton<ITemplates>(templates ?? new InMemoryTemplates())
        .AddSingleton(Mock.Of<IFailures>())
        .AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>()
        .AddEmail(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
        .BuildServiceProvider();
}
