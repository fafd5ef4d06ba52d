using NewsAlerts.Articles;
using NewsAlerts.Ingesting.Text;

namespace NewsAlerts.Ingesting.Formats;

/// <summary>Web pages: the main text by Readability, the rest by what the page says about itself.</summary>
internal sealed class HtmlReader : IFormatReader
{
    /// <summary>Where a heading may still stand, blank lines included.</summary>
    private const int HeadLines = 8;

    /// <summary>The longest name of a site or a section, in characters.</summary>
    private const int LongestLabel = 40;

    public string Format => "HTML";

    public ReadOutcome Read(string text, CancellationToken cancellationToken)
    {
        var html = new BoundedHtml(cancellationToken);
        if (html.Parse(text) is not { } page)
        {
            return Outcome.Of(Reject.TooComplex(BoundedHtml.Bounds));
        }

        var metadata = HtmlMetadata.Of(page);
        var main = MainText.Of(page, cancellationToken);
        var said = metadata.Body is { } structured && structured.Length > main.Length * 2 ? PlainBody(structured, html) : null;
        var body = said ?? WithoutHead(main, metadata);
        if (string.IsNullOrWhiteSpace(body))
        {
            return Outcome.Of(Reject.NoText("The page shows no text, and its JSON-LD has no articleBody: it may need scripts to fill it."));
        }

        return Outcome.Of(new ArticleDraft
        {
            Title = metadata.Title,
            Text = body,
            Source = metadata.Source,
            Url = metadata.Url,
            Byline = metadata.Byline,
            Published = metadata.Published,
            Language = metadata.Language,
            Categories = metadata.Categories,
        });
    }

    /// <summary>
    /// Readability leaves some pages' heading and byline at the top of the text, below what stands above an article: sites, sections. A standfirst is the
    /// article's own, and stays.
    /// </summary>
    private static string WithoutHead(string text, HtmlMetadata metadata)
    {
        var (at, body) = (0, 0);
        var (kept, above) = (new List<string>(), new List<string>());
        for (var line = 0; line < HeadLines && at < text.Length; line++)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            var found = text[at..end];
            at = Math.Min(end + 1, text.Length);
            if (Same(found, metadata.Heading) || Same(found, metadata.Byline) || Same(found, $"By {metadata.Byline}"))
            {
                body = at;
                kept.AddRange(above.TrueForAll(IsLabel) ? [] : above);
                above.Clear();
            }
            else
            {
                above.Add(found);
            }
        }

        var rest = string.Concat(string.Join('\n', [.. kept, ""]), text[body..]).TrimStart();
        return rest.Length > 0 ? rest : text;
    }

    private static bool IsLabel(string line) => line.Trim() is var label && label.Length <= LongestLabel && !Lines.EndsSentence(label, new TextSpan(0, label.Length));

    private static bool Same(string line, string? head) => head is not null && line.Trim().Equals(head.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>articleBody is meant to be text; many sites put mark-up or entities there. Null where the mark-up takes more than it may.</summary>
    internal static string? PlainBody(string body, BoundedHtml html) =>
        LooksLikeMarkup(body) ? HtmlText.OfFragment(body, html) : System.Net.WebUtility.HtmlDecode(body);

    internal static bool LooksLikeMarkup(string text)
    {
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 2 < text.Length; at = text.IndexOf('<', at + 1))
        {
            var rest = text.AsSpan(at + 1);
            if ((char.IsAsciiLetter(rest[0]) || (rest[0] == '/' && char.IsAsciiLetter(rest[1]))) && rest[..Math.Min(rest.Length, 2000)].Contains('>'))
            {
                return true;
            }
        }

        return false;
    }
}
