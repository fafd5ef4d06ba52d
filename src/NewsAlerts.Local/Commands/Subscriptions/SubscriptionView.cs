using NewsAlerts.Local.Terminal;
using NewsAlerts.Routing;

namespace NewsAlerts.Local.Commands.Subscriptions;

/// <summary>How a subscription is shown; never with its secret, but for the one time that it is new.</summary>
internal static class SubscriptionView
{
    public static string Destination(Subscription subscription) => Palette.Plain(subscription.Channel.Destination);

    public static string Schedule(Subscription subscription) =>
        subscription.Schedule is { } schedule ? $"{Palette.Plain(schedule.Words ?? schedule.Cron)} {Palette.Quiet(schedule.TimeZone)}" : Palette.Quiet("none");

    public static SubscriptionJson Json(Subscription subscription, DateTimeOffset? due, int? pending, WebhookSecret? secret = null) => new(
        subscription.Id.ToString(),
        subscription.Name,
        subscription.Channel.Kind,
        subscription.Channel.Destination,
        subscription.Schedule?.Cron,
        subscription.TimeZone,
        subscription.Created,
        subscription.Removed,
        due,
        pending,
        secret?.Reveal());
}
