using Microsoft.AspNetCore.Http;
using NewsAlerts.Routing;
using NewsAlerts.Subscribing;
using NewsAlerts.Web.Mail;

namespace NewsAlerts.Web.Readers;

/// <summary>Ends a subscription: GET shows a button, POST does it.</summary>
public sealed class UnsubscribePage(ReaderPages pages, ISubscriptions subscriptions, SubscriptionRemoval removal)
{
    public Task<IResult> AnswerAsync(HttpRequest request, string? token, CancellationToken cancellationToken) =>
        pages.AnswerAsync(ReaderAction.Unsubscribe, request, token, (read, does) => AnswerAsync(read.SubscriptionId, does, cancellationToken));

    private async Task<PageView> AnswerAsync(SubscriptionId id, bool does, CancellationToken cancellationToken)
    {
        // One that is not there looks like one that was just ended: the page tells nobody which ids there are.
        if (await subscriptions.FindAsync(id, cancellationToken) is not { Removed: null } subscription)
        {
            return Done;
        }

        if (does)
        {
            await removal.RemoveAsync(id, cancellationToken);
            return Done;
        }

        return new PageView
        {
            Title = "Stop these mails?",
            Name = DisplayText.Line(subscription.Name, 100),
            Paragraphs = ["Nothing more of this is sent to you after you press the button."],
            Buttons = [new("Unsubscribe")],
        };
    }

    private static PageView Done { get; } = new()
    {
        Title = "You are unsubscribed",
        Paragraphs = ["Nothing more of this subscription is sent to you. A mail that was already on its way may still arrive."],
    };
}
