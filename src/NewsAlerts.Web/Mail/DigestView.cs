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
    private const int MaxRule = 200;

    /// <summary>What a reader should know about every digest.</summary>
    public const string Caution =
        "Each key point rests on a sentence of its article. Machines condense, and machines err: where it matters, read the article.";

    /// <summary>A digest, an alert or a round-up.</summary>
    public required DigestKind Kind { get; init; }

    public required string Title { get; init; }

    /// <summary>The day of the issue in its readers' zone, in words; an alert's with its time.</summary>
    public required string Day { get; init; }

    /// <summary>What it is, above the title; null for an ordinary digest.</summary>
    public string? Kicker => Kind switch
    {
        DigestKind.Alert => "Alert",
        DigestKind.RoundUp => "Round-up",
        _ => null,
    };

    /// <summary>What it brings, in words, such as "3 stories" or "3 held alerts".</summary>
    public required string Count { get; init; }

    /// <summary>Why it comes now, where that needs saying.</summary>
    public string? Intro { get; init; }

    /// <summary>The rule that an alert's story matched; null for any other kind, whose footer names it, and where there is none.</summary>
    public string? Matched { get; init; }

    /// <summary>What a mail client shows beside the subject: what the subject has no room for.</summary>
    public required string Preheader { get; init; }

    /// <summary>The items with their key points; the first is the lead.</summary>
    public required IReadOnlyList<ItemView> Full { get; init; }

    /// <summary>The items after those, a headline and a source each.</summary>
    public required IReadOnlyList<ItemView> Brief { get; init; }

    /// <summary>How many items are in neither list.</summary>
    public required int Unlisted { get; init; }

    /// <summary>What the digest had no room for; null where it holds everything.</summary>
    public RestView? Rest { get; init; }

    public required MailFooter Footer { get; init; }

    /// <summary>Where the whole issue can be read: https or http; null where this installation has no address.</summary>
    public string? IssueUrl { get; init; }

    /// <summary>The way to what is listed briefly here, or only counted; null where everything is here, or there is no way.</summary>
    public ActionView? WholeIssue => IssueUrl is { } url && Brief.Count + Unlisted + (Rest?.Count ?? 0) is > 0 and var more
        ? new ActionView($"Read all {Stories(Full.Count + more)} on one page", url)
        : null;

    /// <summary>The digest with its first items in full and all others briefly.</summary>
    public static DigestView Of(Digest digest, MailFrame frame)
    {
        var due = DueOf(digest).Due;
        List<ItemView> items = [.. ItemsOf(digest, digest.Items)];
        var title = DisplayText.Line(digest.Title, MaxTitle) ?? "News";
        var kind = digest.Id.Kind;
        var rule = DisplayText.Line(digest.Rule, MaxRule);
        return new DigestView
        {
            Kind = kind,
            Title = title,
            Day = kind == DigestKind.Alert ? WrittenDate.Minute(due) : WrittenDate.Day(due),
            Count = kind == DigestKind.RoundUp ? HeldAlerts(items.Count) : Stories(items.Count),
            Intro = kind switch
            {
                DigestKind.Alert => "This has just come in.",
                DigestKind.RoundUp => "These alerts were held back, by quiet hours or by the limit an hour, and come together.",
                _ => null,
            },
            Matched = kind == DigestKind.Alert ? rule : null,
            Preheader = PreheaderOf(items),
            Full = items,
            Brief = [],
            Unlisted = 0,
            Rest = digest.Rest is { } rest ? new RestView(rest.Count, [.. rest.Titles.Select(ItemView.Of)]) : null,
            Footer = frame.Footer(title, ReasonFor(kind), $"issue {digest.Id}") with { Rule = kind == DigestKind.Alert ? null : rule },
            IssueUrl = frame.IssueUrl?.AbsoluteUri,
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
            Rest = Rest is null ? null : Rest with { Items = [.. Rest.Items.TakeLast(brief - Math.Min(brief, briefly.Count))] },
        };
    }

    /// <summary>
    /// The same, shorter and shorter: from what a reader wants to what surely fits. By turns fewer items have their key points and fewer are listed; all
    /// but the first are for very full digests and unusually long texts.
    /// </summary>
    public IEnumerable<DigestView> Shortenings() => Sizes.Select(size => Shortened(size.Full, size.Brief));

    private static IEnumerable<(int Full, int Brief)> Sizes =>
        [(DefaultFull, int.MaxValue), (18, int.MaxValue), (18, 120), (12, 120), (12, 60), (6, 60), (3, 60), (3, 20), (1, 20), (1, 0)];

    /// <summary>Articles as a digest's readers see them.</summary>
    internal static IEnumerable<ItemView> ItemsOf(Digest digest, IEnumerable<Summary> articles)
    {
        var (due, zone) = DueOf(digest);
        return articles.Select(article => ItemView.Of(article, due.Year, zone));
    }

    private static (DateTimeOffset Due, TimeZoneInfo Zone) DueOf(Digest digest)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(digest.TimeZone, out var found) ? found : TimeZoneInfo.Utc;
        return (TimeZoneInfo.ConvertTime(digest.Time, zone), zone);
    }

    internal static string HeldAlerts(int count) => count == 1 ? "1 held alert" : $"{count} held alerts";

    private static (string Before, string After) ReasonFor(DigestKind kind) => kind switch
    {
        DigestKind.Alert => ("You get this mail because your subscription ", " alerts as soon as a story comes in."),
        DigestKind.RoundUp => ("You get this mail because your subscription ", " alerts as stories come in, and held these back."),
        _ => ("You get this mail because this address is subscribed to ", "."),
    };

    internal static string Stories(int count) => count == 1 ? "1 story" : $"{count} stories";

    /// <summary>The subject carries the first headline; so here are the others, or what the only article says.</summary>
    private static string PreheaderOf(List<ItemView> items) =>
        items is [{ Points: [var point, ..] }]
            ? DisplayText.Clip(point.Text, MaxPreheader)
            : DisplayText.Clip(string.Join(" · ", items.Skip(1).Take(4).Select(item => item.Headline)), MaxPreheader);
}

