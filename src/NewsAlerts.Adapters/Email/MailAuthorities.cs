using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NewsAlerts.Adapters.Email;

/// <summary>Reads the authorities of <see cref="EmailOptions.CertificateAuthority"/>.</summary>
internal static class MailAuthorities
{
    private const string Marker = "-----BEGIN CERTIFICATE-----";

    /// <param name="given">A path, or the PEM text itself; its breaks may be spaces, as some portals leave them, or written out as <c>\n</c>, as JSON and .env files do.</param>
    /// <param name="authorities">The certificates, one at least; the caller disposes of them.</param>
    /// <param name="fault">What is wrong, as the end of a sentence that begins with the key.</param>
    public static bool TryRead(string given, [NotNullWhen(true)] out X509Certificate2Collection? authorities, [NotNullWhen(false)] out string? fault)
    {
        (authorities, fault) = (null, null);
        var read = new X509Certificate2Collection();
        try
        {
            read.ImportFromPem(given.Contains(Marker, StringComparison.Ordinal) ? WithBreaks(given) : File.ReadAllText(given));
        }
        catch (Exception ex) when (ex is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            fault = ex is CryptographicException ? "holds a certificate that cannot be read." : "names a file that cannot be read; expected the path of a PEM file, or its text.";
            return false;
        }

        if (read.Count == 0)
        {
            fault = $"holds no certificate; expected PEM ({Marker}).";
            return false;
        }

        authorities = read;
        return true;
    }

    private static string WithBreaks(string pem) => pem.Replace("\\r", "", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal);
}
