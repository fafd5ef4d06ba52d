using System.CommandLine;
using System.CommandLine.Parsing;
using NewsAlerts.Routing;

namespace NewsAlerts.Local.Commands.Subscriptions;

/// <summary>The options that say when a subscription is not to be disturbed.</summary>
internal sealed class QuietOptions
{
    /// <summary>Stands in for the real zone while the line is checked.</summary>
    private const string AnyZone = "UTC";

    private readonly Option<string?> _quiet = new("--quiet")
    {
        Description = "When nothing is to be sent: 22:00-07:00, or \"weekdays 22:00-07:00; weekends 22:00-09:00\", with a time zone behind it or without; 'none' for never.",
        HelpName = "HOURS",
    };

    private readonly Option<HeldArticles> _policy =
        Choice.Option("--quiet-policy", "What becomes of alerts meanwhile: one round-up when the quiet ends, or the next digest", HeldArticles.RoundUp);

    /// <param name="isNew">Whether the subscription is: then what is not given has a default.</param>
    public QuietOptions(bool isNew) => _policy.DefaultValueFactory = isNew ? _policy.DefaultValueFactory : null;

    public void AddTo(Command command)
    {
        command.Add(_quiet);
        command.Add(_policy);
        command.Validators.Add(Validate);
    }

    /// <summary>Whether any of them is given.</summary>
    public bool AreGiven(CommandResult result) => HoursAreGiven(result) || PolicyIsGiven(result);

    public bool HoursAreGiven(CommandResult result) => result.GetResult(_quiet) is not null;

    public bool PolicyIsGiven(CommandResult result) => result.GetResult(_policy) is { Implicit: false };

    /// <summary>What these options make of quiet hours.</summary>
    public QuietHours? Change(CommandResult result, QuietHours? before, string zone)
    {
        var policy = PolicyIsGiven(result) ? result.GetValue(_policy) : before?.Policy ?? HeldArticles.RoundUp;
        return result.GetValue(_quiet) switch
        {
            "none" => null,
            { } text => QuietHoursText.Read(text, zone, policy),
            null => before is null ? null : before with { Policy = policy },
        };
    }

    private void Validate(CommandResult result)
    {
        if (result.GetValue(_quiet) is not { } text || text == "none")
        {
            return;
        }

        try
        {
            _ = QuietHoursText.Read(text, AnyZone);
        }
        catch (FormatException ex)
        {
            result.AddError($"--quiet: {ex.Message}");
        }
    }
}
