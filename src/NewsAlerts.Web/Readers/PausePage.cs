using Microsoft.AspNetCore.Http;
using NewsAlerts.Routing;
using NewsAlerts.Subscribing;
using NewsAlerts.Web.Mail;

namespace NewsAlerts.Web.Readers;

/// <summary>Pauses a subscription for a week: GET shows a button, POST does it. The page of a pause has the button that ends it, which is <see cref="ResumePage"/>'s.</summary>
public sealed class PausePage(ReaderPages pages, ReaderTokens tokens, ISubscriptions subscriptions, SubscriptionPause pause, TimeProvider time)
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

        var now = time.GetUtcNow();
        return subscription.Pause switch
        {
            { IsOperators: true } paused when paused.Includes(now) => PausedPage.OfOperator(subscription, paused),
            { } paused when paused.Includes(now) => Paused(subscription, paused, canBeLonger: !does && !paused.Includes(now + SubscriptionPause.Length)),
            _ => new PageView
            {
                Title = "Pause these mails?",
                Name = PausedPage.NameOf(subscription),
                Paragraphs = ["Nothing of this is sent to you for a week from when you press the button. What comes in meanwhile is kept for the first mail after."],
                Buttons = [new(MailFooter.Pause)],
            },
        };
    }

    private PageView Paused(Subscription subscription, Pause paused, bool canBeLonger)
    {
        // From /pause/{token}, whatever stands before that.
        var resume = new PageButton(PausedPage.Resume, $"../{ReaderLinks.ResumePath}/{tokens.Issue(ReaderAction.Resume, subscription.Id, time.GetUtcNow())}", Quiet: true);
        return new PageView
        {
            Title = "These mails are paused",
            Name = PausedPage.NameOf(subscription),
            Paragraphs = [PausedPage.Until(subscription, paused), "A mail that was already on its way may still arrive."],
            Buttons = canBeLonger ? [new(MailFooter.Pause), resume] : [resume],
        };
    }

    private static PageView NothingToPause { get; } = new()
    {
        Title = "There is nothing to pause",
        Paragraphs = ["Nothing of this subscription is sent to you at present."],
    };
}
