using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsAlerts.Web.Mail;

namespace NewsAlerts.Adapters.Templates;

public static class TemplateServices
{
    /// <summary>Registers what fills in the operator's templates, before the built-in mails are, with section <c>Templates</c> of <paramref name="configuration"/>.</summary>
    public static IServiceCollection AddTemplates(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<TemplateOptions, TemplateOptionsValidator>(configuration, TemplateOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<TemplateShelf>();
        services.TryAddSingleton<MailTemplates>();
        services.TryAddSingleton<TemplateCheck>();
        services.TryAddSingleton<RazorMailRenderer>();
        services.TryAddSingleton<IMailRenderer, TemplatedMailRenderer>();
        return services;
    }
}
