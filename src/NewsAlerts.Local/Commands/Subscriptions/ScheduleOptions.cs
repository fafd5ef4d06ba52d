using System.CommandLine;
using System.CommandLine.Parsing;
using NewsAlerts.Routing;

namespace NewsAlerts.Local.Commands.Subscriptions;

/// <summary>The options that say when a subscription's digests come.</summary>
internal sealed class ScheduleOptions
{
    private const string Default = "daily 07:30";
    private const string None = "none";

    private readonly TimeProvider _time;

    private readonly Option<string?> _schedule;
    private readonly Option<string?> _timeZone;

    private readonly Option<string?> _cron = new("--cron")
    {
        Description = "The same as five fields: minute hour day month weekday.",
        HelpName = "CRON",
    };

    /// <param name="time">Whose zone is this machine's.</param>
    /// <param name="isNew">Whether the subscription is: then what is not given has a default.</param>
    public ScheduleOptions(TimeProvider time, bool isNew)
    {
        _time = time;
        _schedule = new("--schedule")
        {
            Description = "When its digests come: daily 07:30 18:00, weekdays 07:30, weekly mon 08:00, monthly 1 08:00, hourly, hourly :15, or cron; "
                + $"with a time zone behind it or without. 'none' for alerts only.{(isNew ? $" Default: {Default}, and none with --alerts." : "")}",
            HelpName = "WHEN",
        };
        _timeZone = new("--time-zone")
        {
            Description = $"The IANA time zone of all that has none of its own, such as Europe/Berlin.{(isNew ? " Default: this machine's." : "")}",
            HelpName = "ZONE",
        };
    }

    public void AddTo(Command command)
    {
        command.Add(_schedule);
        command.Add(_cron);
        command.Add(_timeZone);
        command.Validators.Add(Validate);
    }

    /// <summary>Whether any of them is given.</summary>
    public bool AreGiven(CommandResult result) => result.GetResult(_schedule) is not null || result.GetResult(_cron) is not null || result.GetResult(_timeZone) is not null;

    /// <summary>Whether there is to be no schedule.</summary>
    public bool SaysNone(CommandResult result) => result.GetValue(_schedule) == None;

    /// <summary>The schedule of a new subscription.</summary>
    public Schedule? Read(CommandResult result, bool hasAlerts)
    {
        var text = result.GetValue(_schedule) ?? result.GetValue(_cron) ?? (hasAlerts ? None : Default);
        return text == None ? null : Schedule.Read(text, Zone(result));
    }

    /// <summary>What these options make of a schedule.</summary>
    public Schedule? Change(CommandResult result, Schedule? before, string zone) => (result.GetValue(_schedule) ?? result.GetValue(_cron), result.GetValue(_timeZone)) switch
    {
        (None, _) => null,
        ({ } text, var other) => Schedule.Read(text, other ?? zone),
        (null, { } other) when before is not null => new Schedule(before.Cron, other, before.Words),
        _ => before,
    };

    /// <summary>The time zone that was asked for; null where none was.</summary>
    public string? GivenZone(CommandResult result) => result.GetValue(_timeZone);

    /// <summary>The time zone of what has none of its own.</summary>
    public string Zone(CommandResult result) => result.GetValue(_timeZone) ?? ZoneOf(_time.LocalTimeZone);

    private void Validate(CommandResult result)
    {
        if (result.GetResult(_schedule) is not null && result.GetResult(_cron) is not null)
        {
            result.AddError("--schedule and --cron say the same thing: give one of them.");
        }

        // A zone of its own in --schedule does not excuse a wrong --time-zone.
        if ((Complaint(() => new Schedule("0 0 * * *", Zone(result))) ?? Complaint(() => Read(result, hasAlerts: false))) is { } error)
        {
            result.AddError(error);
        }
    }

    private static string? Complaint(Func<Schedule?> read)
    {
        try
        {
            _ = read();
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
