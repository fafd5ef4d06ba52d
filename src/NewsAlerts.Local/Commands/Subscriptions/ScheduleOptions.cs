using System.CommandLine;
using System.CommandLine.Parsing;
using NewsAlerts.Routing;

namespace NewsAlerts.Local.Commands.Subscriptions;

/// <summary>The options that say when a subscription is sent.</summary>
internal sealed class ScheduleOptions
{
    private const string DefaultCron = "30 7 * * *";

    private readonly TimeProvider _time;

    private readonly Option<string> _cron = new("--cron")
    {
        Description = "When, as five fields: minute hour day month weekday.",
        HelpName = "CRON",
        DefaultValueFactory = _ => DefaultCron,
    };

    private readonly Option<string> _timeZone = new("--time-zone")
    {
        Description = "The IANA time zone of --cron.",
        HelpName = "ZONE",
    };

    public ScheduleOptions(TimeProvider time)
    {
        _time = time;
        _timeZone.DefaultValueFactory = _ => ZoneOf(time.LocalTimeZone);
    }

    public void AddTo(Command command)
    {
        command.Add(_cron);
        command.Add(_timeZone);
        command.Validators.Add(Validate);
    }

    public Schedule Read(ParseResult input) => new(input.GetValue(_cron)!, input.GetValue(_timeZone)!);

    private void Validate(CommandResult result)
    {
        if (ScheduleError(result.GetValue(_cron) ?? DefaultCron, result.GetValue(_timeZone) ?? ZoneOf(_time.LocalTimeZone)) is { } error)
        {
            result.AddError(error);
        }
    }

    private static string? ScheduleError(string cron, string timeZone)
    {
        try
        {
            _ = new Schedule(cron, timeZone);
            return null;
        }
        catch (FormatException ex)
        {
            return ex.Message;
        }
    }

    private static string ZoneOf(TimeZoneInfo zone) =>
        zone.HasIanaId ? zone.Id : TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var iana) ? iana : "UTC";
}
