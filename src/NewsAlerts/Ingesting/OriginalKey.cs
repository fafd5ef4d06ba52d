using System.Security.Cryptography;
using System.Text;

namespace NewsAlerts.Ingesting;

/// <summary>Names one version of one original.</summary>
public static class OriginalKey
{
    /// <summary>26 characters of base32: the first 128 bits of SHA-256 over the blob's name and ETag.</summary>
    public static string Of(string name, string etag)
    {
        // ETags come quoted from some calls and bare from others.
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{name}\0{etag.Trim('"')}"));
        return Base32.Encode(hash.AsSpan(0, 16));
    }
}
