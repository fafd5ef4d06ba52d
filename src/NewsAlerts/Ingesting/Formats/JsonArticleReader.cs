using System.Text;
using System.Text.Json;

namespace NewsAlerts.Ingesting.Formats;

/// <summary>
/// JSON: schema.org's NewsArticle and its kin, IPTC ninjs 1.x to 3.x, and our own plain shape; one of them, an array of them, or JSON Lines.
/// </summary>
internal sealed class JsonArticleReader(IngestOptions options) : IFormatReader
{
    /// <summary>RFC 8259 section 9 lets a parser limit nesting; ninjs needs about 10.</summary>
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64 };

    public string Format => "JSON";

    public ReadOutcome Read(string text, CancellationToken cancellationToken)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            return ReadDocument(document.RootElement, cancellationToken);
        }
        catch (JsonException exception)
        {
            return IsLines(text) ? ReadLines(text, cancellationToken) : Outcome.Of(Reject.Malformed(Describe(exception)));
        }
        catch (InvalidOperationException)
        {
            return Outcome.Of(HalfOfAPair(entry: null));
        }
    }

    private ReadOutcome ReadDocument(JsonElement root, CancellationToken cancellationToken)
    {
        if (root.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            return Outcome.Of(Reject.NoText($"The document is a {root.ValueKind}; an article is an object, or several in an array."));
        }

        var html = new BoundedHtml(cancellationToken);

        // Within a graph, an article stands among pages, people and breadcrumbs, which are no entries.
        if (IsGraph(root)
            && SchemaOrg.ArticlesIn(root).Take(options.MaxEntries + 1).ToList() is { Count: > 0 } inGraph)
        {
            return Entries(inGraph.Count, inGraph, (article, entry) => ReadSchemaOrg(article, entry, html), cancellationToken);
        }

        return root.ValueKind == JsonValueKind.Array
            ? Entries(root.GetArrayLength(), root.EnumerateArray(), (element, entry) => ReadElement(element, entry, html), cancellationToken)
            : Outcome.Of([ReadElement(root, null, html)]);
    }

    /// <summary>JSON-LD, one node or an array of nothing but nodes, that is not just an article or several.</summary>
    private static bool IsGraph(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object ? !SchemaOrg.IsArticle(root)
        : root.EnumerateArray().All(IsNode) && !root.EnumerateArray().All(SchemaOrg.IsArticle);

    private static bool IsNode(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && (element.TryGetProperty("@type", out _) || element.TryGetProperty("@graph", out _) || element.TryGetProperty("@id", out _));

    private ReadOutcome ReadLines(string text, CancellationToken cancellationToken)
    {
        var lines = text.Split('\n').Select((line, index) => (Line: line, Number: index + 1)).Where(line => !string.IsNullOrWhiteSpace(line.Line)).ToList();
        var html = new BoundedHtml(cancellationToken);
        return Entries(lines.Count, lines, (line, entry) => ReadLine(line.Line, line.Number, entry, html), cancellationToken);
    }

    private static ReadEntry ReadLine(string line, int number, int? entry, BoundedHtml html)
    {
        try
        {
            using var document = JsonDocument.Parse(line, Strict);
            return ReadElement(document.RootElement, entry, html);
        }
        catch (JsonException exception)
        {
            return new ReadEntry.Rejected(Reject.Malformed($"Line {number} is not valid JSON, at byte {exception.BytePositionInLine + 1}.", entry));
        }
    }

    private ReadOutcome Entries<T>(int count, IEnumerable<T> items, Func<T, int?, ReadEntry> read, CancellationToken cancellationToken)
    {
        if (count == 0)
        {
            return Outcome.Of(Reject.NoText("The array is empty."));
        }

        if (count > options.MaxEntries)
        {
            return Outcome.Of(Reject.TooManyEntries(options.MaxEntries));
        }

        var entries = new List<ReadEntry>(count);
        foreach (var item in items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            entries.Add(read(item, count == 1 ? null : entries.Count));
        }

        return Outcome.Of(entries);
    }

    private static ReadEntry ReadElement(JsonElement element, int? entry, BoundedHtml html)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return new ReadEntry.Rejected(Reject.NoText($"The entry is a {element.ValueKind}; an article is an object.", entry));
        }

        try
        {
            return SchemaOrg.IsArticle(element)
                ? ReadSchemaOrg(SchemaOrg.ArticlesIn(element).First(), entry, html)
                : Draft(Ninjs.Is(element) ? Ninjs.Read(element, html) : PlainShape.Read(element), entry, "\"text\"");
        }
        catch (InvalidOperationException)
        {
            return new ReadEntry.Rejected(HalfOfAPair(entry));
        }
    }

    private static ReadEntry ReadSchemaOrg(SchemaOrgArticle article, int? entry, BoundedHtml html)
    {
        if (HtmlReader.PlainBody(article.Body ?? "", html) is not { } body)
        {
            return new ReadEntry.Rejected(Reject.TooComplex(BoundedHtml.Bounds) with { Entry = entry });
        }

        return Draft(
            new ArticleDraft
            {
                Title = article.Headline,
                Text = body,
                Source = article.Publisher,
                Url = article.Url,
                Byline = article.Authors,
                Published = SloppyDate.Parse(article.Published),
                Language = article.Language,
                Categories = article.Categories,
            },
            entry,
            "\"articleBody\"");
    }

    private static ReadEntry Draft(ArticleDraft draft, int? entry, string where) =>
        string.IsNullOrWhiteSpace(draft.Text)
            ? new ReadEntry.Rejected(Reject.NoText($"The object has no {where} with text in it.", entry))
            : new ReadEntry.Drafted(draft);

    /// <summary>A string, or a property's name, such as "\ud800" is valid JSON and no text; the platform's reader throws where it is asked for it.</summary>
    private static Rejection HalfOfAPair(int? entry) => Reject.Malformed("A string holds half of a surrogate pair.", entry);

    /// <summary>Each line an object by itself; the first one proves it.</summary>
    private static bool IsLines(string text)
    {
        var first = text.AsSpan().Trim();
        var end = first.IndexOf('\n');
        if (end < 0 || first[0] != '{')
        {
            return false;
        }

        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(first[..end].ToString()), new JsonReaderOptions { MaxDepth = 64 });
            reader.Read();
            reader.Skip();
            return !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The parser's own message quotes the original, so only the place is taken from it.</summary>
    private static string Describe(JsonException exception) =>
        exception.Message.Contains("maximum configured depth", StringComparison.OrdinalIgnoreCase)
            ? $"The JSON is nested deeper than {Strict.MaxDepth} levels, at line {exception.LineNumber + 1}."
            : $"The JSON is not valid at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}.";
}
