using NewsAlerts.Routing;
using NewsAlerts.Web.Mail;

namespace NewsAlerts.Web.Readers;

/// <summary>What the pages about a pause say alike.</summary>
internal static class PausedPage
{
    /// <summary>The button that ends a pause.</summary>
    public const string Resume = "Resume now";

    /// <summary>How long, and who alone may change that.</summary>
    public static string Until(Subscription subscription, Pause pause) => (pause.Until is { } until
        ? $"Nothing of this is sent to you until {Written(until, subscription.TimeZone)}. Then it goes on by itself, with what came in meanwhile."
        : "Nothing of this is sent to you until it is resumed. What comes in meanwhile is kept.")
        + (pause.IsOperators ? " Whoever sends you these mails has paused them, and only they can end the pause earlier." : "");

    /// <summary>The page of a pause that its reader has no say in.</summary>
    public static PageView OfOperator(Subscription subscription, Pause pause) => new()
    {
        Title = "These mails are paused",
        Name = NameOf(subscription),
        Paragraphs = [Until(subscription, pause)],
    };

    /// <summary>Such as "Monday, 23 November 2026, 07:30 (Europe/Berlin)".</summary>
    public static string Written(DateTimeOffset time, string timeZone)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var found) ? found : TimeZoneInfo.Utc;
        return $"{WrittenDate.Minute(TimeZoneInfo.ConvertTime(time, zone))} ({zone.Id})";
    }

    /// <summary>The subscription as its owner calls it; null to name none.</summary>
    public static string? NameOf(Subscription subscription) => DisplayText.Line(subscription.Name, 100);
}
