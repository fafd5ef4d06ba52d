using System.Globalization;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Routing;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Subscriptions;

/// <summary>How a subscription is shown; never with its secret, but for the one time that it is new.</summary>
internal static class SubscriptionView
{
    public static string Destination(Subscription subscription) => Palette.Plain(subscription.Channel.Destination);

    /// <summary>When it is sent something, in one line.</summary>
    public static string Schedule(Subscription subscription) => (subscription.Schedule, subscription.Alerts) switch
    {
        _ when subscription.Standing == Standing.Unconfirmed => $"[{Palette.Warn}]not confirmed[/]",
        ({ } schedule, null) => Schedule(schedule),
        ({ } schedule, _) => $"alerts, and {Schedule(schedule)}",
        _ => "alerts",
    };

    /// <summary>"at most 5 an hour, the rest in a round-up".</summary>
    public static string Alerts(AlertPolicy alerts)
    {
        var most = alerts.AtMostAnHour is { } number
            ? $"at most {number.ToString(CultureInfo.InvariantCulture)} an hour, the rest in {Where(alerts.Overflow)}"
            : "as many as there are";
        return alerts.Repeat ? $"{most}; all again in the digest" : most;
    }

    /// <summary>All that says when it is sent what.</summary>
    public static Grid AddSettings(Grid facts, Subscription subscription, TimeProvider time)
    {
        void Row(string label, string? value)
        {
            if (value is not null)
            {
                facts.Fact(Palette.Quiet(label), value);
            }
        }

        Row("unconfirmed", subscription is { Removed: null, Standing: Standing.Unconfirmed }
            ? $"[{Palette.Warn}]its address has not said yes: nothing is sent before[/]"
            : null);
        Row("schedule", subscription.Schedule is { } schedule ? Schedule(schedule) : null);
        Row("alerts", subscription.Alerts is { } alerts ? Alerts(alerts) : null);
        Row("quiet", subscription.Quiet is { } quiet
            ? $"{Palette.Plain(QuietHoursText.Format(quiet))} {Palette.Quiet(quiet.TimeZone)}{(subscription.Alerts is null ? "" : $", alerts in {Where(quiet.Policy)} after")}"
            : null);
        Row("languages", subscription.Languages.Count > 0 ? string.Join(", ", subscription.Languages.Select(Palette.Plain)) : null);
        Row("limit", subscription.MaxItems is { } most ? $"{Wording.Count(most, "article")} a digest, the rest counted and linked" : null);
        Row("paused", subscription.Pause is { } pause && pause.Includes(time.GetUtcNow())
            ? $"[{Palette.Warn}]{(pause.Until is { } until ? $"until {time.Local(until)}" : "until it is resumed")}{(pause.IsOperators ? "" : ", by the reader")}[/]"
            : null);
        return facts;
    }

    /// <summary>The rule as it was written; quiet words where there is none.</summary>
    public static string Rule(Subscription subscription) => subscription.Rule is { } rule ? Palette.Plain(rule.ToString()) : Palette.Quiet("every article");

    public static SubscriptionJson Json(Subscription subscription, DateTimeOffset? due, int? pending, WebhookSecret? secret = null) => new(
        subscription.Id.ToString(),
        subscription.Name,
        subscription.Channel.Kind,
        subscription.Channel.Destination,
        subscription.Rule?.ToString(),
        subscription.Schedule?.Cron,
        subscription.Schedule?.Words,
        subscription.TimeZone,
        subscription.Alerts,
        subscription.Quiet,
        subscription.Pause,
        subscription.Languages.Count > 0 ? subscription.Languages : null,
        subscription.MaxItems,
        subscription.Created,
        subscription.Removed,
        due,
        pending,
        Held: null,
        Preview: null,
        secret?.Reveal())
    {
        Standing = subscription.Standing.ToString().ToLowerInvariant(),
        DisabledBecause = subscription.DisabledBecause,
        NoticeBy = subscription.NoticeTo?.Kind,
        NoticeTo = subscription.NoticeTo?.Destination,
    };

    private static string Schedule(Schedule schedule) => $"{Palette.Plain(schedule.Words ?? schedule.Cron)} {Palette.Quiet(schedule.TimeZone)}";

    private static string Where(HeldArticles held) => held is HeldArticles.Digest ? "the digest" : "a round-up";
}
