using System.CommandLine;

namespace NewsAlerts.Local.Commands;

/// <summary>Options that take one of a few words.</summary>
internal static class Choice
{
    /// <param name="name">The option, such as <c>--engine</c>.</param>
    /// <param name="description">What is chosen; the words and the default are added.</param>
    /// <param name="usual">The default.</param>
    public static Option<T> Option<T>(string name, string description, T usual)
        where T : struct, Enum
    {
        string[] words = [.. Enum.GetNames<T>().Select(word => word.ToLowerInvariant())];
        var option = new Option<T>(name)
        {
            Description = $"{description}: {string.Join(", ", words)}.",
            HelpName = name.TrimStart('-').ToUpperInvariant(),
            DefaultValueFactory = _ => usual,
            CustomParser = result =>
            {
                var given = result.Tokens[0].Value;
                if (words.Contains(given, StringComparer.OrdinalIgnoreCase))
                {
                    return Enum.Parse<T>(given, ignoreCase: true);
                }

                result.AddError($"{name} is '{given}'; expected one of {string.Join(", ", words)}.");
                return usual;
            },
        };

        // The library would complete the names as the code has them.
        option.CompletionSources.Clear();
        option.CompletionSources.Add(words);
        return option;
    }

    /// <summary>The same without a default: null where it is not given.</summary>
    public static Option<T?> Optional<T>(string name, string description)
        where T : struct, Enum
    {
        var words = string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant();
        return new Option<T?>(name)
        {
            Description = description,
            HelpName = name.TrimStart('-').ToUpperInvariant(),
            CustomParser = result =>
            {
                var given = result.Tokens[0].Value;
                if (Enum.GetNames<T>().Contains(given, StringComparer.OrdinalIgnoreCase))
                {
                    return Enum.Parse<T>(given, ignoreCase: true);
                }

                result.AddError($"{name} is '{given}'; expected one of {words}.");
                return null;
            },
        };
    }
}
