using System.CommandLine;
using System.Globalization;

namespace NewsAlerts.Local.Commands;

/// <summary>Options that take a number within bounds.</summary>
internal static class NumberRange
{
    /// <summary>Refuses what lies outside, bounds included.</summary>
    public static Option<int> Between(this Option<int> option, int least, int most)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token]
                && (!int.TryParse(token.Value, CultureInfo.InvariantCulture, out var value) || value < least || value > most))
            {
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option.Name} is '{token.Value}'; expected a number from {least} to {most}."));
            }
        });
        return option;
    }
}
