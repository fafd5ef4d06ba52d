using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsAlerts.Adapters.Chats;
using NewsAlerts.Digesting;
using NewsAlerts.Web.Mail;

namespace NewsAlerts.Adapters.Slack;

/// <summary>
/// A digest as a Slack message: docs/formats.md, "Slack". What comes from articles stands in rich text and plain text only, which Slack
/// shows as it is: no mark-up, mention, emoji or address in it is ever recognised, so there is nothing to escape.
/// </summary>
public sealed record SlackMessage
{
    /// <summary>
    /// Most characters of text in all blocks together. Slack documents none but refuses with <c>msg_blocks_too_long</c> somewhere between
    /// 9,597 and 11,341 (slackapi/bolt-js issues 2509 and 2867).
    /// </summary>
    public const int MaxText = 9_000;

    /// <summary>Most characters of the blocks' JSON: 15,561 were accepted and 17,694 refused (the same issues).</summary>
    public const int MaxJson = 15_000;

    /// <summary>What notifications show: mrkdwn, so <c>&amp;</c>, <c>&lt;</c> and <c>&gt;</c> are escaped (docs.slack.dev, "Formatting message text").</summary>
    public required string Text { get; init; }

    /// <summary>Whether <see cref="Text"/> may have mark-up.</summary>
    public bool Mrkdwn { get; init; }

    /// <summary>Whether Slack fetches the articles to show previews.</summary>
    public bool UnfurlLinks { get; init; }

    public bool UnfurlMedia { get; init; }

    public required IReadOnlyList<SlackBlock> Blocks { get; init; }

    /// <summary>The richest message that fits.</summary>
    /// <param name="digest">The digest.</param>
    /// <param name="page">Where the whole of it can be read; null for nowhere.</param>
    public static SlackMessage Of(Digest digest, Uri? page = null) => ChatView.Richest(digest, page, Of, message => message.Fits());

    /// <summary>A word about a subscription.</summary>
    internal static SlackMessage Of(ChatNotice notice) => new()
    {
        Text = Escaped(notice.Notification),
        Blocks =
        [
            new SlackBlock.Header(new(notice.Title)),
            new SlackBlock.Context([new(notice.Subscription)]),
            new SlackBlock.RichText([.. notice.Paragraphs.Select(paragraph => new SlackRichText.Section([new SlackText.Run(paragraph + "\n")]))]),
            new SlackBlock.Context([new($"NewsAlerts · {notice.Reference}")]),
        ],
    };

    /// <summary>The body, in UTF-8.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, SlackJson.Readable.SlackMessage);

    private bool Fits() =>
        Blocks.Sum(block => block.TextLength) <= MaxText && JsonSerializer.Serialize(Blocks, SlackJson.Readable.IReadOnlyListSlackBlock).Length <= MaxJson;

    private static SlackMessage Of(ChatView view) => new()
    {
        Text = Escaped(view.Notification),
        Blocks =
        [
            new SlackBlock.Header(new(view.Title)),
            new SlackBlock.Context([new(view.Occasion)]),
            new SlackBlock.Divider(),
            .. view.Full.Select(Full),
            .. Brief(view),
            new SlackBlock.Context([new($"NewsAlerts · {view.Reference}")]),
        ],
    };

    private static SlackBlock Full(ChatItem item)
    {
        List<SlackText> head = [Linked(item.Headline, item.Url, new(Bold: true))];
        if (item.Origin is { } origin)
        {
            head.Add(new SlackText.Run("\n" + origin));
        }

        List<SlackRichText> parts =
        [
            new SlackRichText.Section(head),
            new SlackRichText.List("bullet", [.. item.Points.Select(Point)]),
        ];
        string[] remarks = [.. new[] { item.MorePoints }.OfType<string>(), .. item.Notes];
        if (remarks.Length > 0)
        {
            parts.Add(new SlackRichText.Section([new SlackText.Run(string.Join("\n", remarks), new(Italic: true))]));
        }

        return new SlackBlock.RichText(parts);
    }

    private static SlackRichText Point(PointView point) => new SlackRichText.Section(
        point.Quotes is []
            ? [new SlackText.Run(point.Text)]
            : [new SlackText.Run(point.Text + "\n"), new SlackText.Run(string.Join("\n", point.Quotes), new(Italic: true))]);

    private static IEnumerable<SlackBlock> Brief(ChatView view)
    {
        List<SlackRichText> parts = [];
        if (view.Brief.Count > 0)
        {
            parts.Add(new SlackRichText.Section([new SlackText.Run("Also in this issue", new(Bold: true))]));
            parts.Add(new SlackRichText.List("bullet", [.. view.Brief.Select(Headline)]));
        }

        if (view.More is { } more)
        {
            parts.Add(new SlackRichText.Section(
                view.IssueUrl is { } url ? [new SlackText.Run(more + " "), new SlackText.Link(url, ChatView.IssueLabel)] : [new SlackText.Run(more)]));
        }

        return parts.Count == 0 ? [] : [new SlackBlock.Divider(), new SlackBlock.RichText(parts)];
    }

    private static SlackRichText Headline(ItemView item)
    {
        var headline = Linked(item.Headline, ChatLink.Of(item));
        return new SlackRichText.Section((item.Source ?? item.Host) is { } source ? [headline, new SlackText.Run("  " + source)] : [headline]);
    }

    private static SlackText Linked(string text, string? url, SlackStyle? style = null) =>
        url is null ? new SlackText.Run(text, style) : new SlackText.Link(url, text, style);

    private static string Escaped(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SlackMessage))]
[JsonSerializable(typeof(IReadOnlyList<SlackBlock>))]
internal sealed partial class SlackJson : JsonSerializerContext
{
    /// <summary>Letters stay letters: the body is no web page, and every escape counts against what Slack takes.</summary>
    public static SlackJson Readable => field ??= new(new JsonSerializerOptions(s_defaultOptions) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
