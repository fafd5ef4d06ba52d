using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NewsAlerts.Infrastructure.Tests.Given;

/// <summary>An authority that only its company knows.</summary>
internal static class Authority
{
    private static readonly Lazy<string> Certificate = new(Make);

    /// <summary>Its certificate twice, as a file with two authorities has them, with the breaks of Windows.</summary>
    public static string Pem => Certificate.Value;

    private static string Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=House", key, HashAlgorithmName.SHA256).CreateSelfSigned(now, now.AddDays(1));
        return string.Concat(Enumerable.Repeat(certificate.ExportCertificatePem() + "\n", 2)).ReplaceLineEndings("\r\n");
    }
}
