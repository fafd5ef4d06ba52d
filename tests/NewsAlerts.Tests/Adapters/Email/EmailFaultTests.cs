using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsAlerts.Adapters.Email;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;
using NewsAlerts.Tests.Given;
using static NewsAlerts.Tests.Adapters.Email.Mailing;

namespace NewsAlerts.Tests.Adapters.Email;

/// <summary>What becomes of a mail that does not arrive, or whose server or settings are not as they should be.</summary>
public sealed class EmailFaultTests
{
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

    private static Dictionary<string, string?> Credentials(string tls) =>
        new() { ["Email:Tls"] = tls, ["Email:UserName"] = "news", ["Email:Password"] = "tide" };
}
