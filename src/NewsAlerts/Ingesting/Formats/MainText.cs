using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SmartReader;

namespace NewsAlerts.Ingesting.Formats;

/// <summary>The main text of a web page.</summary>
internal static class MainText
{
    /// <summary>
    /// Readability asks each node for its sibling, which AngleSharp answers by counting: its time grows with the square of these.
    /// News pages have 500 to 4,000 elements.
    /// </summary>
    private const int MaxElements = 15_000;
    private const int MaxChildren = 2_000;

    /// <summary>It writes the page out and matches expressions over it, several times; in UTF-16 code units.</summary>
    private const int MaxText = 1_000_000;

    /// <summary>Text shorter than this may well be a caption or a notice; in UTF-16 code units.</summary>
    private const int Short = 250;

    // Readability resolves links against it; nothing is fetched. RFC 2606 keeps the name from ever existing.
    private const string NoAddress = "https://page.invalid/";

    /// <summary>The text; empty where there is none. Changes the page.</summary>
    public static string Of(IHtmlDocument page, CancellationToken cancellationToken)
    {
        if (page.Body is not { } body)
        {
            return "";
        }

        // Readability takes styles off before it hands back what they hide.
        foreach (var hidden in body.QuerySelectorAll("[hidden], [style*=none], [style*=hidden]").Where(HtmlText.IsHidden).Take(MaxChildren).ToList())
        {
            hidden.Remove();
        }

        // Before Readability takes the page apart.
        var marked = HtmlText.Of(Marked(body, cancellationToken));
        if (!IsFitForReadability(page, cancellationToken))
        {
            return marked;
        }

        IElement? content = null;
        using var reader = new Reader(NoAddress, page) { DisableJSONLD = true };
        reader.AddCustomOperationEnd(found => content = found);
        // It keeps its exceptions to itself: no content is all that is to be known.
        reader.GetArticle();
        cancellationToken.ThrowIfCancellationRequested();
        var text = HtmlText.Of(content);
        return text.Length < Short && marked.Length > text.Length ? marked : text;
    }

    /// <summary>The element that the page itself marks as its article, else its body.</summary>
    private static IElement Marked(IElement body, CancellationToken cancellationToken)
    {
        foreach (var selector in (string[])["[itemprop=articleBody]", "article", "main", "[role=main]"])
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (body.QuerySelectorAll(selector).Take(50).MaxBy(element => element.TextContent.Length) is { } found && found.TextContent.Length >= Short)
            {
                return found;
            }
        }

        return body;
    }

    private static bool IsFitForReadability(IHtmlDocument page, CancellationToken cancellationToken)
    {
        var elements = 0;
        foreach (var element in page.All)
        {
            if (++elements > MaxElements || element.ChildNodes.Length > MaxChildren)
            {
                return false;
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        return page.Body!.TextContent.Length <= MaxText;
    }
}
