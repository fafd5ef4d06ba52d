using System.Text;
using System.Text.Json;

namespace NewsAlerts.Ingesting.Formats;

/// <summary>Which format an original has: by content where that decides, else by its declared type, else by its name.</summary>
internal static class FormatSniffer
{
    private const int HeadLength = 4096;

    private static readonly string[] MailHeaders =
        ["From", "To", "Date", "Subject", "Message-ID", "MIME-Version", "Received", "Return-Path", "Content-Type", "Delivered-To", "DKIM-Signature", "Reply-To", "Sender", "List-Id"];

    private static readonly string[] HtmlStarts =
        ["<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<article", "<main", "<section", "<div", "<p>", "<p ", "<h1", "<h2", "<script", "<link"];

    private static readonly Dictionary<string, OriginalFormat> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        [".txt"] = OriginalFormat.Text,
        [".text"] = OriginalFormat.Text,
        [".md"] = OriginalFormat.Markdown,
        [".markdown"] = OriginalFormat.Markdown,
        [".html"] = OriginalFormat.Html,
        [".htm"] = OriginalFormat.Html,
        [".xhtml"] = OriginalFormat.Html,
        [".json"] = OriginalFormat.Json,
        [".jsonl"] = OriginalFormat.Json,
        [".ndjson"] = OriginalFormat.Json,
        [".jsonld"] = OriginalFormat.Json,
        [".xml"] = OriginalFormat.Feed,
        [".rss"] = OriginalFormat.Feed,
        [".atom"] = OriginalFormat.Feed,
        [".rdf"] = OriginalFormat.Feed,
        [".eml"] = OriginalFormat.Mail,
    };

    /// <summary>Mail is told from its bytes: each of its parts has an encoding of its own.</summary>
    public static bool IsMail(OriginalHead head, ReadOnlySpan<byte> content)
    {
        var start = Encoding.Latin1.GetString(content[..Math.Min(content.Length, HeadLength)]).TrimStart('\u00EF', '\u00BB', '\u00BF', '\r', '\n');
        var headers = CountMailHeaders(start);
        return headers >= 3 || (headers >= 1 && Claimed(head) == OriginalFormat.Mail);
    }

    public static OriginalFormat Of(OriginalHead head, string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, HeadLength)).TrimStart().TrimStart('\uFEFF').TrimStart();
        var claimed = Claimed(head);
        if (IsJsonStart(start) && (claimed is not (OriginalFormat.Text or OriginalFormat.Markdown) || IsJsonHead(start)))
        {
            return OriginalFormat.Json;
        }

        if (start is ['<', ..])
        {
            return OfMarkup(start, claimed);
        }

        // Without a name or type that says otherwise, a heading or front matter is Markdown's.
        return claimed ?? (start.StartsWith("# ") || start.StartsWith("---\n") || start.StartsWith("---\r") ? OriginalFormat.Markdown : OriginalFormat.Text);
    }

    private static OriginalFormat OfMarkup(ReadOnlySpan<char> start, OriginalFormat? claimed)
    {
        var root = AfterProlog(start);
        if (root.StartsWith("<rss") || root.StartsWith("<feed") || root.StartsWith("<rdf:RDF", StringComparison.OrdinalIgnoreCase))
        {
            return OriginalFormat.Feed;
        }

        if (StartsWithAny(root, "<!doctype html", "<html"))
        {
            return OriginalFormat.Html;
        }

        // A Markdown file may start with a centred logo, a text with a tag that it is about.
        return claimed ?? (start.StartsWith("<?xml") ? OriginalFormat.Feed : StartsWithAny(root, HtmlStarts) ? OriginalFormat.Html : OriginalFormat.Text);
    }

    /// <summary>What follows the XML declaration, processing instructions, comments, and a document type that isn't HTML's.</summary>
    private static ReadOnlySpan<char> AfterProlog(ReadOnlySpan<char> start)
    {
        while (true)
        {
            var (opening, closing) = start.StartsWith("<?") ? ("<?", "?>") : start.StartsWith("<!--") ? ("<!--", "-->") : ("", "");
            var end = opening.Length == 0 ? -1 : start.IndexOf(closing);
            if (end < 0)
            {
                return start;
            }

            start = start[(end + closing.Length)..].TrimStart();
        }
    }

    /// <summary>"{" and "[" start many a sentence, but not before a quotation mark or another brace.</summary>
    private static bool IsJsonStart(ReadOnlySpan<char> start) =>
        start is ['{' or '[', ..] && start[1..].TrimStart() is var next
        && (start[0] == '{' ? next is ['"' or '}', ..] : next is ['{' or ']', ..]);

    /// <summary>A Markdown file may start with a box to tick, a text with a word in braces.</summary>
    private static bool IsJsonHead(ReadOnlySpan<char> start)
    {
        var options = new JsonReaderOptions { MaxDepth = HeadLength, AllowMultipleValues = true };
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(start.ToArray()), isFinalBlock: false, new JsonReaderState(options));
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static OriginalFormat? Claimed(OriginalHead head)
    {
        var type = head.ContentType?.Split(';')[0].Trim().ToLowerInvariant();
        OriginalFormat? declared = type switch
        {
            "text/html" or "application/xhtml+xml" => OriginalFormat.Html,
            "text/markdown" or "text/x-markdown" => OriginalFormat.Markdown,
            "message/rfc822" => OriginalFormat.Mail,
            null => null,
            _ when type.EndsWith("json", StringComparison.Ordinal) || type is "application/x-ndjson" or "application/jsonl" => OriginalFormat.Json,
            _ when type.EndsWith("xml", StringComparison.Ordinal) => OriginalFormat.Feed,
            // text/plain is what tools send when they know nothing: the name knows more.
            _ => null,
        };
        return declared ?? (Extensions.TryGetValue(Path.GetExtension(head.Name), out var named) ? named : type == "text/plain" ? OriginalFormat.Text : null);
    }

    private static int CountMailHeaders(string start)
    {
        var found = 0;
        foreach (var line in start.Split('\n'))
        {
            if (line.Length > 0 && line[0] is ' ' or '\t')
            {
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1 || line.AsSpan(0, colon).ContainsAny(' ', '\t', '<'))
            {
                break;
            }

            found += MailHeaders.Contains(line[..colon], StringComparer.OrdinalIgnoreCase) ? 1 : 0;
        }

        return found;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> text, params ReadOnlySpan<string> starts)
    {
        foreach (var start in starts)
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
