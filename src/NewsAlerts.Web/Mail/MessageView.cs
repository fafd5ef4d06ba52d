using System.Globalization;
using NewsAlerts.Delivering;
using NewsAlerts.Routing;

namespace NewsAlerts.Web.Mail;

/// <summary>What a reader sees of a message without articles, every word of it fit to be shown.</summary>
public sealed record MessageView
{
    private const int MaxTitle = 100;
    private const int MaxName = 100;
    private const int MaxSubject = 120;
    private const int MaxParagraph = 1_000;
    private const int MaxParagraphs = 20;

    /// <summary>One line without control characters.</summary>
    public required string Subject { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>What there is to do; null for nothing.</summary>
    public ActionView? Action { get; init; }

    /// <summary>What is said after <see cref="Action"/>, less loudly.</summary>
    public IReadOnlyList<string> Asides { get; init; } = [];

    public required MailFooter Footer { get; init; }

    /// <summary>The question whether the address wants the subscription.</summary>
    /// <param name="message">The message.</param>
    /// <param name="subscription">What it is about.</param>
    /// <param name="link">Where one says yes.</param>
    /// <param name="frame">What every mail has.</param>
    public static MessageView Of(SubscriptionMessage.Confirmation message, Subscription subscription, Uri link, MailFrame frame)
    {
        var name = NameOf(subscription);
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(subscription.TimeZone, out var found) ? found : TimeZoneInfo.Utc;
        var until = TimeZoneInfo.ConvertTime(message.Expires, zone);
        return new MessageView
        {
            Subject = DisplayText.Clip($"Please confirm: {name}", MaxSubject),
            Title = "Do you want these mails?",
            Paragraphs =
            [
                $"Somebody, probably you, asked for news at this address: the subscription “{name}”. Nothing is sent before you say yes.",
            ],
            Action = new ActionView("Yes, send them to me", link.AbsoluteUri),
            Asides =
            [
                $"The link can be used until {until.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture)} ({subscription.TimeZone}).",
                "If you did not ask for this, there is nothing to do. Without a yes, you get no news from us.",
            ],
            Footer = frame.Footer(name, ("You get this mail because this address was given for the subscription ", "."), $"question {message.Id}"),
        };
    }

    /// <summary>A word to the owner.</summary>
    public static MessageView Of(SubscriptionMessage.Notice message, Subscription subscription, MailFrame frame)
    {
        var name = NameOf(subscription);
        var title = DisplayText.Line(message.Headline, MaxTitle) ?? name;
        return new MessageView
        {
            Subject = DisplayText.Clip($"{name}: {title}", MaxSubject),
            Title = title,
            Paragraphs = [.. message.Paragraphs.Select(paragraph => DisplayText.Line(paragraph, MaxParagraph)).OfType<string>().Take(MaxParagraphs)],
            Footer = frame.Footer(name, ("You get this mail because this address is told about the subscription ", "."), $"notice {message.Id}"),
        };
    }

    private static string NameOf(Subscription subscription) => DisplayText.Line(subscription.Name, MaxName) ?? "News";
}

/// <summary>Something that a reader can do by following a link.</summary>
/// <param name="Label">What the button says.</param>
/// <param name="Url">Where it leads: https or http.</param>
public sealed record ActionView(string Label, string Url);
