using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using NewsAlerts.Delivering;

namespace NewsAlerts.Adapters.Email;

/// <summary>What a failed attempt means. Server texts are left out: they repeat addresses.</summary>
internal static class SmtpFailure
{
    public static SendOutcome Outcome(Exception exception, EmailOptions options) => exception switch
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
        SslHandshakeException =>
            new SendOutcome.Deferred($"No encrypted connection to {Server(options)}: its certificate is not trusted, or it does not speak TLS there ({Key(nameof(options.Tls))})."),
        NotSupportedException when options.Tls == EmailTls.StartTls =>
            new SendOutcome.Deferred($"{Server(options)} offers no STARTTLS, which {Key(nameof(options.Tls))} demands."),
        SocketException ex =>
            new SendOutcome.Deferred($"No connection to {Server(options)} ({ex.SocketErrorCode})."),
        SmtpProtocolException or ServiceNotConnectedException or IOException =>
            new SendOutcome.Deferred("The mail server broke off the conversation."),
        _ => new SendOutcome.Deferred($"Sending failed ({exception.GetType().Name})."),
    };

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
