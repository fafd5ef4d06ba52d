using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using NewsAlerts.Delivering;

namespace NewsAlerts.Adapters.Email;

/// <summary>What a failed attempt means. Server texts are left out: they repeat addresses.</summary>
internal static class SmtpFailure
{
    public static SendOutcome Outcome(Exception exception, EmailOptions options, DateTimeOffset now) => exception switch
    {
        // Whose mail it is decides: a reader's address that is refused stays refused, a sender that is refused is the operator's to mend.
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted } ex when (int)ex.StatusCode >= 500 =>
            new SendOutcome.Refused(
                $"The mail server refused the {Refused(ex.ErrorCode)} ({(int)ex.StatusCode}).",
                ex.ErrorCode == SmtpErrorCode.RecipientNotAccepted ? Refusal.Address : Refusal.Message),
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

    private static string Key(string name) => $"{EmailOptions.Section}:{name}";
}
