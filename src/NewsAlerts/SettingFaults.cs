using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace NewsAlerts;

/// <summary>What is wrong with a section's values, a sentence each: the key as the environment has it, the value, and what is expected.</summary>
internal static class SettingFaults
{
    /// <summary>The values that are not of their setting's type.</summary>
    public static IEnumerable<string> Unreadable<TOptions>(IConfigurationSection section) =>
        from property in Properties<TOptions>()
        from value in ValuesOf(section.GetSection(property.Name), property)
        where !CanBeRead(value, ElementOf(property.PropertyType))
        select $"{Key(value.Path)} is '{value.Value}'; expected {Expected(property)}.";

    /// <summary>The values that their attributes refuse, and what the options say of themselves.</summary>
    public static IEnumerable<string> Refused<TOptions>(string section, TOptions options)
        where TOptions : class
    {
        var byAttribute =
            from property in Properties<TOptions>()
            let value = property.GetValue(options)
            from rule in property.GetCustomAttributes<ValidationAttribute>()
            where !rule.IsValid(value)
            select Sentence(Key($"{section}:{property.Name}"), value, rule, property);
        var byThemselves = options is IValidatableObject self ? self.Validate(new ValidationContext(options)).Select(result => result.ErrorMessage!) : [];
        return byAttribute.Concat(byThemselves);
    }

    private static IEnumerable<PropertyInfo> Properties<TOptions>() => typeof(TOptions).GetProperties().Where(property => property.CanWrite);

    private static string Key(string path) => path.Replace(":", "__", StringComparison.Ordinal);

    private static string Sentence(string key, object? value, ValidationAttribute rule, PropertyInfo property) => rule switch
    {
        RequiredAttribute => $"{key} is empty; expected a value.",
        StringLengthAttribute most => $"{key} has {((string)value!).Length} characters; expected at most {most.MaximumLength}.",
        MaxLengthAttribute most => $"{key} has more than {most.Length} values.",
        _ => $"{key} is {Written(value)}; expected {Expected(property)}.",
    };

    private static string Expected(PropertyInfo property)
    {
        var type = ElementOf(property.PropertyType);
        return property.GetCustomAttribute<RangeAttribute>() is { } range
            ? $"{(type == typeof(TimeSpan) ? "a time" : "a number")} from {Written(range.Minimum)} to {Written(range.Maximum)}"
            : type switch
            {
                { IsEnum: true } => $"one of {string.Join(", ", Enum.GetNames(type))}",
                _ when type == typeof(bool) => "true or false",
                _ when type == typeof(TimeSpan) => "a time such as 00:02:00 or 7.00:00:00",
                _ when type == typeof(Uri) => "an address such as https://example.org",
                _ => "a number",
            };
    }

    private static string Written(object? value) => value switch
    {
        TimeSpan time when time.Ticks % TimeSpan.TicksPerSecond != 0 => time.ToString("c", CultureInfo.InvariantCulture).TrimEnd('0'),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static IEnumerable<IConfigurationSection> ValuesOf(IConfigurationSection section, PropertyInfo property) =>
        ElementOf(property.PropertyType) == property.PropertyType ? [section] : section.GetChildren();

    /// <summary>Of a list its elements' type, of anything else its own.</summary>
    private static Type ElementOf(Type type) => type is { IsGenericType: true, GenericTypeArguments: [var element] } ? element : type;

    private static bool CanBeRead(IConfigurationSection value, Type type)
    {
        try
        {
            _ = value.Get(type);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
