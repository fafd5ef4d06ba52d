using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsAlerts.Adapters.KeyRing;

namespace NewsAlerts.Tests.Adapters.KeyRing;

/// <summary>Against the documented shapes of Key Vault's REST API, with a real RSA key on the other side.</summary>
public sealed class KeyVaultTests : IDisposable
{
    private static readonly Uri Key = new("https://harbour.vault.azure.net/keys/newsalerts");

    private readonly Vault _vault = new();

    public void Dispose() => _vault.Dispose();

    [Fact]
    public void A_key_comes_back_as_it_was_and_lies_in_storage_unreadably()
    {
        var key = new XElement("descriptor", new XElement("masterKey", "the tide table of 1871"));

        var stored = new KeyVaultEncryptor(Client()).Encrypt(key);
        var read = Decryptor().Decrypt(XElement.Parse(stored.EncryptedElement.ToString()));

        Assert.Equal(key.ToString(), read.ToString());
        Assert.Equal(typeof(KeyVaultDecryptor), stored.DecryptorType);
        Assert.DoesNotContain("tide", stored.EncryptedElement.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            ["/keys/newsalerts/wrapkey?api-version=7.4", "/keys/newsalerts/v1/unwrapkey?api-version=7.4"], _vault.Calls.Select(call => call.PathAndQuery));
        Assert.All(_vault.Calls, call => Assert.Equal(Key.Host, call.Host));
        Assert.Equal(["https://vault.azure.net/.default"], _vault.Scopes.Distinct());
    }

    [Fact]
    public void A_stored_key_that_somebody_changed_is_not_used()
    {
        var stored = new KeyVaultEncryptor(Client()).Encrypt(new XElement("key", "x")).EncryptedElement;
        var value = stored.Element("value")!;
        var bytes = Convert.FromBase64String(value.Value);
        bytes[0] ^= 1;
        value.Value = Convert.ToBase64String(bytes);

        Assert.ThrowsAny<CryptographicException>(() => Decryptor().Decrypt(stored));
    }

    [Theory]
    [InlineData("https://elsewhere.example/keys/newsalerts/v1")]
    [InlineData("https://harbour.vault.azure.net/keys/other/v1")]
    [InlineData("https://harbour.vault.azure.net:8443/keys/newsalerts/v1")]
    [InlineData("http://harbour.vault.azure.net/keys/newsalerts/v1")]
    public void A_token_for_the_vault_goes_nowhere_else_whatever_storage_says(string by)
    {
        var stored = new KeyVaultEncryptor(Client()).Encrypt(new XElement("key", "x")).EncryptedElement;
        stored.SetAttributeValue("by", by);

        Assert.Throws<InvalidOperationException>(() => Decryptor().Decrypt(stored));
        Assert.Single(_vault.Calls);
    }

    [Fact]
    public void A_vault_that_refuses_is_an_error_with_its_status()
    {
        _vault.Refuses = true;

        Assert.Equal(403, Assert.Throws<RequestFailedException>(() => new KeyVaultEncryptor(Client()).Encrypt(new XElement("key", "x"))).Status);
    }

    [Theory]
    [InlineData("http://harbour.vault.azure.net/keys/newsalerts")]
    [InlineData("https://harbour.vault.azure.net/secrets/newsalerts")]
    [InlineData("https://harbour.vault.azure.net/")]
    [InlineData("newsalerts")]
    public void What_is_no_keys_address_is_named(string address)
    {
        using var services = new ServiceCollection()
            .AddLogging()
            .AddKeyRing(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["KeyRing:VaultKey"] = address }).Build())
            .BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<KeyRingOptions>>().Value);

        Assert.Contains("KeyRing__VaultKey", error.Message, StringComparison.Ordinal);
        Assert.Contains(address, error.Message, StringComparison.Ordinal);
    }

    private KeyVaultKey Client() => new(Key, _vault.Credential, new KeyVaultOptions { Transport = new HttpClientTransport(_vault), Retry = { MaxRetries = 0 } });

    private KeyVaultDecryptor Decryptor() => new(new ServiceCollection().AddSingleton(Client()).BuildServiceProvider());

    private sealed class Vault : HttpMessageHandler
    {
        private readonly RSA _rsa = RSA.Create(2_048);

        public Vault() => Credential = DelegatedTokenCredential.Create((context, _) =>
        {
            Scopes.AddRange(context.Scopes);
            return new AccessToken("token", DateTimeOffset.MaxValue);
        });

        public List<Uri> Calls { get; } = [];

        public List<string> Scopes { get; } = [];

        public bool Refuses { get; set; }

        public TokenCredential Credential { get; }

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls.Add(request.RequestUri!);
            if (Refuses)
            {
                return new HttpResponseMessage(HttpStatusCode.Forbidden);
            }

            Assert.Equal(HttpMethod.Post, request.Method);
            Assert.Equal("Bearer token", request.Headers.Authorization!.ToString());
            using var body = request.Content!.ReadAsStream(cancellationToken);
            var asked = JsonNode.Parse(body)!;
            Assert.Equal("RSA-OAEP-256", (string?)asked["alg"]);
            var value = Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlDecode((string)asked["value"]!);
            var answer = request.RequestUri!.AbsolutePath.EndsWith("/wrapkey", StringComparison.Ordinal)
                ? _rsa.Encrypt(value, RSAEncryptionPadding.OaepSHA256)
                : _rsa.Decrypt(value, RSAEncryptionPadding.OaepSHA256);
            var json = JsonSerializer.Serialize(new { kid = $"{Key}/v1", value = Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode(answer) });
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(json) };
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(Send(request, cancellationToken));

        protected override void Dispose(bool disposing)
        {
            _rsa.Dispose();
            base.Dispose(disposing);
        }
    }
}
