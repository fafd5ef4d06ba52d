using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace NewsAlerts.Adapters.KeyRing;

/// <summary>Encrypts a stored key with AES-256-GCM under a key of its own, which the vault's key wraps.</summary>
internal sealed class KeyVaultEncryptor(KeyVaultKey vault) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var key = RandomNumberGenerator.GetBytes(KeyVaultDecryptor.KeyBytes);
        var nonce = RandomNumberGenerator.GetBytes(KeyVaultDecryptor.NonceBytes);
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var (cipher, tag) = (new byte[plain.Length], new byte[KeyVaultDecryptor.TagBytes]);
        using var aes = new AesGcm(key, tag.Length);
        aes.Encrypt(nonce, plain, cipher, tag);
        var (wrapped, version) = vault.Wrap(key);
        CryptographicOperations.ZeroMemory(key);
        CryptographicOperations.ZeroMemory(plain);
        return new EncryptedXmlInfo(
            new XElement(
                KeyVaultDecryptor.Element,
                new XComment("AES-256-GCM; its key is wrapped by the Key Vault key that 'by' names."),
                new XAttribute("by", version.AbsoluteUri),
                new XElement("wrapped", Convert.ToBase64String(wrapped)),
                new XElement("nonce", Convert.ToBase64String(nonce)),
                new XElement("tag", Convert.ToBase64String(tag)),
                new XElement("value", Convert.ToBase64String(cipher))),
            typeof(KeyVaultDecryptor));
    }
}

/// <summary>Undoes <see cref="KeyVaultEncryptor"/>; Data Protection makes it by its name, which is stored beside the key.</summary>
internal sealed class KeyVaultDecryptor(IServiceProvider services) : IXmlDecryptor
{
    internal const string Element = "keyVaultEncrypted";
    internal const int KeyBytes = 32;
    internal const int NonceBytes = 12;
    internal const int TagBytes = 16;

    private readonly KeyVaultKey _vault = services.GetRequiredService<KeyVaultKey>();

    public XElement Decrypt(XElement encryptedElement)
    {
        var key = _vault.Unwrap(Bytes("wrapped"), new Uri(encryptedElement.Attribute("by")?.Value ?? throw Incomplete("by")));
        var cipher = Bytes("value");
        var plain = new byte[cipher.Length];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(Bytes("nonce"), cipher, Bytes("tag"), plain);
        CryptographicOperations.ZeroMemory(key);
        return XElement.Parse(Encoding.UTF8.GetString(plain));

        byte[] Bytes(string name) => Convert.FromBase64String(encryptedElement.Element(name)?.Value ?? throw Incomplete(name));
    }

    private static FormatException Incomplete(string part) => new($"A stored key lacks '{part}'.");
}
