using NewsAlerts.Delivering;
using NewsAlerts.Routing;
using NewsAlerts.Web.Mail;

namespace NewsAlerts.Adapters.Chats;

/// <summary>What a chat is told about a subscription: a word to its owner, without articles.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Subscription">The subscription's name.</param>
/// <param name="Notification">Both on one line, for a notification.</param>
/// <param name="Paragraphs">What there is to say; at least one, together at most <see cref="MaxText"/> characters, which every chat takes even if each is escaped.</param>
/// <param name="Reference">What to name when one asks about it.</param>
internal sealed record ChatNotice(string Title, string Subscription, string Notification, IReadOnlyList<string> Paragraphs, string Reference)
{
    public const int MaxText = 2_000;

    public static ChatNotice Of(SubscriptionMessage.Notice notice, Subscription subscription)
    {
        var view = MessageView.Of(notice, subscription, MailFrame.Bare);
        return new ChatNotice(view.Title, view.Footer.Name, view.Subject, [.. Fitting(view.Paragraphs is [] ? [view.Title] : view.Paragraphs)], view.Footer.Reference);
    }

    private static IEnumerable<string> Fitting(IEnumerable<string> paragraphs)
    {
        var left = MaxText;
        foreach (var paragraph in paragraphs.TakeWhile(_ => left > 0))
        {
            yield return DisplayText.Clip(paragraph, left);
            left -= paragraph.Length;
        }
    }
}
