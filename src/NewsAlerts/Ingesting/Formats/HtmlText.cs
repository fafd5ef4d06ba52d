using System.Text;
using AngleSharp.Dom;

namespace NewsAlerts.Ingesting.Formats;

/// <summary>
/// The text of a piece of HTML: paragraphs parted by blank lines, list items and table rows as lines, without what is not the article's
/// text: scripts, forms, navigation, captions, and what is hidden from its reader.
/// </summary>
internal sealed class HtmlText
{
    private static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase)
    {
        "SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "HEAD", "TITLE", "META", "LINK", "NAV", "ASIDE", "FOOTER", "FORM", "BUTTON", "SELECT", "TEXTAREA", "INPUT", "DATALIST",
        "SVG", "MATH", "CANVAS", "IFRAME", "OBJECT", "EMBED", "AUDIO", "VIDEO", "PICTURE", "IMG", "MAP", "FIGCAPTION", "DIALOG", "RP", "RT",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "P", "DIV", "SECTION", "ARTICLE", "MAIN", "HEADER", "BLOCKQUOTE", "FIGURE", "H1", "H2", "H3", "H4", "H5", "H6", "UL", "OL", "DL", "DT", "DD",
        "TABLE", "CAPTION", "PRE", "HR", "ADDRESS", "CENTER", "DETAILS", "SUMMARY", "FIELDSET", "HGROUP", "BODY", "HTML",
    };

    private readonly StringBuilder _text = new();
    private int _breaks;
    private bool _space;
    private int _listDepth;

    /// <summary>The text of an element, with none at all for null.</summary>
    public static string Of(INode? root)
    {
        if (root is null)
        {
            return "";
        }

        var writer = new HtmlText();
        writer.AddChildren(root, preformatted: false);
        return writer._text.ToString();
    }

    /// <summary>The text of a fragment, such as a feed's description; null where its mark-up takes more than it may.</summary>
    public static string? OfFragment(string html, BoundedHtml parser) =>
        parser.Parse(html) is { } document ? Of(document.Body) : null;

    /// <summary>A title or a name that may hold mark-up or entities, on one line.</summary>
    public static string? OfLine(string? text, BoundedHtml parser) =>
        text is not null && text.AsSpan().IndexOfAny('<', '&') >= 0 ? OfFragment(text, parser)?.ReplaceLineEndings(" ") : text;

    private void AddChildren(INode parent, bool preformatted)
    {
        foreach (var child in parent.ChildNodes)
        {
            if (child is IText text)
            {
                AddText(text.Data, preformatted);
            }
            else if (child is IElement element && !IsSkipped(element))
            {
                AddElement(element, preformatted);
            }
        }
    }

    private void AddElement(IElement element, bool preformatted)
    {
        switch (element.LocalName)
        {
            case "br":
                Break(Math.Min(_breaks + 1, 2));
                return;
            case "li":
                AddItem(element);
                return;
            case "tr":
                Break(1);
                AddChildren(element, preformatted);
                Break(1);
                return;
            case "td" or "th":
                AddCell(element);
                return;
            case "q":
                AddText("“", preformatted: true);
                AddChildren(element, preformatted);
                AddText("”", preformatted: true);
                return;
            case "sup" when IsReference(element):
                return;
        }

        if (!Blocks.Contains(element.LocalName))
        {
            AddChildren(element, preformatted);
            return;
        }

        // Within an item, paragraphs are lines: the list stays together.
        var breaks = _listDepth > 0 ? 1 : 2;
        Break(breaks);
        AddChildren(element, preformatted || element.LocalName == "pre");
        Break(breaks);
    }

    private void AddItem(IElement item)
    {
        Break(1);
        var before = _text.Length;
        _listDepth++;
        AddMarker();
        var marked = _text.Length;
        AddChildren(item, preformatted: false);
        _listDepth--;
        if (_text.Length == marked)
        {
            _text.Length = before;
        }

        Break(1);
    }

    private void AddMarker()
    {
        Flush();
        _text.Append("- ");
        (_breaks, _space) = (0, false);
    }

    private void AddCell(IElement cell)
    {
        // Mails are laid out in tables; what holds blocks is no table of data.
        if (cell.QuerySelector("p, div, table, h1, h2, h3, ul, ol, blockquote") is not null)
        {
            Break(2);
            AddChildren(cell, preformatted: false);
            Break(2);
            return;
        }

        if (_breaks == 0 && _text.Length > 0 && _text[^1] != '\n')
        {
            AddText(" | ", preformatted: false);
        }

        AddChildren(cell, preformatted: false);
    }

    private void AddText(string data, bool preformatted)
    {
        foreach (var c in data)
        {
            if (c == '\n' && preformatted)
            {
                Break(Math.Min(_breaks + 1, 2));
            }
            else if (char.IsWhiteSpace(c))
            {
                _space = true;
            }
            else
            {
                Flush();
                _text.Append(c);
            }
        }
    }

    private void Flush()
    {
        if (_text.Length > 0)
        {
            // Spaces are held back, so only an item's marker ends in one; a block's own break would leave it alone on its line.
            var afterMarker = _text[^1] == ' ';
            if (_breaks > 0 && !afterMarker)
            {
                _text.Append('\n', _breaks);
            }
            else if (_space && _breaks == 0 && !afterMarker)
            {
                _text.Append(' ');
            }
        }

        (_breaks, _space) = (0, false);
    }

    private void Break(int count) => _breaks = Math.Max(_breaks, count);

    private static bool IsSkipped(IElement element) =>
        Skipped.Contains(element.LocalName)
        || element.GetAttribute("role") is "navigation" or "dialog" or "search" or "complementary"
        || IsHidden(element);

    /// <summary>Whether the element itself says that its reader should not see it. What a style sheet hides is not known.</summary>
    public static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden") || (element.GetAttribute("style") is { } style && IsHiding(style));

    private static bool IsHiding(string style)
    {
        var compact = style.Replace(" ", "", StringComparison.Ordinal);
        return compact.Contains("display:none", StringComparison.OrdinalIgnoreCase) || compact.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A footnote's mark, such as [3].</summary>
    private static bool IsReference(IElement element)
    {
        var text = element.TextContent.AsSpan().Trim();
        return text.Length is > 2 and < 8 && text[0] == '[' && text[^1] == ']';
    }
}
