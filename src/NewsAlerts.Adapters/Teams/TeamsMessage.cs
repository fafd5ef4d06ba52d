using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsAlerts.Adapters.Chats;
using NewsAlerts.Digesting;
using NewsAlerts.Web.Mail;

namespace NewsAlerts.Adapters.Teams;

/// <summary>
/// A digest as an Adaptive Card in the envelope that a Teams workflow takes: docs/formats.md, "Microsoft Teams". All text stands in text
/// runs, in which Teams recognises no Markdown, unlike in text blocks: nothing in an article can become a link, a list or a heading.
/// </summary>
public sealed record TeamsMessage
{
    /// <summary>
    /// Most bytes of the request. Teams says 28 KB (learn.microsoft.com, "Create incoming webhooks"), and answers 413 from about 21 KB on
    /// for what it wraps around the message (as the gem msteams_hermes found).
    /// </summary>
    public const int MaxBytes = 20_000;

    public string Type { get; } = "message";

    public required IReadOnlyList<TeamsAttachment> Attachments { get; init; }

    /// <summary>The richest message that fits.</summary>
    /// <param name="digest">The digest.</param>
    /// <param name="page">Where the whole of it can be read; null for nowhere.</param>
    public static TeamsMessage Of(Digest digest, Uri? page = null) => ChatView.Richest(digest, page, Of, message => message.ToBytes().Length <= MaxBytes);

    /// <summary>A word about a subscription.</summary>
    internal static TeamsMessage Of(ChatNotice notice) => Of(
        notice.Notification,
        [
            new CardElement.RichTextBlock([new(notice.Title) { Size = "large", Weight = "bolder" }]),
            new CardElement.RichTextBlock([new(notice.Subscription) { IsSubtle = true }]) { Spacing = "none" },
            .. notice.Paragraphs.Select(paragraph => new CardElement.RichTextBlock([new(paragraph)])),
            Below(notice.Reference),
        ]);

    /// <summary>The body, in UTF-8.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, TeamsJson.Readable.TeamsMessage);

    private static TeamsMessage Of(ChatView view) => Of(
        view.Notification,
        [
            new CardElement.RichTextBlock([new(view.Title) { Size = "large", Weight = "bolder" }]),
            new CardElement.RichTextBlock([new(view.Occasion) { IsSubtle = true, Color = view.IsAlert ? "attention" : null }]) { Spacing = "none" },
            .. view.Full.Select(Full),
            .. Brief(view),
            Below(view.Reference),
        ]);

    private static TeamsMessage Of(string notification, IReadOnlyList<CardElement> body) => new()
    {
        Attachments = [new TeamsAttachment(new AdaptiveCard { FallbackText = TextRun.Plain(notification), Body = body })],
    };

    private static CardElement.RichTextBlock Below(string reference) =>
        new([new($"NewsAlerts · {reference}") { Size = "small", IsSubtle = true }]) { Separator = true };

    private static CardElement Full(ChatItem item) => new CardElement.Container(
    [
        new CardElement.RichTextBlock([Linked(item.Headline, item.Url, weight: "bolder")]),
        .. Line(item.Origin is { } origin ? new TextRun(origin) { Size = "small", IsSubtle = true } : null),
        .. item.Points.Select(Point),
        .. Line(item.MorePoints is { } more ? new TextRun(more) { IsSubtle = true } : null),
        .. item.Notes.SelectMany(note => Line(new TextRun(note) { IsSubtle = true, Italic = true })),
    ])
    {
        Separator = true,
        Rtl = item.RightToLeft ? true : null,
    };

    private static CardElement.RichTextBlock Point(PointView point) => new(
        point.Quotes is []
            ? [new("• " + point.Text)]
            : [new("• " + point.Text + " "), new(string.Join(" ", point.Quotes)) { Italic = true, IsSubtle = true }])
    {
        Spacing = "small",
    };

    private static IEnumerable<CardElement> Brief(ChatView view)
    {
        if (view.Brief.Count > 0)
        {
            yield return new CardElement.RichTextBlock([new("Also in this issue") { Weight = "bolder" }]) { Separator = true };
            foreach (var item in view.Brief)
            {
                var headline = Linked(item.Headline, ChatLink.Of(item));
                yield return new CardElement.RichTextBlock(
                    (item.Source ?? item.Host) is { } source ? [new("• "), headline, new("  " + source) { IsSubtle = true }] : [new("• "), headline])
                {
                    Spacing = "small",
                };
            }
        }

        if (view.More is { } more)
        {
            yield return new CardElement.RichTextBlock(
                view.IssueUrl is { } url ? [new(more + " "), Linked(ChatView.IssueLabel, url)] : [new(more)]);
        }
    }

    private static TextRun Linked(string text, string? url, string? weight = null) =>
        new(text) { Weight = weight, SelectAction = url is null ? null : new OpenUrl(url) };

    private static IEnumerable<CardElement> Line(TextRun? run) => run is null ? [] : [new CardElement.RichTextBlock([run]) { Spacing = "none" }];
}

/// <param name="Content">The card.</param>
public sealed record TeamsAttachment(AdaptiveCard Content)
{
    [JsonPropertyOrder(-2)]
    public string ContentType { get; } = "application/vnd.microsoft.card.adaptive";

    /// <summary>Null as in every example of Microsoft's.</summary>
    [JsonPropertyOrder(-1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? ContentUrl { get; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TeamsMessage))]
internal sealed partial class TeamsJson : JsonSerializerContext
{
    /// <summary>Letters stay letters: the body is no web page, and an escape has up to twelve bytes.</summary>
    public static TeamsJson Readable => field ??= new(new JsonSerializerOptions(s_defaultOptions) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
