using NewsAlerts.Local.Terminal;
using NewsAlerts.Routing;

namespace NewsAlerts.Local.Commands.Subscriptions;

/// <summary>How a subscription is shown; never with its secret, but for the one time that it is new.</summary>
internal static class SubscriptionView
{
    public static string Destination(Subscription subscription) => Palette.Plain(subscription.Channel.Destination);

    public static string Schedule(Subscription subscription) =>
        $"{Palette.Plain(subscription.Schedule.Cron)} {Palette.Quiet(subscription.Schedule.TimeZone)}";

    /// <summary>The rule as it was written; quiet words where there is none.</summary>
    public static string Rule(Subscription subscription) => subscription.Rule is { } rule ? Palette.Plain(rule.ToString()) : Palette.Quiet("every article");

    public static SubscriptionJson Json(Subscription subscription, DateTimeOffset? due, int? pending, WebhookSecret? secret = null) => new(
        subscription.Id.ToString(),
        subscription.Name,
        subscription.Channel.Kind,
        subscription.Channel.Destination,
        subscription.Rule?.ToString(),
        subscription.Schedule.Cron,
        subscription.Schedule.TimeZone,
        subscription.Created,
        subscription.Removed,
        due,
        pending,
        secret?.Reveal());
}
