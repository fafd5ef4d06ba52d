using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using NewsAlerts.Delivering;

namespace NewsAlerts.Adapters.Email;

/// <summary>
/// What a failed attempt means. Only an answer about the reader's own mailbox is the destination's; whatever else goes wrong is between this installation
/// and the mail server that carries all of its mails. Server texts are left out: they repeat addresses.
/// </summary>
internal static partial class SmtpFailure
{
    public static SendOutcome Outcome(Exception exception, EmailOptions options, DateTimeOffset now) => exception switch
    {
        SmtpCommandException { ErrorCode: SmtpErrorCode.MessageNotAccepted } ex when IsForGood(ex) =>
            new SendOutcome.Refused($"The mail server refused the message ({(int)ex.StatusCode}).", Refusal.Message),
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } ex when IsOfReader(ex) => IsForGood(ex)
            ? new SendOutcome.Refused($"The mail server refused the recipient ({Code(ex)}).", Refusal.Address)
            : new SendOutcome.Deferred($"The mail server did not take the recipient ({Code(ex)})."),
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } ex when IsForGood(ex) => new SendOutcome.Hindered(
            $"The mail server takes no mail for the recipient from here ({Code(ex)}): see that it lets this host, {Key(nameof(options.From))} and {Key(nameof(options.UserName))} send."),
        SmtpCommandException ex =>
            new SendOutcome.Hindered($"The mail server did not take the {Refused(ex.ErrorCode)} ({Code(ex)})."),
        AuthenticationException =>
            new SendOutcome.Hindered($"The mail server does not accept {Key(nameof(options.UserName))} and {Key(nameof(options.Password))}."),
        ServiceNotAuthenticatedException =>
            new SendOutcome.Hindered($"The mail server wants a sign-in: set {Key(nameof(options.UserName))} and {Key(nameof(options.Password))}."),
        SslHandshakeException { ServerCertificate: X509Certificate2 certificate } =>
            new SendOutcome.Hindered($"No encrypted connection to {Server(options)}: {Fault(certificate, options, now)}"),
        SslHandshakeException =>
            new SendOutcome.Hindered($"No encrypted connection to {Server(options)}: it does not speak TLS there ({Key(nameof(options.Tls))}), or none that both know."),
        NotSupportedException when options.Tls == EmailTls.StartTls =>
            new SendOutcome.Hindered($"{Server(options)} offers no STARTTLS, which {Key(nameof(options.Tls))} demands."),
        SocketException ex =>
            new SendOutcome.Hindered($"No connection to {Server(options)} ({ex.SocketErrorCode})."),
        SmtpProtocolException or ServiceNotConnectedException or IOException =>
            new SendOutcome.Hindered("The mail server broke off the conversation."),
        _ => new SendOutcome.Hindered($"Sending failed ({exception.GetType().Name})."),
    };

    private static bool IsForGood(SmtpCommandException ex) => (int)ex.StatusCode >= 500;

    /// <summary>
    /// Many servers say only at the recipient that they do not take mail from this host. The code of RFC 3463, which MailKit leaves at the beginning of
    /// the answer and some servers write at its end, tells whose fault it is; without one the number does (RFC 5321, 4.2.3: these are about the mailbox),
    /// but for servers that say with it what they have against the sender: "550 relay not permitted" (Exim).
    /// </summary>
    private static bool IsOfReader(SmtpCommandException ex)
    {
        var enhanced = EnhancedCode().Match(ex.Message);
        var (subject, detail) = (enhanced.Groups["subject"].Value, enhanced.Groups["detail"].Value);
        return enhanced.Success
            ? subject is "2" || (subject is "1" && detail is not ("7" or "8"))
            : (int)ex.StatusCode is 450 or 550 or 551 or 553 && !AgainstSender().IsMatch(ex.Message);
    }

    private static string Code(SmtpCommandException ex) =>
        EnhancedCode().Match(ex.Message) is { Success: true } enhanced ? $"{(int)ex.StatusCode} {enhanced.Groups["code"].Value}" : $"{(int)ex.StatusCode}";

    /// <summary>Of a failure. Details 7 and 8 of the subject address are about the sender's. Qmail writes "(#5.7.1)" at the end.</summary>
    [GeneratedRegex(@"(?:^|\(#)(?<code>[45]\.(?<subject>[0-9]{1,3})\.(?<detail>[0-9]{1,3}))(?![0-9.])", RegexOptions.CultureInvariant)]
    private static partial Regex EnhancedCode();

    [GeneratedRegex(@"relay|sender|authenticat|helo\b|access denied|block|blacklist", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AgainstSender();

    /// <summary>Why a certificate was not believed.</summary>
    private static string Fault(X509Certificate2 certificate, EmailOptions options, DateTimeOffset now) =>
        !certificate.MatchesHostname(options.Host) ? $"its certificate is for another name than {Key(nameof(options.Host))}."
        : now < certificate.NotBefore ? "its certificate is not valid yet."
        : now > certificate.NotAfter ? "its certificate has expired."
        : options.CertificateAuthority is { Length: > 0 } ? $"its certificate comes from none of the authorities of {Key(nameof(options.CertificateAuthority))}."
        : $"its certificate comes from no authority that is trusted here. One of your own goes into {Key(nameof(options.CertificateAuthority))}.";

    private static string Refused(SmtpErrorCode code) => code switch
    {
        SmtpErrorCode.RecipientNotAccepted => "recipient",
        SmtpErrorCode.SenderNotAccepted => "sender",
        SmtpErrorCode.MessageNotAccepted => "message",
        _ => "connection",
    };

    private static string Server(EmailOptions options) => $"the mail server {options.Host}:{options.Port}";

    private static string Key(string name) => $"{EmailOptions.Section}__{name}";
}
