using System.Text.Json;

namespace NewsAlerts.Ingesting.Formats;

/// <summary>
/// IPTC's News in JSON (https://iptc.org/std/ninjs/). Generation 1 has headline, byline and body_text, body_html or body_xhtml, any of them
/// with a suffix of the provider's own; from 2.0 on, headlines and bodies are arrays of { role, contenttype, value }, and byline is by.
/// </summary>
internal static class Ninjs
{
    /// <summary>A body that repeats everything in a provider's own XML is no use here.</summary>
    private static readonly string[] HtmlTypes = ["text/html", "application/xhtml+xml", "text/xhtml"];

    /// <summary>Bodies by their names, the best first: paragraphs survive in mark-up; text bodies often have them as single lines, which is the next best.</summary>
    private static readonly string[] BodyNames = ["body_html", "body_xhtml", "body_text"];

    public static bool Is(JsonElement item) =>
        item.TryGetProperty("bodies", out _) || item.TryGetProperty("headlines", out _)
        || item.EnumerateObject().Any(property => IsBody(property.Name))
        || (item.TryGetProperty("versioncreated", out _) && item.TryGetProperty("uri", out _));

    public static ArticleDraft Read(JsonElement item, BoundedHtml parser) => new()
    {
        Title = SchemaOrg.Text(item, "headline") ?? Valued(item, "headlines", preferred: "main") ?? SchemaOrg.Text(item, "title"),
        Text = Body(item, parser) ?? "",
        Source = SchemaOrg.Text(item, "copyrightholder") ?? SchemaOrg.Text(item, "source") ?? NameOf(item, "infosources"),
        Url = SchemaOrg.Text(item, "uri") is { } uri && uri.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? uri : SchemaOrg.Text(item, "url"),
        Byline = SchemaOrg.Text(item, "byline") ?? SchemaOrg.Text(item, "by") ?? Valued(item, "bylines", preferred: "main"),
        Published = SloppyDate.Parse(SchemaOrg.Text(item, "firstcreated") ?? SchemaOrg.Text(item, "versioncreated") ?? SchemaOrg.Text(item, "contentcreated")),
        Language = SchemaOrg.Text(item, "language"),
        Categories = [.. SchemaOrg.Texts(item, "subject").Concat(SchemaOrg.Texts(item, "subjects"))],
    };

    private static string? Body(JsonElement item, BoundedHtml parser)
    {
        var bodies = item.EnumerateObject()
            .Where(property => IsBody(property.Name) && property.Value.ValueKind == JsonValueKind.String)
            // One with a suffix may be a teaser.
            .OrderByDescending(property => BodyNames.Contains(property.Name))
            .Select(property => (Html: property.Name.Contains("html", StringComparison.Ordinal), Text: property.Value.GetString()))
            .Concat(Bodies(item));
        return bodies
            .OrderByDescending(body => body.Html)
            .Select(body => body.Html ? HtmlText.OfFragment(body.Text ?? "", parser) : body.Text)
            .FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
    }

    private static bool IsBody(string property) => Array.Exists(BodyNames, name => property.StartsWith(name, StringComparison.Ordinal));

    private static IEnumerable<(bool Html, string? Text)> Bodies(JsonElement item) =>
        item.TryGetProperty("bodies", out var bodies) && bodies.ValueKind == JsonValueKind.Array
            ? from body in bodies.EnumerateArray()
              let type = SchemaOrg.Text(body, "contenttype") ?? SchemaOrg.Text(body, "contentType") ?? SchemaOrg.Text(body, "role") ?? "text/plain"
              let html = HtmlTypes.Contains(type, StringComparer.OrdinalIgnoreCase) || type.Contains("html", StringComparison.OrdinalIgnoreCase)
              where html || !type.Contains("xml", StringComparison.OrdinalIgnoreCase)
              select (html, SchemaOrg.Text(body, "value"))
            : [];

    private static string? Valued(JsonElement item, string name, string preferred)
    {
        if (!item.TryGetProperty(name, out var values) || values.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var all = values.EnumerateArray().ToList();
        return all.Where(value => SchemaOrg.Text(value, "role") == preferred).Concat(all)
            .Select(value => SchemaOrg.Text(value, "value") ?? SchemaOrg.Text(value, "name"))
            .FirstOrDefault(value => value is not null);
    }

    private static string? NameOf(JsonElement item, string name) =>
        item.TryGetProperty(name, out var values) && values.ValueKind == JsonValueKind.Array
            ? values.EnumerateArray().Select(value => SchemaOrg.Text(value, "name")).FirstOrDefault(value => value is not null)
            : null;
}
