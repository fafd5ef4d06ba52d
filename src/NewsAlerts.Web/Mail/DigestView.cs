using NewsAlerts.Digesting;
using NewsAlerts.Summarizing;

namespace NewsAlerts.Web.Mail;

/// <summary>What a reader sees of a digest: the same words in HTML and in plain text, every one of them fit to be shown.</summary>
public sealed record DigestView
{
    /// <summary>How many articles are shown with their key points. The rest are a headline and a source each.</summary>
    public const int DefaultFull = 25;

    private const int MaxTitle = 100;
    private const int MaxPreheader = 140;

    public required string Title { get; init; }

    /// <summary>The day of the issue in its readers' zone, in words.</summary>
    public required string Day { get; init; }

    /// <summary>How many stories, in words, such as "3 stories".</summary>
    public required string Count { get; init; }

    /// <summary>What a mail client shows beside the subject: what the subject has no room for.</summary>
    public required string Preheader { get; init; }

    /// <summary>The items with their key points; the first is the lead.</summary>
    public required IReadOnlyList<ItemView> Full { get; init; }

    /// <summary>The items after those, a headline and a source each.</summary>
    public required IReadOnlyList<ItemView> Brief { get; init; }

    /// <summary>How many items are in neither list.</summary>
    public required int Unlisted { get; init; }

    /// <summary>The digest's id, for whoever is asked about a mail.</summary>
    public required string Issue { get; init; }

    /// <summary>The digest with its first items in full and all others briefly.</summary>
    public static DigestView Of(Digest digest)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(digest.TimeZone, out var found) ? found : TimeZoneInfo.Utc;
        var due = TimeZoneInfo.ConvertTime(digest.Time, zone);
        List<ItemView> items = [.. digest.Items.Select(item => ItemView.Of(item, due.Year, zone))];
        return new DigestView
        {
            Title = DisplayText.Line(digest.Title, MaxTitle) ?? "News",
            Day = WrittenDate.Day(due),
            Count = Stories(items.Count),
            Preheader = PreheaderOf(items),
            Full = items,
            Brief = [],
            Unlisted = 0,
            Issue = digest.Id.ToString(),
        }.Shortened(DefaultFull, int.MaxValue);
    }

    /// <summary>The same with at most <paramref name="full"/> items in full and <paramref name="brief"/> more after them.</summary>
    public DigestView Shortened(int full, int brief)
    {
        List<ItemView> items = [.. Full, .. Brief];
        List<ItemView> briefly = [.. items.Skip(full).Take(brief)];
        return this with
        {
            Full = [.. items.Take(full)],
            Brief = briefly,
            Unlisted = Unlisted + items.Count - Math.Min(full, items.Count) - briefly.Count,
        };
    }

    internal static string Stories(int count) => count == 1 ? "1 story" : $"{count} stories";

    /// <summary>The subject carries the first headline; so here are the others, or what the only article says.</summary>
    private static string PreheaderOf(List<ItemView> items) =>
        items is [{ Points: [var point, ..] }]
            ? DisplayText.Clip(point.Text, MaxPreheader)
            : DisplayText.Clip(string.Join(" · ", items.Skip(1).Take(4).Select(item => item.Headline)), MaxPreheader);
}

/// <summary>An article in a digest, as a reader sees it.</summary>
public sealed record ItemView
{
    // Far beyond what a summary should have; they keep the worst of mails within what Gmail shows.
    private const int MaxHeadline = 240;
    private const int MaxPoint = 600;
    private const int MaxQuote = 400;
    private const int MaxName = 100;
    private const int MaxUrl = 2_000;

    public required string Headline { get; init; }

    public required IReadOnlyList<PointView> Points { get; init; }

    /// <summary>Remarks on how the summary was made.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    public required string? Source { get; init; }

    public required string? Byline { get; init; }

    /// <summary>When it was published, in words, in the readers' zone.</summary>
    public required string? Published { get; init; }

    /// <summary>The article's address: http or https, and nothing else.</summary>
    public required string? Url { get; init; }

    /// <summary>Where the address really leads, whatever the article calls its source.</summary>
    public required string? Host { get; init; }

    /// <summary>The language as a <c>lang</c> attribute; null where it is not known.</summary>
    public required string? Language { get; init; }

    /// <summary>The language where the mail's own, English, would be wrong.</summary>
    public string? ForeignLanguage => Language == "en" ? null : Language ?? "";

    /// <summary>Whether the language is written from right to left.</summary>
    public required bool RightToLeft { get; init; }

    /// <summary>The value of a <c>dir</c> attribute: a language known to run to the left says so, others are told by their first letter.</summary>
    public string Direction => RightToLeft ? "rtl" : "auto";

    internal static ItemView Of(Summary summary, int year, TimeZoneInfo zone)
    {
        var citation = summary.Citation;
        var url = citation.Url is null ? null : AddressOf(citation.Url);
        return new ItemView
        {
            Headline = DisplayText.Line(summary.Headline, MaxHeadline) ?? DisplayText.Line(citation.Title, MaxHeadline) ?? "Untitled",
            Points = [.. summary.KeyPoints.Select(PointOf).OfType<PointView>()],
            Notes = [.. summary.Notes.Select(note => DisplayText.Line(note, MaxPoint)).OfType<string>().Take(3)],
            Source = DisplayText.Line(citation.Source, MaxName),
            Byline = DisplayText.Line(citation.Byline, MaxName),
            Published = citation.Published is { } published ? WrittenDate.Published(published, year, zone) : null,
            Url = url,
            Host = url is null ? null : HostOf(citation.Url!),
            Language = Script.IsTag(citation.Language) ? citation.Language : null,
            RightToLeft = Script.RunsToTheLeft(citation.Language),
        };
    }

    private static PointView? PointOf(KeyPoint point)
    {
        if (DisplayText.Line(point.Text, MaxPoint) is not { } text)
        {
            return null;
        }

        return new PointView(text, SaysTheSame(point) ? [] : [.. point.AllEvidence.Select(evidence => DisplayText.Line(evidence.Quote, MaxQuote)).OfType<string>().Select(Quoted)]);
    }

    /// <summary>A sentence taken from its evidence, whole or without a dateline, is its own evidence: to quote it again would be noise.</summary>
    private static bool SaysTheSame(KeyPoint point) =>
        Bare(point.Text) is { } text && Bare(point.Evidence.Quote)?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;

    private static string? Bare(string text) => DisplayText.Line(text, MaxPoint)?.Trim('.', ' ', '"', '“', '”');

    /// <summary>A sentence that opens with somebody's words has its marks already.</summary>
    private static string Quoted(string quote) => quote[0] is '"' or '“' or '„' or '«' or '»' or '‹' or '「' or '『' ? quote : $"“{quote}”";

    /// <summary>Without a user name, which only serves to look like another host; null where it is too long to be one.</summary>
    private static string? AddressOf(Uri url)
    {
        var plain = url.UserInfo.Length == 0 ? url : new UriBuilder(url) { UserName = "", Password = "" }.Uri;
        return plain.AbsoluteUri is { Length: <= MaxUrl } address ? address : null;
    }

    private static string HostOf(Uri url) => url.IdnHost.StartsWith("www.", StringComparison.Ordinal) ? url.IdnHost[4..] : url.IdnHost;
}

/// <summary>A key point as a reader sees it.</summary>
/// <param name="Text">The statement.</param>
/// <param name="Quotes">The words of the article that it rests on, each sentence's in quotation marks; none where they are the statement itself.</param>
public sealed record PointView(string Text, IReadOnlyList<string> Quotes);
