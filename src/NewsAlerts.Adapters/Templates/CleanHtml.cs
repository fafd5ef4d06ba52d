using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Css.Dom;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;

namespace NewsAlerts.Adapters.Templates;

/// <summary>
/// A template's HTML as it may be mailed: tags, attributes and styles from allow-lists, links only to http, https and mailto addresses, images
/// only by https, no scripts, no forms, nothing that runs or redirects.
/// </summary>
internal static partial class CleanHtml
{
    /// <summary>How deep elements may lie in one another: what writes HTML down goes as deep.</summary>
    private const int MaxDepth = 200;

    private static readonly string[] Document = ["html", "head", "body", "meta", "title", "style"];
    private static readonly string[] NotInMail = ["form", "input", "button", "select", "option", "optgroup", "textarea", "label", "fieldset", "legend", "datalist", "keygen", "output", "menu", "menuitem", "command"];
    private static readonly string[] ForEveryone = ["role", "lang", "dir", "class", "aria-hidden", "aria-label", "charset", "content", "name"];
    /// <summary>What may fetch, and what is left of a background without its picture; its colour stays.</summary>
    private static readonly string[] Fetching =
    [
        "background", "background-image", "background-attachment", "background-clip", "background-origin", "background-position", "background-position-x",
        "background-position-y", "background-repeat", "background-repeat-x", "background-repeat-y", "background-size", "border-image", "border-image-source",
        "list-style", "list-style-image", "content", "cursor", "mask", "mask-image", "filter",
    ];

    /// <summary>What could lay one thing over another.</summary>
    private static readonly string[] Placing = ["position", "z-index", "top", "right", "bottom", "left"];

    /// <exception cref="TemplateException">Its elements lie too deep in one another.</exception>
    /// <returns>The document; null where it shows nothing.</returns>
    public static string? Of(string html)
    {
        var sanitizer = Sanitizer();
        using var document = new HtmlParser(new HtmlParserOptions(), BrowsingContext.New(Configuration.Default.WithCss())).ParseDocument(html);
        if (Depth(document.DocumentElement) > MaxDepth)
        {
            throw new TemplateException($"Its elements lie more than {MaxDepth} deep in one another.");
        }

        sanitizer.SanitizeDom(document);
        return string.IsNullOrWhiteSpace(document.Body?.TextContent) ? null : "<!DOCTYPE html>\n" + document.DocumentElement.ToHtml(sanitizer.OutputFormatter) + "\n";
    }

    private static HtmlSanitizer Sanitizer()
    {
        var sanitizer = new HtmlSanitizer();
        sanitizer.AllowedTags.UnionWith(Document);
        sanitizer.AllowedTags.ExceptWith(NotInMail);
        sanitizer.AllowedAttributes.UnionWith(ForEveryone);
        sanitizer.AllowedAttributes.ExceptWith(["background", "action", "method", "usemap"]);
        sanitizer.AllowedCssProperties.ExceptWith([.. Fetching, .. Placing]);
        sanitizer.AllowedAtRules.Add(CssRuleType.Media);
        sanitizer.AllowedSchemes.Clear();
        sanitizer.AllowedSchemes.UnionWith(["http", "https", "mailto"]);
        sanitizer.FilterUrl += (_, url) => url.SanitizedUrl = IsAllowed(url.Tag, url.OriginalUrl) ? url.OriginalUrl : null;
        sanitizer.PostProcessDom += (_, done) => Finish(done.Document);
        return sanitizer;
    }

    private static bool IsAllowed(IElement element, string address) =>
        Uri.TryCreate(address.Trim(), UriKind.Absolute, out var url) && element switch
        {
            IHtmlAnchorElement => url.Scheme is "http" or "https" or "mailto",
            IHtmlImageElement => url.Scheme == "https",
            _ => false,
        };

    private static void Finish(IHtmlDocument document)
    {
        // Without its http-equiv, a redirection is no more than a strange piece of text; better none at all.
        foreach (var meta in document.QuerySelectorAll("meta").Where(meta => !meta.HasAttribute("charset") && !meta.HasAttribute("name")).ToList())
        {
            meta.Remove();
        }

        foreach (var styled in document.QuerySelectorAll("[style]"))
        {
            styled.SetAttribute("style", WithHexColors(styled.GetAttribute("style")!));
        }

        foreach (var sheet in document.QuerySelectorAll("style"))
        {
            sheet.TextContent = WithHexColors(sheet.TextContent);
        }
    }

    /// <summary>The parser writes every colour as rgba(), which Outlook on Windows does not know.</summary>
    private static string WithHexColors(string css) => Rgba().Replace(css, match => string.Create(
        CultureInfo.InvariantCulture, $"#{Channel(match, 1):x2}{Channel(match, 2):x2}{Channel(match, 3):x2}"));

    private static byte Channel(Match match, int group) => byte.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static int Depth(IElement root)
    {
        var deepest = 0;
        var stack = new Stack<(IElement Element, int Depth)>([(root, 1)]);
        while (stack.TryPop(out var here))
        {
            deepest = Math.Max(deepest, here.Depth);
            foreach (var child in here.Element.Children)
            {
                stack.Push((child, here.Depth + 1));
            }
        }

        return deepest;
    }

    [GeneratedRegex(@"rgba\((\d{1,3}), (\d{1,3}), (\d{1,3}), 1\)")]
    private static partial Regex Rgba();
}
