using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace NewsAlerts;

/// <summary>Options that are bound to a section, and checked before anything starts.</summary>
public static class ValidatedOptions
{
    /// <summary>Binds <typeparamref name="TOptions"/>; a value that its validator refuses stops the start with the key's name.</summary>
    public static IServiceCollection AddValidatedOptions<TOptions, TValidator>(this IServiceCollection services, IConfiguration configuration, string section)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>
    {
        services.AddOptions<TOptions>().Bind(configuration.GetSection(section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TOptions>>(provider =>
            new KeyedValidator<TOptions>(section, ActivatorUtilities.CreateInstance<TValidator>(provider)));
        return services;
    }

    /// <summary>Says the key as it is configured, such as <c>Deliver:Lease</c>: the generated validators know only their type.</summary>
    private sealed class KeyedValidator<TOptions>(string section, IValidateOptions<TOptions> validator) : IValidateOptions<TOptions>
        where TOptions : class
    {
        public ValidateOptionsResult Validate(string? name, TOptions options) =>
            validator.Validate(name, options) is { Failed: true } result
                ? ValidateOptionsResult.Fail(result.Failures.Select(failure => $"{section}:{failure}"))
                : ValidateOptionsResult.Success;
    }
}