/// <summary>What a digest had no room for.</summary>
/// <param name="Count">How many articles.</param>
/// <param name="Items">The latest of them, briefly; perhaps none.</param>
public sealed record RestView(int Count, IReadOnlyList<ItemView> Items)
{
    /// <summary>Such as "And 37 more stories".</summary>
    public string Heading => Count == 1 ? "And 1 more story" : $"And {Count} more stories";

    /// <summary>Which of them are listed; null for all.</summary>
    public string? Remark => Items.Count == Count ? null
        : Items.Count == 0 ? "This issue had no room for them."
        : $"This issue had no room for them; the latest {Items.Count} are listed.";
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

    /// <summary>An article of which only the title is known.</summary>
    internal static ItemView Of(DigestTitle title)
    {
        var url = title.Url is null ? null : AddressOf(title.Url);
        return new ItemView
        {
            Headline = DisplayText.Line(title.Headline, MaxHeadline) ?? "Untitled",
            Points = [],
            Notes = [],
            Source = DisplayText.Line(title.Source, MaxName),
            Byline = null,
            Published = null,
            Url = url,
            Host = url is null ? null : HostOf(title.Url!),
            Language = Script.IsTag(title.Language) ? title.Language : null,
            RightToLeft = Script.RunsToTheLeft(title.Language),
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

    /// <summary>http or https, without a user name, which only serves to look like another host; null where it is anything else, or too long.</summary>
    private static string? AddressOf(Uri url)
    {
        if (url is not { IsAbsoluteUri: true, Scheme: "https" or "http" })
        {
            return null;
        }

        var plain = url.UserInfo.Length == 0 ? url : new UriBuilder(url) { UserName = "", Password = "" }.Uri;
        return plain.AbsoluteUri is { Length: <= MaxUrl } address ? address : null;
    }

    private static string HostOf(Uri url) => url.IdnHost.StartsWith("www.", StringComparison.Ordinal) ? url.IdnHost[4..] : url.IdnHost;
}

/// <summary>A key point as a reader sees it.</summary>
/// <param name="Text">The statement.</param>
/// <param name="Quotes">The words of the article that it rests on, each sentence's in quotation marks; none where they are the statement itself.</param>
public sealed record PointView(string Text, IReadOnlyList<string> Quotes);
