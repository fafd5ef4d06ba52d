using Microsoft.AspNetCore.Http;
using NewsAlerts.Routing;
using NewsAlerts.Subscribing;
using NewsAlerts.Web.Mail;

namespace NewsAlerts.Web.Readers;

/// <summary>Says yes to a subscription: GET shows a button, POST does it.</summary>
public sealed class ConfirmPage(ReaderPages pages, ISubscriptions subscriptions, Confirmations confirmations, TimeProvider time)
{
    public Task<IResult> AnswerAsync(HttpRequest request, string? token, CancellationToken cancellationToken) =>
        pages.AnswerAsync(ReaderAction.Confirm, request, token, (read, does) => AnswerAsync(read, does, cancellationToken));

    private async Task<PageView> AnswerAsync(ReaderToken token, bool does, CancellationToken cancellationToken)
    {
        // One that is not there looks like one that was confirmed long ago: the page tells nobody which ids there are.
        if (await subscriptions.FindAsync(token.SubscriptionId, cancellationToken) is not { Removed: null, Standing: Standing.Unconfirmed } subscription)
        {
            return NothingLeft;
        }

        if (confirmations.ExpiryOf(token.Issued) <= time.GetUtcNow())
        {
            return Expired;
        }

        var name = DisplayText.Line(subscription.Name, 100);
        if (!does)
        {
            return new PageView
            {
                Title = "Do you want these mails?",
                Name = name,
                Paragraphs = ["Nothing is sent to you before you say yes. Every mail has a link to end them again."],
                Buttons = [new("Yes, send them to me")],
            };
        }

        return await confirmations.ConfirmAsync(token.SubscriptionId, cancellationToken) is null
            ? NothingLeft
            : new PageView
            {
                Title = "You are subscribed",
                Name = name,
                Paragraphs = ["Thank you. What comes in from now on is sent to you. Every mail has a link to end them again."],
            };
    }

    private static PageView NothingLeft { get; } = new()
    {
        Title = "There is nothing left to confirm",
        Paragraphs = ["This link has done its work. If you said yes before, your subscription goes on as it is."],
    };

    private static PageView Expired { get; } = new()
    {
        Title = "This link has expired",
        Status = StatusCodes.Status410Gone,
        Paragraphs = ["It was not used in time, so nothing is sent to you. Whoever offered you these mails can send you a new link."],
    };
}
