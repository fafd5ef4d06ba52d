using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsAlerts.Adapters.Templates;
using NewsAlerts.Delivering;
using NewsAlerts.Web.Mail;
using NewsAlerts.Web.Readers;

namespace NewsAlerts.Adapters.Email;

public static class EmailServices
{
    /// <summary>Registers the channel that mails, with the sections <c>Email</c>, <c>Templates</c> and <c>Web</c> of <paramref name="configuration"/>.</summary>
    public static IServiceCollection AddEmail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<EmailOptions, EmailOptionsValidator>(configuration, EmailOptions.Section);
        services.TryAddSingleton<MailComposer>();
        services.TryAddSingleton<MailProbe>();

        // One for both, since both talk to the same server.
        services.TryAddSingleton<EmailChannel>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDeliveryChannel, EmailChannel>(provider => provider.GetRequiredService<EmailChannel>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IMessageChannel, EmailChannel>(provider => provider.GetRequiredService<EmailChannel>()));
        services.TryAddSingleton(TimeProvider.System);
        return services.AddTemplates(configuration).AddMailRendering().AddReaderLinks(configuration);
    }
}
