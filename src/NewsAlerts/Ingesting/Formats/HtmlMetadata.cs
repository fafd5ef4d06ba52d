using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsAlerts.Ingesting.Formats;

/// <summary>
/// What a page says about its article: JSON-LD first, since it is written for machines about the article alone, then OpenGraph and
/// meta elements, which templates fill for any page, then what the page shows.
/// </summary>
internal sealed record HtmlMetadata
{
    private const int MaxScripts = 50;
    private static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    public string? Title { get; private init; }

    /// <summary>The page's h1, where it has one only: sites wrap their logos in others.</summary>
    public string? Heading { get; private init; }

    public string? Source { get; private init; }

    public string? Byline { get; private init; }

    public string? Url { get; private init; }

    public string? Language { get; private init; }

    public DateTimeOffset? Published { get; private init; }

    public IReadOnlyList<string> Categories { get; private init; } = [];

    /// <summary>The body as JSON-LD has it; null for most pages.</summary>
    public string? Body { get; private init; }

    /// <summary>Reads the page without changing it.</summary>
    public static HtmlMetadata Of(IHtmlDocument page)
    {
        var (meta, filed) = Meta(page);
        using var graph = new Graph(page);
        var article = graph.Article;
        IEnumerable<string> All(params IEnumerable<string> names) => names.Select(name => meta.GetValueOrDefault(name)).OfType<string>();
        string? First(params IEnumerable<string> names) => All(names).FirstOrDefault();

        var source = article?.Publisher ?? First("og:site_name", "citation_journal_title", "dc.publisher", "dcterms.publisher", "application-name");
        var heading = OnlyHeading(page);
        var title = article?.Headline ?? First("og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title", "title") ?? heading ?? page.Title;
        return new HtmlMetadata
        {
            Title = PageTitle.WithoutSite(title, source, heading),
            Heading = heading,
            Source = source,
            Byline = Usable(
                CitedByline.Of,
                [
                    article?.Authors,
                    .. All("author", "article:author_name", "citation_author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl"),
                    Shown(page, "[rel=author], [itemprop=author] [itemprop=name], [itemprop=author], .byline, .author-name"),
                    First("article:author"),
                ]),
            Url = Usable(
                CitedUrl.Of,
                [
                    article?.Url,
                    page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"),
                    .. All("og:url", "citation_public_url", "dc.identifier", "twitter:url"),
                ]),
            Language = page.DocumentElement.GetAttribute("lang") ?? page.DocumentElement.GetAttribute("xml:lang") ?? article?.Language
                ?? First("og:locale", "content-language", "dc.language", "dcterms.language", "language"),
            Published = Date(
                article?.Published,
                First("article:published_time", "og:article:published_time", "og:published_time"),
                First("datepublished", "publish-date", "publish_date", "pubdate", "publication_date", "parsely-pub-date", "sailthru.date", "article.published", "date"),
                First("citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "dc.date.created"),
                page.QuerySelector("time[itemprop=datePublished], time[pubdate], article time[datetime], main time[datetime]")?.GetAttribute("datetime"),
                page.QuerySelector("[itemprop=datePublished]")?.GetAttribute("content"),
                page.QuerySelector("time[datetime]")?.GetAttribute("datetime")),
            Categories = [.. article?.Categories ?? [], .. filed],
            Body = article?.Body,
        };
    }

    /// <summary>The first value of each name, and OpenGraph's section and tags, which have an element each.</summary>
    private static (Dictionary<string, string> Values, List<string> Filed) Meta(IHtmlDocument page)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var filed = new List<string>();
        foreach (var element in page.GetElementsByTagName("meta"))
        {
            var content = element.GetAttribute("content")?.Trim();
            if (content is { Length: > 0 } && element.GetAttribute("property") is "article:section" or "article:tag")
            {
                filed.Add(content);
            }

            foreach (var name in (string?[])[element.GetAttribute("property"), element.GetAttribute("name"), element.GetAttribute("itemprop"), element.GetAttribute("http-equiv")])
            {
                if (!string.IsNullOrEmpty(name) && !string.IsNullOrEmpty(content))
                {
                    values.TryAdd(name.Trim(), content);
                }
            }
        }

        return (values, filed);
    }

    /// <summary>The first that an article can cite: templates fill in paths, and addresses of profiles for names.</summary>
    private static string? Usable<T>(Func<string?, T?> cite, IEnumerable<string?> candidates) where T : class =>
        candidates.FirstOrDefault(candidate => cite(candidate) is not null);

    private static DateTimeOffset? Date(params ReadOnlySpan<string?> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (SloppyDate.Parse(candidate) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    private static string? OnlyHeading(IHtmlDocument page)
    {
        var headings = page.GetElementsByTagName("h1").Take(2).ToList();
        return headings.Count == 1 ? Line(headings[0]) : null;
    }

    private static string? Shown(IHtmlDocument page, string selector) => page.QuerySelector(selector) is { } element ? Line(element) : null;

    private static string? Line(IElement element)
    {
        var text = HtmlText.Of(element).ReplaceLineEndings(" ").Trim();
        return text.Length is > 0 and <= 300 ? text : null;
    }

    /// <summary>The first article of the page's JSON-LD, and the memory that it lies in.</summary>
    private sealed class Graph : IDisposable
    {
        private readonly List<JsonDocument> _documents = [];

        public Graph(IHtmlDocument page)
        {
            foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']").Take(MaxScripts))
            {
                if (Parse(script.TextContent) is { } document)
                {
                    _documents.Add(document);
                    Article ??= SchemaOrg.ArticlesIn(document.RootElement).FirstOrDefault();
                }
            }
        }

        public SchemaOrgArticle? Article { get; }

        public void Dispose() => _documents.ForEach(document => document.Dispose());

        /// <summary>A site's broken JSON-LD says nothing against its article.</summary>
        private static JsonDocument? Parse(string script)
        {
            var start = script.AsSpan().IndexOfAny('{', '[');
            var end = script.AsSpan().LastIndexOfAny('}', ']');
            if (start < 0 || end < start)
            {
                return null;
            }

            try
            {
                // Content systems leave raw line breaks within strings, which JSON forbids; outside of strings a space does as well.
                var json = script[start..(end + 1)].Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ');
                return JsonDocument.Parse(SurrogateEscapes.Mend(json), Tolerant);
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }
}
