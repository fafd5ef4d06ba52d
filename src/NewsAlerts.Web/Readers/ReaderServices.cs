using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace NewsAlerts.Web.Readers;

public static class ReaderServices
{
    /// <summary>Every host of an installation reads the tokens of every other: they share this name, and the keys.</summary>
    private const string ApplicationName = "NewsAlerts";

    /// <summary>Registers what makes and reads readers' links, with section <c>Web</c> of <paramref name="configuration"/>.</summary>
    public static IServiceCollection AddReaderLinks(this IServiceCollection services, IConfiguration configuration)
    {
        if (services.Any(service => service.ServiceType == typeof(ReaderLinks)))
        {
            return services;
        }

        services.AddValidatedOptions<WebOptions, WebOptionsValidator>(configuration, WebOptions.Section);
        services.AddDataProtection().SetApplicationName(ApplicationName);
        services.TryAddSingleton<IWebAddress, ConfiguredWebAddress>();
        services.TryAddSingleton<ReaderTokens>();
        services.TryAddSingleton<ReaderLinks>();
        return services;
    }

    /// <summary>Registers the pages that the links lead to; the host serves them.</summary>
    public static IServiceCollection AddReaderPages(this IServiceCollection services)
    {
        services.TryAddSingleton<ComponentRenderer>();
        services.TryAddSingleton<ReaderThrottle>();
        services.TryAddSingleton<ReaderPages>();
        services.TryAddSingleton<UnsubscribePage>();
        services.TryAddSingleton<ConfirmPage>();
        services.TryAddSingleton<PausePage>();
        services.TryAddSingleton<ResumePage>();
        services.TryAddSingleton<DigestPage>();
        return services;
    }
}
