using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace NewsAlerts.Adapters.Email;

/// <summary>A conversation with a mail server, whose certificate is held to the authorities that an operator names, or else to the system's.</summary>
internal sealed class MailClient : SmtpClient
{
    /// <summary>What a certificate must be for (RFC 5280, 4.2.1.12).</summary>
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    /// <summary>Set before connecting; <see langword="null"/> for the system's. Disposed of with the client.</summary>
    public X509Certificate2Collection? Authorities { get; set; }

    /// <summary>Names the sender as a mail would, and takes that back: some servers say only then that they want a sign-in, or another sender.</summary>
    /// <exception cref="ServiceNotAuthenticatedException">A sign-in is wanted.</exception>
    /// <exception cref="SmtpCommandException">The sender is not taken.</exception>
    public async Task TrySenderAsync(MailboxAddress sender, CancellationToken cancellationToken)
    {
        var address = sender.GetAddress(idnEncode: true);
        if (!Ascii.IsValid(address))
        {
            return;
        }

        var answer = await SendCommandAsync($"MAIL FROM:<{address}>", cancellationToken);
        if (answer.StatusCode != SmtpStatusCode.Ok)
        {
            throw answer.StatusCode == SmtpStatusCode.AuthenticationRequired
                ? new ServiceNotAuthenticatedException(answer.Response)
                : new SmtpCommandException(SmtpErrorCode.SenderNotAccepted, answer.StatusCode, sender, answer.Response);
        }

        await SendCommandAsync("RSET", cancellationToken);
    }

    protected override SslClientAuthenticationOptions GetSslClientAuthenticationOptions(string host, RemoteCertificateValidationCallback remoteCertificateValidationCallback)
    {
        var options = base.GetSslClientAuthenticationOptions(host, remoteCertificateValidationCallback);
        if (Authorities is not null)
        {
            options.CertificateChainPolicy = PolicyOf(Authorities);
        }

        return options;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            foreach (var authority in Authorities ?? [])
            {
                authority.Dispose();
            }
        }
    }

    /// <summary>A private authority often has no list of what it revoked, or none that is reachable: what is revoked is refused, what is not known to be is not.</summary>
    private static X509ChainPolicy PolicyOf(X509Certificate2Collection authorities)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.Online,
            RevocationFlag = X509RevocationFlag.ExcludeRoot,
            VerificationFlags = X509VerificationFlags.IgnoreEndRevocationUnknown | X509VerificationFlags.IgnoreCertificateAuthorityRevocationUnknown,
            UrlRetrievalTimeout = TimeSpan.FromSeconds(5),
        };
        policy.ApplicationPolicy.Add(ServerAuthentication);
        policy.CustomTrustStore.AddRange(authorities);
        return policy;
    }
}
