using System.Net;
using System.Text.Json;

namespace NewsAlerts.Ingesting.Formats;

/// <summary>schema.org articles in JSON-LD, as publishers put them into pages and files: loose about types, arrays and references.</summary>
internal static class SchemaOrg
{
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "OpinionNewsArticle", "ReviewNewsArticle",
        "AskPublicNewsArticle", "LiveBlogPosting", "BlogPosting", "Report", "SatiricalArticle", "ScholarlyArticle", "TechArticle", "AdvertiserContentArticle",
    };

    /// <summary>Every article in a document: an object, an array, or an @graph of either.</summary>
    public static IEnumerable<SchemaOrgArticle> ArticlesIn(JsonElement root)
    {
        var nodes = Nodes(root, levels: 4).ToList();
        // Authors and publishers are often other nodes of the graph, named by @id. The first of a name counts.
        var byId = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            if (Text(node, "@id") is { } id)
            {
                byId.TryAdd(id, node);
            }
        }

        return nodes.Where(IsArticle).Select(node => new SchemaOrgArticle(node, byId));
    }

    public static bool IsArticle(JsonElement node) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty("@type", out var type) && (type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Any(IsArticleType)
            : IsArticleType(type));

    /// <summary>A property's text; null where it is absent, blank, or no text.</summary>
    public static string? Text(JsonElement node, string name) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
        && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    /// <summary>A property's texts: one, or an array of texts and of things with a name.</summary>
    public static IReadOnlyList<string> Texts(JsonElement node, string name)
    {
        if (Text(node, name) is { } text)
        {
            return [text];
        }

        return node.ValueKind == JsonValueKind.Object && node.TryGetProperty(name, out var values) && values.ValueKind == JsonValueKind.Array
            ? [.. values.EnumerateArray().Select(value => value.ValueKind == JsonValueKind.String ? value.GetString() : Text(value, "name")).OfType<string>()]
            : [];
    }

    private static IEnumerable<JsonElement> Nodes(JsonElement element, int levels)
    {
        if (levels == 0)
        {
            yield break;
        }

        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var node in element.EnumerateArray().SelectMany(item => Nodes(item, levels - 1)))
            {
                yield return node;
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            yield return element;
            foreach (var name in (string[])["@graph", "mainEntity"])
            {
                if (element.TryGetProperty(name, out var inner))
                {
                    foreach (var node in Nodes(inner, levels - 1))
                    {
                        yield return node;
                    }
                }
            }
        }
    }

    private static bool IsArticleType(JsonElement type) =>
        type.ValueKind == JsonValueKind.String && type.GetString() is { } name && Types.Contains(name[(name.LastIndexOfAny(['/', ':', '#']) + 1)..]);
}

/// <summary>One article of a JSON-LD document. Values are HTML-decoded: many sites escape them twice.</summary>
internal sealed class SchemaOrgArticle(JsonElement node, IReadOnlyDictionary<string, JsonElement> byId)
{
    public string? Headline => Decoded(SchemaOrg.Text(node, "headline") ?? SchemaOrg.Text(node, "name"));

    public string? Body => SchemaOrg.Text(node, "articleBody") ?? SchemaOrg.Text(node, "text");

    public string? Authors => Names("author") ?? Names("creator");

    public string? Publisher => Names("publisher") ?? Names("sourceOrganization");

    public string? Published => SchemaOrg.Text(node, "datePublished") ?? SchemaOrg.Text(node, "dateCreated");

    public string? Language => SchemaOrg.Text(node, "inLanguage") ?? Inner("inLanguage", "alternateName");

    public IReadOnlyList<string> Categories =>
        [.. SchemaOrg.Texts(node, "articleSection").Concat(SchemaOrg.Texts(node, "keywords")).Select(text => Decoded(text)!)];

    public string? Url =>
        new[] { SchemaOrg.Text(node, "url"), SchemaOrg.Text(node, "mainEntityOfPage"), Inner("mainEntityOfPage", "@id"), Inner("mainEntityOfPage", "url") }
            .FirstOrDefault(url => CitedUrl.Of(url) is not null);

    private string? Inner(string name, string inner) => node.TryGetProperty(name, out var value) ? SchemaOrg.Text(value, inner) : null;

    private string? Names(string property)
    {
        if (!node.TryGetProperty(property, out var value))
        {
            return null;
        }

        // More than a handful of authors is a list of staff, not a byline.
        var names = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Take(6).Select(Name) : [Name(value)];
        var joined = string.Join(", ", names.Where(name => name is not null).Distinct());
        return joined.Length == 0 ? null : joined;
    }

    private string? Name(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? Decoded(value.GetString())
        : SchemaOrg.Text(value, "name") is { } name ? Decoded(name)
        : SchemaOrg.Text(value, "@id") is { } id && byId.TryGetValue(id, out var node) ? Decoded(SchemaOrg.Text(node, "name"))
        : null;

    private static string? Decoded(string? text) => WebUtility.HtmlDecode(text);
}
