using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsAlerts.Adapters.Chats;
using NewsAlerts.Digesting;
using NewsAlerts.Web.Mail;

namespace NewsAlerts.Adapters.Discord;

/// <summary>
/// A digest as a Discord message: docs/formats.md, "Discord". An embed an item, one for the headlines. Limits from docs.discord.com,
/// "Execute Webhook" and "Embed Limits"; counted in UTF-16 code units, which are never fewer than what Discord counts.
/// </summary>
public sealed record DiscordMessage
{
    public const int MaxContent = 2_000;
    public const int MaxEmbeds = 10;

    /// <summary>Most characters of titles, descriptions, authors and footers, in all embeds together.</summary>
    public const int MaxText = 6_000;

    public required string Content { get; init; }

    public required IReadOnlyList<DiscordEmbed> Embeds { get; init; }

    /// <summary>Nobody is ever mentioned.</summary>
    public AllowedMentions AllowedMentions { get; } = new([]);

    /// <summary>The richest message that fits.</summary>
    /// <param name="digest">The digest.</param>
    /// <param name="page">Where the whole of it can be read; null for nowhere.</param>
    public static DiscordMessage Of(Digest digest, Uri? page = null) => ChatView.Richest(digest, page, Of, message => message.Fits());

    /// <summary>A word about a subscription.</summary>
    internal static DiscordMessage Of(ChatNotice notice) => new()
    {
        Content = $"**{DiscordText.Escaped(notice.Subscription)}**",
        Embeds =
        [
            new DiscordEmbed
            {
                Title = DiscordText.Clipped(notice.Title, DiscordEmbed.MaxTitle),
                Description = string.Join("\n\n", notice.Paragraphs.Select(DiscordText.Escaped)),
                Footer = new($"NewsAlerts · {notice.Reference}"),
            },
        ],
    };

    /// <summary>The body, in UTF-8.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, DiscordJson.Readable.DiscordMessage);

    private bool Fits() =>
        Content.Length <= MaxContent && Embeds.Count <= MaxEmbeds && Embeds.Sum(embed => embed.TextLength) <= MaxText && Embeds.All(embed => embed.Fits());

    private static DiscordMessage Of(ChatView view) => new()
    {
        Content = $"**{DiscordText.Escaped(view.Title)}**\n{view.Occasion}",
        Embeds = [.. view.Full.Select((item, number) => Full(item, view, number)), .. Brief(view)],
    };

    private static DiscordEmbed Full(ChatItem item, ChatView view, int number) => new()
    {
        Author = item.Source is { } source ? new(source) : null,
        Title = DiscordText.Clipped(item.Headline, DiscordEmbed.MaxTitle),
        Url = item.Url,
        Description = string.Join('\n', [.. item.Points.Select(Point), .. new[] { item.MorePoints }.OfType<string>(), .. item.Notes.Select(note => $"*{DiscordText.Escaped(note)}*")]),
        Footer = (item.Facts, Last: number == view.Full.Count - 1 && view.Brief.Count == 0 && view.More is null) switch
        {
            ({ } facts, true) => new($"{facts} · {Issue(view)}"),
            ({ } facts, false) => new(facts),
            (null, true) => new(Issue(view)),
            _ => null,
        },
    };

    private static string Point(PointView point) =>
        $"- {DiscordText.Escaped(point.Text)}{string.Concat(point.Quotes.Select(quote => $"\n  *{DiscordText.Escaped(quote)}*"))}";

    private static IEnumerable<DiscordEmbed> Brief(ChatView view)
    {
        if (view.Brief.Count == 0 && view.More is null)
        {
            yield break;
        }

        yield return new DiscordEmbed
        {
            Title = view.Brief.Count > 0 ? "Also in this issue" : null,
            Description = string.Join('\n', [.. view.Brief.Select(Headline), .. new[] { More(view) }.OfType<string>()]),
            Footer = new(Issue(view)),
        };
    }

    private static string? More(ChatView view) =>
        view.IssueUrl is { } url ? $"{view.More} [{ChatView.IssueLabel}]({DiscordText.Address(url)})" : view.More;

    private static string Headline(ItemView item)
    {
        var headline = DiscordText.Escaped(item.Headline);
        var linked = ChatLink.Of(item) is { } url ? $"[{headline}]({DiscordText.Address(url)})" : headline;
        return (item.Source ?? item.Host) is { } source ? $"- {linked}  {DiscordText.Escaped(source)}" : $"- {linked}";
    }

    private static string Issue(ChatView view) => $"NewsAlerts · {view.Reference}";
}

/// <summary>An embed, of what is used here.</summary>
public sealed record DiscordEmbed
{
    public const int MaxAuthor = 256;
    public const int MaxTitle = 256;
    public const int MaxDescription = 4_096;
    public const int MaxFooter = 2_048;

    /// <summary>Plain text.</summary>
    public DiscordName? Author { get; init; }

    /// <summary>Markdown.</summary>
    public string? Title { get; init; }

    /// <summary>Where the title leads.</summary>
    public string? Url { get; init; }

    /// <summary>Markdown.</summary>
    public required string Description { get; init; }

    /// <summary>Plain text.</summary>
    public DiscordFooter? Footer { get; init; }

    [JsonIgnore]
    public int TextLength => (Author?.Name.Length ?? 0) + (Title?.Length ?? 0) + Description.Length + (Footer?.Text.Length ?? 0);

    internal bool Fits() =>
        (Author?.Name.Length ?? 0) <= MaxAuthor && (Title?.Length ?? 0) <= MaxTitle && Description.Length <= MaxDescription && (Footer?.Text.Length ?? 0) <= MaxFooter;
}

public sealed record DiscordName(string Name);

public sealed record DiscordFooter(string Text);

/// <param name="Parse">The kinds of mentions that are looked for in the text.</param>
public sealed record AllowedMentions(IReadOnlyList<string> Parse);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DiscordMessage))]
internal sealed partial class DiscordJson : JsonSerializerContext
{
    /// <summary>Letters stay letters: the body is no web page.</summary>
    public static DiscordJson Readable => field ??= new(new JsonSerializerOptions(s_defaultOptions) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
