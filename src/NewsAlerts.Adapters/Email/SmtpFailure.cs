using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using NewsAlerts.Delivering;

namespace NewsAlerts.Adapters.Email;

/// <summary>What a failed attempt means. Server texts are left out: they repeat addresses.</summary>
internal static partial class SmtpFailure
{
    public static SendOutcome Outcome(Exception exception, EmailOptions options, DateTimeOffset now) => exception switch
    {
        // Whose mail it is decides: a reader's address that is refused stays refused, a sender that is refused is the operator's to mend.
        SmtpCommandException { ErrorCode: SmtpErrorCode.MessageNotAccepted } ex when (int)ex.StatusCode >= 500 =>
            new SendOutcome.Refused($"The mail server refused the message ({(int)ex.StatusCode}).", Refusal.Message),
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } ex when (int)ex.StatusCode >= 500 => OfRecipient(ex, options),
        SmtpCommandException ex =>
            new SendOutcome.Deferred($"The mail server did not take the {Refused(ex.ErrorCode)} ({(int)ex.StatusCode})."),
        AuthenticationException =>
            new SendOutcome.Deferred($"The mail server does not accept {Key(nameof(options.UserName))} and {Key(nameof(options.Password))}."),
        ServiceNotAuthenticatedException =>
            new SendOutcome.Deferred($"The mail server wants a sign-in: set {Key(nameof(options.UserName))} and {Key(nameof(options.Password))}."),
        SslHandshakeException { ServerCertificate: X509Certificate2 certificate } =>
            new SendOutcome.Deferred($"No encrypted connection to {Server(options)}: {Fault(certificate, options, now)}"),
        SslHandshakeException =>
            new SendOutcome.Deferred($"No encrypted connection to {Server(options)}: it does not speak TLS there ({Key(nameof(options.Tls))}), or none that both know."),
        NotSupportedException when options.Tls == EmailTls.StartTls =>
            new SendOutcome.Deferred($"{Server(options)} offers no STARTTLS, which {Key(nameof(options.Tls))} demands."),
        SocketException ex =>
            new SendOutcome.Deferred($"No connection to {Server(options)} ({ex.SocketErrorCode})."),
        SmtpProtocolException or ServiceNotConnectedException or IOException =>
            new SendOutcome.Deferred("The mail server broke off the conversation."),
        _ => new SendOutcome.Deferred($"Sending failed ({exception.GetType().Name})."),
    };

    /// <summary>
    /// Many servers say only at the recipient that they do not take mail from this host. The code of RFC 3463, which MailKit leaves at the beginning of
    /// the answer, tells whose fault it is; without one the number does, but for servers (Exim is one) that say "550 relay not permitted".
    /// </summary>
    private static SendOutcome OfRecipient(SmtpCommandException ex, EmailOptions options)
    {
        var enhanced = EnhancedCode().Match(ex.Message);
        var (subject, detail) = (enhanced.Groups["subject"].Value, enhanced.Groups["detail"].Value);
        var isReaders = enhanced.Success
            ? subject is "2" || (subject is "1" && detail is not ("7" or "8"))
            : (int)ex.StatusCode is 550 or 551 or 553 && !ex.Message.Contains("relay", StringComparison.OrdinalIgnoreCase);
        var code = enhanced.Success ? $"{(int)ex.StatusCode} {enhanced.Value}" : $"{(int)ex.StatusCode}";
        return isReaders
            ? new SendOutcome.Refused($"The mail server refused the recipient ({code}).", Refusal.Address)
            : new SendOutcome.Deferred(
                $"The mail server takes no mail for the recipient from here ({code}): see that it lets this host, {Key(nameof(options.From))} and {Key(nameof(options.UserName))} send.");
    }

    /// <summary>Of a permanent failure. Details 7 and 8 of the subject address are about the sender's.</summary>
    [GeneratedRegex(@"^5\.(?<subject>[0-9]{1,3})\.(?<detail>[0-9]{1,3})(?![0-9.])", RegexOptions.CultureInvariant)]
    private static partial Regex EnhancedCode();

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
