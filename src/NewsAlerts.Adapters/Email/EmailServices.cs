using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsAlerts.Adapters.Templates;
using NewsAlerts.Delivering;
using NewsAlerts.Web.Mail;

namespace NewsAlerts.Adapters.Email;

public static class EmailServices
{
    /// <summary>Registers the channel that mails digests, with the sections <c>Email</c> and <c>Templates</c> of <paramref name="configuration"/>.</summary>
    public static IServiceCollection AddEmail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<EmailOptions, EmailOptionsValidator>(configuration, EmailOptions.Section);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDeliveryChannel, EmailChannel>());
        services.TryAddSingleton(TimeProvider.System);
        services.AddTemplates(configuration);
        return services.AddMailRendering();
    }
}
