using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace NewsAlerts.Adapters.KeyRing;

/// <summary>How the keys behind readers' links are kept. Configuration section <c>KeyRing</c>.</summary>
public sealed class KeyRingOptions : IValidatableObject
{
    public const string Section = "KeyRing";

    /// <summary>
    /// The Key Vault key (RSA) that wraps them, such as <c>https://vault.vault.azure.net/keys/newsalerts</c>. Default none: only the storage
    /// account protects them.
    /// </summary>
    public Uri? VaultKey { get; set; }

    /// <summary>The client id of a user-assigned identity that may wrap and unwrap with <see cref="VaultKey"/>. Default: the environment's identity.</summary>
    public string? ClientId { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (VaultKey is not null && !KeyVaultKey.IsKey(VaultKey))
        {
            yield return new ValidationResult(
                $"{Section}__{nameof(VaultKey)} is '{VaultKey}'; expected a key's address such as https://vault.vault.azure.net/keys/newsalerts.",
                [nameof(VaultKey)]);
        }
    }
}

[OptionsValidator]
internal sealed partial class KeyRingOptionsValidator : IValidateOptions<KeyRingOptions>;
