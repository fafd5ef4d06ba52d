using Microsoft.AspNetCore.Http;
using NewsAlerts.Routing;
using NewsAlerts.Subscribing;
using NewsAlerts.Web.Mail;

namespace NewsAlerts.Web.Readers;

/// <summary>Pauses a subscription for a week: GET shows a button, POST does it.</summary>
public sealed class PausePage(ReaderPages pages, ISubscriptions subscriptions, SubscriptionPause pause, TimeProvider time)
{
    public Task<IResult> AnswerAsync(HttpRequest request, string? token, CancellationToken cancellationToken) =>
        pages.AnswerAsync(ReaderAction.Pause, request, token, (read, does) => AnswerAsync(read.SubscriptionId, does, cancellationToken));

    private async Task<PageView> AnswerAsync(SubscriptionId id, bool does, CancellationToken cancellationToken)
    {
        var subscription = does
            ? await pause.PauseAsync(id, cancellationToken)
            : await subscriptions.FindAsync(id, cancellationToken);

        // One that is not there looks like one that is not sent anything anyway: the page tells nobody which ids there are.
        if (subscription is not { Removed: null, Standing: Standing.Active })
        {
            return NothingToPause;
        }

        return subscription.Pause is { } paused && paused.Includes(time.GetUtcNow() + (does ? TimeSpan.Zero : SubscriptionPause.Length))
            ? Paused(subscription, paused)
            : new PageView
            {
                Title = "Pause these mails?",
                Name = NameOf(subscription),
                Paragraphs = ["Nothing of this is sent to you for a week from when you press the button. What comes in meanwhile is kept for the first mail after."],
                Button = MailFooter.Pause,
            };
    }

    private static PageView Paused(Subscription subscription, Pause pause) => new()
    {
        Title = "These mails are paused",
        Name = NameOf(subscription),
        Paragraphs =
        [
            pause.Until is { } until
                ? $"Nothing of this is sent to you until {Written(until, subscription.TimeZone)}. Then it goes on by itself, with what came in meanwhile."
                : "Nothing of this is sent to you until whoever runs NewsAlerts ends the pause. What comes in meanwhile is kept.",
            "A mail that was already on its way may still arrive.",
        ],
    };

    private static string Written(DateTimeOffset until, string timeZone)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var found) ? found : TimeZoneInfo.Utc;
        return $"{WrittenDate.Minute(TimeZoneInfo.ConvertTime(until, zone))} ({zone.Id})";
    }

    private static string? NameOf(Subscription subscription) => DisplayText.Line(subscription.Name, 100);

    private static PageView NothingToPause { get; } = new()
    {
        Title = "There is nothing to pause",
        Paragraphs = ["Nothing of this subscription is sent to you at present."],
    };
}
