using NewsAlerts.Digesting;
using NewsAlerts.Web.Mail;

namespace NewsAlerts.Adapters.Chats;

/// <summary>
/// What a chat's readers see of a digest: one message, never several. The first items have their key points, the next are headlines,
/// the rest are counted: a channel that is flooded is a channel that is muted, and what is one message cannot arrive by halves.
/// </summary>
internal sealed record ChatView
{
    /// <summary>Most items with their key points; a Discord message has 10 embeds, of which one is for the headlines.</summary>
    public const int MostFull = 9;

    /// <summary>The subscription's name.</summary>
    public required string Title { get; init; }

    /// <summary>What the message is, and of when, such as "Monday, 23 November 2026 · 5 stories".</summary>
    public required string Occasion { get; init; }

    /// <summary>One line for a notification.</summary>
    public required string Notification { get; init; }

    public required bool IsAlert { get; init; }

    public required IReadOnlyList<ChatItem> Full { get; init; }

    /// <summary>The items after those, a headline and a source each.</summary>
    public required IReadOnlyList<ItemView> Brief { get; init; }

    /// <summary>How many articles are in neither list, whether the message or the digest had no room for them, in words; null where none are.</summary>
    public required string? More { get; init; }

    /// <summary>Where the whole issue can be read, where some of it is only counted; null for nowhere.</summary>
    public required string? IssueUrl { get; init; }

    /// <summary>What the link there says.</summary>
    public const string IssueLabel = "Read the whole issue";

    /// <summary>The digest's id, in words: the same digest sent twice can be told by it.</summary>
    public required string Reference { get; init; }

    /// <summary>The richest message that fits.</summary>
    /// <param name="digest">The digest.</param>
    /// <param name="page">Where the whole of it can be read; null for nowhere.</param>
    /// <param name="make">Makes the message of a view.</param>
    /// <param name="fits">Whether the chat takes it.</param>
    /// <exception cref="InvalidOperationException">Not even one key point of one item fits.</exception>
    public static T Richest<T>(Digest digest, Uri? page, Func<ChatView, T> make, Func<T, bool> fits)
    {
        var whole = DigestView.Of(digest, MailFrame.Bare with { IssueUrl = page });
        foreach (var (full, points, brief) in Sizes)
        {
            var message = make(Of(whole.Shortened(full, brief), points));
            if (fits(message))
            {
                return message;
            }
        }

        throw new InvalidOperationException("Not even one key point fits into a message: the limits of what is shown are too wide.");
    }

    /// <summary>Items in full, key points of each, headlines after them: from what a reader wants to what surely fits.</summary>
    private static IEnumerable<(int Full, int Points, int Brief)> Sizes =>
    [
        (MostFull, 5, 25), (MostFull, 5, 15), (MostFull, 5, 8), (7, 5, 12), (6, 3, 12), (5, 3, 10), (5, 3, 5), (4, 3, 5), (3, 3, 5), (2, 3, 3),
        (1, 5, 5), (1, 5, 0), (1, 3, 0), (1, 2, 0), (1, 1, 0),
    ];

    /// <summary>What neither the message nor the digest had room for.</summary>
    private static int Unnamed(DigestView view) => view.Unlisted + (view.Rest is { } rest ? rest.Count - rest.Items.Count : 0);

    private static ChatView Of(DigestView view, int points) => new()
    {
        Title = view.Title,
        Occasion = view.Kind == DigestKind.Alert ? $"Alert · {view.Day}" : $"{view.Day} · {view.Count}",
        Notification = DigestSubject.Of(view),
        IsAlert = view.Kind == DigestKind.Alert,
        Full = [.. view.Full.Select(item => new ChatItem(item, points))],
        Brief = [.. view.Brief, .. view.Rest?.Items ?? []],
        More = Unnamed(view) is > 0 and var more ? $"And {more} more." : null,
        IssueUrl = Unnamed(view) > 0 ? view.IssueUrl : null,
        Reference = view.Footer.Reference,
    };
}

/// <summary>An item with its key points.</summary>
internal sealed class ChatItem(ItemView item, int mostPoints)
{
    public string Headline => item.Headline;

    /// <summary>Where the headline leads; null where there is no address that a chat takes.</summary>
    public string? Url => ChatLink.Of(item);

    public string? Source => item.Source ?? item.Host;

    /// <summary>Who wrote it and when; null where neither is known.</summary>
    public string? Facts => Joined(item.Byline, item.Published);

    /// <summary>Source, author and time on one line; null where nothing is known.</summary>
    public string? Origin => Joined(Source, Facts);

    public IReadOnlyList<PointView> Points { get; } = [.. item.Points.Take(mostPoints)];

    /// <summary>What was left out of the key points, in words; null where nothing was.</summary>
    public string? MorePoints => (item.Points.Count - Points.Count) switch
    {
        0 => null,
        1 => "And 1 more key point.",
        var more => $"And {more} more key points.",
    };

    /// <summary>Remarks on how the summary was made; no more of them than of key points.</summary>
    public IReadOnlyList<string> Notes { get; } = [.. item.Notes.Take(mostPoints)];

    public bool RightToLeft => item.RightToLeft;

    private static string? Joined(params IEnumerable<string?> facts) => string.Join(" · ", facts.OfType<string>()) is { Length: > 0 } line ? line : null;
}
