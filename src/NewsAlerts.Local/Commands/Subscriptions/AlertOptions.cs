using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using NewsAlerts.Routing;

namespace NewsAlerts.Local.Commands.Subscriptions;

/// <summary>The options that say what a subscription is told of at once.</summary>
internal sealed class AlertOptions
{
    /// <summary>Enough for a busy day, and few enough that a flood of articles is one mail and not hundreds.</summary>
    private const int DefaultAtMost = 10;

    private readonly Option<bool> _alerts = new("--alerts") { Description = "Tell of each article at once." };
    private readonly Option<bool> _noAlerts = new("--no-alerts") { Description = "No longer tell of articles at once." };

    private readonly Option<string?> _atMost;

    private readonly Option<HeldArticles> _overflow =
        Choice.Option("--overflow", "What becomes of the articles above that: one round-up within the hour, or the next digest", HeldArticles.RoundUp);

    private readonly Option<bool> _repeat = new("--repeat") { Description = "Have the digest hold again what was alerted." };
    private readonly Option<bool> _noRepeat = new("--no-repeat") { Description = "Have it hold only what was not." };

    private readonly bool _isNew;

    /// <param name="isNew">Whether the subscription is: then what is not given has a default, and there is nothing to take away.</param>
    public AlertOptions(bool isNew)
    {
        _isNew = isNew;
        _atMost = new("--at-most")
        {
            Description = $"At most so many alerts in any 60 minutes, 1 to {AlertPolicy.MostAnHour}, or 'any'.{(isNew ? $" Default: {DefaultAtMost}." : "")}",
            HelpName = "N",
        };
        _overflow.DefaultValueFactory = isNew ? _overflow.DefaultValueFactory : null;
    }

    public void AddTo(Command command)
    {
        command.Add(_alerts);
        if (!_isNew)
        {
            command.Add(_noAlerts);
        }

        command.Add(_atMost);
        command.Add(_overflow);
        command.Add(_repeat);
        if (!_isNew)
        {
            command.Add(_noRepeat);
        }

        command.Validators.Add(Validate);
    }

    /// <summary>Whether <c>--alerts</c> is given.</summary>
    public bool AreWanted(CommandResult result) => result.GetValue(_alerts);

    /// <summary>Whether any of them is given.</summary>
    public bool AreGiven(CommandResult result) =>
        result.GetValue(_alerts) || result.GetValue(_noAlerts) || Details(result).Any();

    /// <summary>What these options make of how a subscription is told at once.</summary>
    public AlertPolicy? Change(CommandResult result, AlertPolicy? before, string zone)
    {
        if (result.GetValue(_noAlerts) || (before is null && !result.GetValue(_alerts)))
        {
            return null;
        }

        var policy = before ?? new AlertPolicy { AtMostAnHour = DefaultAtMost, TimeZone = zone };
        return policy with
        {
            AtMostAnHour = result.GetValue(_atMost) is { } most ? AtMost(most) : policy.AtMostAnHour,
            Overflow = result.GetResult(_overflow) is { Implicit: false } ? result.GetValue(_overflow) : policy.Overflow,
            Repeat = (policy.Repeat || result.GetValue(_repeat)) && !result.GetValue(_noRepeat),
            TimeZone = zone,
        };
    }

    /// <summary>The options that mean something only with alerts, of those that are given.</summary>
    public IEnumerable<string> Details(CommandResult result) =>
        new Option[] { _atMost, _overflow, _repeat, _noRepeat }.Where(option => result.GetResult(option) is { Implicit: false }).Select(option => option.Name);

    private void Validate(CommandResult result)
    {
        if (result.GetValue(_alerts) && result.GetValue(_noAlerts))
        {
            result.AddError("--alerts and --no-alerts cannot both be meant: give one of them.");
        }

        if (result.GetValue(_atMost) is { } most && most != "any" && AtMost(most) is not (>= 1 and <= AlertPolicy.MostAnHour))
        {
            result.AddError($"--at-most is '{most}'; expected a number from 1 to {AlertPolicy.MostAnHour}, or 'any'.");
        }
    }

    private static int? AtMost(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? most : null;
}
