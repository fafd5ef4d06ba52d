using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Microsoft.Extensions.Options;

namespace NewsAlerts.Adapters.KeyRing;

/// <summary>
/// Wraps and unwraps other keys with an RSA key that never leaves its Key Vault: two calls of its REST API, as not every feed serves the client
/// library (<c>Azure.Extensions.AspNetCore.DataProtection.Keys</c>).
/// </summary>
internal sealed class KeyVaultKey
{
    private const string ApiVersion = "7.4";
    private const string Algorithm = "RSA-OAEP-256";

    private readonly Uri _key;
    private readonly HttpPipeline _pipeline;

    public KeyVaultKey(IOptions<KeyRingOptions> options)
        : this(options.Value.VaultKey ?? throw new InvalidOperationException($"{KeyRingOptions.Section}__{nameof(KeyRingOptions.VaultKey)} is not set."), CredentialOf(options.Value), new KeyVaultOptions())
    {
    }

    internal KeyVaultKey(Uri key, TokenCredential credential, ClientOptions options)
    {
        _key = key;
        _pipeline = HttpPipelineBuilder.Build(options, new BearerTokenAuthenticationPolicy(credential, ScopeOf(key)));
    }

    /// <summary>Whether it is a key's address: https, <c>/keys/name</c>, perhaps a version.</summary>
    public static bool IsKey(Uri uri) =>
        uri is { IsAbsoluteUri: true, Scheme: "https", Query: "", Fragment: "", UserInfo: "" } && uri.AbsolutePath.Trim('/').Split('/') is ["keys", { Length: > 0 }] or ["keys", { Length: > 0 }, { Length: > 0 }];

    /// <summary>The wrapped key, and the version of ours that wrapped it.</summary>
    public (byte[] Wrapped, Uri Version) Wrap(byte[] key)
    {
        var answer = Call(_key, "wrapkey", key);
        return (FromBase64Url(answer.Value), new Uri(answer.Kid));
    }

    /// <exception cref="InvalidOperationException">That version is not one of the configured key's.</exception>
    public byte[] Unwrap(byte[] wrapped, Uri version)
    {
        // The version comes out of storage: our token goes nowhere but to the configured vault.
        if (!IsKey(version) || !Same(version, _key))
        {
            throw new InvalidOperationException($"A stored key was wrapped by another key than {KeyRingOptions.Section}__{nameof(KeyRingOptions.VaultKey)}.");
        }

        return FromBase64Url(Call(version, "unwrapkey", wrapped).Value);
    }

    private KeyOperation Call(Uri key, string operation, byte[] value)
    {
        using var message = _pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(new Uri($"{key.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{operation}?api-version={ApiVersion}"));
        message.Request.Headers.Add("Content-Type", "application/json");
        message.Request.Content = RequestContent.Create(JsonSerializer.SerializeToUtf8Bytes(new KeyOperation(Algorithm, ToBase64Url(value), ""), KeyVaultJson.Default.KeyOperation));
        _pipeline.Send(message, CancellationToken.None);
        return message.Response.Status == 200
            ? JsonSerializer.Deserialize(message.Response.Content.ToMemory().Span, KeyVaultJson.Default.KeyOperation)!
            : throw new RequestFailedException(message.Response);
    }

    private static bool Same(Uri version, Uri key) =>
        version.Host == key.Host && version.Port == key.Port && version.Segments.Take(3).Select(Bare).SequenceEqual(key.Segments.Take(3).Select(Bare));

    private static string Bare(string segment) => segment.TrimEnd('/');

    /// <summary>Of the cloud that the vault is in: <c>https://vault.azure.net/.default</c>.</summary>
    private static string ScopeOf(Uri key) => $"https://{key.Host[(key.Host.IndexOf('.', StringComparison.Ordinal) + 1)..]}/.default";

    private static TokenCredential CredentialOf(KeyRingOptions options) => options.ClientId is { Length: > 0 } clientId
        ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId))
        : new DefaultAzureCredential();

    private static string ToBase64Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static byte[] FromBase64Url(string text)
    {
        var plain = text.Replace('-', '+').Replace('_', '/');
        return Convert.FromBase64String(plain.PadRight((plain.Length + 3) / 4 * 4, '='));
    }
}

/// <summary>The pipeline's ordinary retries and timeouts.</summary>
internal sealed class KeyVaultOptions : ClientOptions;

/// <summary>Both ways the same shape; a request has no <c>kid</c>, an answer no <c>alg</c>.</summary>
internal sealed record KeyOperation(string Alg, string Value, string Kid);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(KeyOperation))]
internal sealed partial class KeyVaultJson : JsonSerializerContext;
