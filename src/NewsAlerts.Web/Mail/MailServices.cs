using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace NewsAlerts.Web.Mail;

public static class MailServices
{
    /// <summary>Registers what renders mails.</summary>
    public static IServiceCollection AddMailRendering(this IServiceCollection services)
    {
        services.TryAddSingleton<ComponentRenderer>();
        services.TryAddSingleton<IMailRenderer, RazorMailRenderer>();
        return services;
    }
}
