using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsAlerts.Adapters.Storage;

namespace NewsAlerts.Adapters.KeyRing;

/// <summary>Where Data Protection keeps its keys.</summary>
public static class KeyRingServices
{
    /// <summary>In storage; protected by Key Vault where section <c>KeyRing</c> of <paramref name="configuration"/> names a key.</summary>
    public static IServiceCollection AddKeyRing(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<KeyRingOptions, KeyRingOptionsValidator>(configuration, KeyRingOptions.Section);
        services.AddSingleton<BlobKeyRing>();
        services.AddSingleton<KeyVaultKey>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(keys =>
        {
            keys.XmlRepository = provider.GetRequiredService<BlobKeyRing>();
            if (provider.GetRequiredService<IOptions<KeyRingOptions>>().Value.VaultKey is not null)
            {
                keys.XmlEncryptor = new KeyVaultEncryptor(provider.GetRequiredService<KeyVaultKey>());
            }
        }));
        return services;
    }
}
