using Microsoft.AspNetCore.Http;
using NewsAlerts.Routing;
using NewsAlerts.Subscribing;

namespace NewsAlerts.Web.Readers;

/// <summary>Ends a pause that is not an operator's: GET shows a button, POST does it, and does nothing more when it comes again.</summary>
public sealed class ResumePage(ReaderPages pages, ISubscriptions subscriptions, SubscriptionPause pause, TimeProvider time)
{
    public Task<IResult> AnswerAsync(HttpRequest request, string? token, CancellationToken cancellationToken) =>
        pages.AnswerAsync(ReaderAction.Resume, request, token, (read, does) => AnswerAsync(read.SubscriptionId, does, cancellationToken));

    private async Task<PageView> AnswerAsync(SubscriptionId id, bool does, CancellationToken cancellationToken)
    {
        // One that is not there looks like one that is not sent anything anyway: the page tells nobody which ids there are.
        if (await subscriptions.FindAsync(id, cancellationToken) is not { Removed: null, Standing: Standing.Active } subscription)
        {
            return NothingToResume;
        }

        if (does)
        {
            return await pause.ResumeAsync(id, PausedBy.Reader, cancellationToken) is { Subscription.Standing: Standing.Active } resumed
                ? PauseOf(resumed.Subscription) is { } left
                    ? PausedPage.OfOperator(resumed.Subscription, left)
                    : GoesOn("These mails go on", resumed.Subscription, resumed.Due, resumed.Started > 0 ? "What waited for the end of the pause is on its way." : Kept)
                : NothingToResume;
        }

        return PauseOf(subscription) switch
        {
            { IsOperators: true } paused => PausedPage.OfOperator(subscription, paused),
            { } paused => new PageView
            {
                Title = "Resume these mails?",
                Name = PausedPage.NameOf(subscription),
                Paragraphs = [PausedPage.Until(subscription, paused)],
                Buttons = [new(PausedPage.Resume)],
            },
            null => GoesOn("These mails are not paused", subscription, await subscriptions.FindDueAsync(id, cancellationToken)),
        };
    }

    private Pause? PauseOf(Subscription subscription) => subscription.Pause?.Includes(time.GetUtcNow()) == true ? subscription.Pause : null;

    private const string Kept = "What came in during the pause is not lost: it is in the first mail.";

    private static PageView GoesOn(string title, Subscription subscription, DateTimeOffset? due, params string[] meanwhile) => new()
    {
        Title = title,
        Name = PausedPage.NameOf(subscription),
        Paragraphs =
        [
            due is { } next
                ? $"The next mail is due on {PausedPage.Written(next, subscription.TimeZone)}, if there is anything to tell by then."
                : "The next mail comes when there is something to tell.",
            .. meanwhile,
        ],
    };

    private static PageView NothingToResume { get; } = new()
    {
        Title = "There is nothing to resume",
        Paragraphs = ["Nothing of this subscription is sent to you at present."],
    };
}
