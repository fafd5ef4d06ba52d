using MailKit.Net.Smtp;
using MailKit.Security;

namespace NewsAlerts.Adapters.Email;

/// <summary>Everything before the first mail of a conversation.</summary>
internal static class MailConnection
{
    /// <summary>Connects, encrypts and signs in, as is configured.</summary>
    /// <returns>Why it was not to be, for people; null where all is well.</returns>
    public static async Task<string?> OpenAsync(MailClient client, EmailOptions options, CancellationToken cancellationToken)
    {
        if (options.CertificateAuthority is { Length: > 0 } given)
        {
            if (!MailAuthorities.TryRead(given, out var authorities, out var fault))
            {
                return $"{EmailOptions.Section}:{nameof(EmailOptions.CertificateAuthority)} {fault}";
            }

            client.Authorities = authorities;
        }

        await client.ConnectAsync(options.Host, options.Port, Encryption(options.Tls), cancellationToken);
        if (options is { UserName: { Length: > 0 } user, Password: { Length: > 0 } password })
        {
            if (!client.IsSecure && options.Tls != EmailTls.None)
            {
                return $"The mail server offers no encryption, so the password was not sent. Ask for it ({EmailOptions.Section}:{nameof(EmailOptions.Tls)}), or set None to send it in the clear.";
            }

            if (!client.Capabilities.HasFlag(SmtpCapabilities.Authentication))
            {
                return $"The mail server offers no sign-in, so the password was not sent. Many offer one only over an encrypted connection ({EmailOptions.Section}:{nameof(EmailOptions.Tls)}) or on another port (587).";
            }

            await client.AuthenticateAsync(user, password, cancellationToken);
        }

        return null;
    }

    private static SecureSocketOptions Encryption(EmailTls tls) => tls switch
    {
        EmailTls.None => SecureSocketOptions.None,
        EmailTls.StartTlsWhenAvailable => SecureSocketOptions.StartTlsWhenAvailable,
        EmailTls.StartTls => SecureSocketOptions.StartTls,
        EmailTls.Implicit => SecureSocketOptions.SslOnConnect,
        _ => throw new ArgumentOutOfRangeException(nameof(tls), tls, "There is no such mode."),
    };
}
