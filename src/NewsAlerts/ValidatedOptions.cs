using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace NewsAlerts;

/// <summary>Options that are bound to a section, and checked before anything starts.</summary>
public static class ValidatedOptions
{
    /// <summary>
    /// Binds <typeparamref name="TOptions"/>. A value that its validator refuses or that has the wrong type, and a key that it does not
    /// know, stop the start with an <see cref="OptionsValidationException"/> that says the key as the environment has it, such as <c>Deliver__Lease</c>.
    /// </summary>
    public static IServiceCollection AddValidatedOptions<TOptions, TValidator>(this IServiceCollection services, IConfiguration configuration, string section)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>
    {
        services.AddOptions<TOptions>().Configure(options => Bind(configuration.GetSection(section), options)).ValidateOnStart();
        services.AddSingleton(new ConfiguredSection(section, KeysOf<TOptions>(), provider => provider.GetRequiredService<IOptions<TOptions>>().Value));
        services.AddSingleton<IValidateOptions<TOptions>>(provider =>
            new KeyedValidator<TOptions>(section, ActivatorUtilities.CreateInstance<TValidator>(provider)));
        return services;
    }

    private static void Bind<TOptions>(IConfigurationSection section, TOptions options) where TOptions : class
    {
        // First, since binding passes over what it cannot read in a list, and of anything else speaks of types.
        List<string> unreadable = [.. SettingFaults.Unreadable<TOptions>(section)];
        if (unreadable.Count > 0)
        {
            throw new OptionsValidationException(section.Key, typeof(TOptions), unreadable);
        }

        section.Bind(options);
        var known = KeysOf<TOptions>();
        var unknown = section.GetChildren().Select(child => child.Key).Except(known, StringComparer.OrdinalIgnoreCase).ToList();
        if (unknown.Count > 0)
        {
            throw new OptionsValidationException(
                section.Key, typeof(TOptions), unknown.Select(key => Unknown(section.Key, key, known)));
        }
    }

    private static string Unknown(string section, string key, IReadOnlyList<string> known)
    {
        var meant = NearestName.Of(key, known) is { } nearest ? $" Is {section}__{nearest} meant?" : "";
        return $"{section}__{key} is not a setting.{meant} {section} has {string.Join(", ", known)}.";
    }

    private static IReadOnlyList<string> KeysOf<TOptions>() =>
        [.. typeof(TOptions).GetProperties().Where(property => property.CanWrite).Select(property => property.Name)];

    /// <summary>The generated validators know only their type, and speak of it.</summary>
    private sealed class KeyedValidator<TOptions>(string section, IValidateOptions<TOptions> validator) : IValidateOptions<TOptions>
        where TOptions : class
    {
        public ValidateOptionsResult Validate(string? name, TOptions options) =>
            validator.Validate(name, options) is { Failed: true } result
                ? ValidateOptionsResult.Fail(SettingFaults.Refused(section, options).DefaultIfEmpty($"{section}: {result.FailureMessage}"))
                : ValidateOptionsResult.Success;
    }
}
