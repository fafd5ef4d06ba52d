using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NewsAlerts.Adapters.Email;

namespace NewsAlerts.Tests.Adapters.Email;

public class MailAuthoritiesTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData(" ")]
    [InlineData("\\n")]
    [InlineData("\\r\\n")]
    public void Authorities_are_read_whatever_became_of_their_breaks_on_the_way_to_a_setting(string between)
    {
        using var first = Authority("First");
        using var second = Authority("Second");
        var pem = $"CN=First, the old one\n{first.ExportCertificatePem()}\n{second.ExportCertificatePem()}\n".Replace("\n", between, StringComparison.Ordinal);

        Assert.True(MailAuthorities.TryRead(pem, out var read, out var fault), fault);

        Assert.Equal([first.Thumbprint, second.Thumbprint], read.Select(certificate => certificate.Thumbprint));
        read.ToList().ForEach(certificate => certificate.Dispose());
    }

    private static X509Certificate2 Authority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        return new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256).CreateSelfSigned(now, now.AddDays(1));
    }
}
