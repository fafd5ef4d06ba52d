using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NewsAlerts.Ingesting.Formats;

/// <summary>
/// Feeds: RSS 0.9x and 2.0, RSS 1.0 (RDF), Atom. One reader over the tree for all three: the platform's SyndicationFeed knows no RDF, gives
/// up on a feed for one odd date, and keeps content:encoded as an opaque extension.
/// </summary>
internal sealed partial class FeedReader(IngestOptions options) : IFormatReader
{
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";

    public string Format => "XML";

    public ReadOutcome Read(string text, CancellationToken cancellationToken)
    {
        var (tree, rejection) = FeedTree.Load(text, cancellationToken);
        if (tree is not var (_, channel, items))
        {
            return Outcome.Of(rejection!);
        }

        if (items.Count == 0)
        {
            return Outcome.Of(Reject.NoText("The feed has no entries."));
        }

        return items.Count > options.MaxEntries ? Outcome.Of(Reject.TooManyEntries(options.MaxEntries)) : ReadItems(channel, items, cancellationToken);
    }

    private static ReadOutcome ReadItems(XElement channel, IReadOnlyList<XElement> items, CancellationToken cancellationToken)
    {
        var html = new BoundedHtml(cancellationToken);
        var source = HtmlText.OfLine(Child(channel, "title")?.Value, html);
        var language = Child(channel, "language")?.Value ?? channel.Element(Dc + "language")?.Value ?? (string?)channel.AncestorsAndSelf().Attributes(XNamespace.Xml + "lang").FirstOrDefault();
        var entries = new List<ReadEntry>(items.Count);
        foreach (var item in items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            entries.Add(ReadItem(item, entries.Count, ReferenceEquals(item, channel) ? null : source, language, html));
        }

        return Outcome.Of(entries);
    }

    private static ReadEntry ReadItem(XElement item, int entry, string? source, string? language, BoundedHtml html)
    {
        var texts = new[] { item.Element(Content + "encoded"), Child(item, "content"), Child(item, "description"), Child(item, "summary") }
            .OfType<XElement>()
            .Select(element => TextOf(element, html))
            .ToList();
        if (texts.Contains(null))
        {
            return new ReadEntry.Rejected(Reject.TooComplex(BoundedHtml.Bounds) with { Entry = entry });
        }

        // Usually the whole text and a teaser; a few feeds have it the other way round.
        var text = texts.MaxBy(found => found?.Length);
        if (string.IsNullOrWhiteSpace(text))
        {
            return new ReadEntry.Rejected(Reject.NoText("The entry has no text in content:encoded, content, description or summary.", entry));
        }

        return new ReadEntry.Drafted(new ArticleDraft
        {
            Title = Child(item, "title") is { } title ? TextOf(title, html)?.ReplaceLineEndings(" ") : null,
            Text = text,
            Source = SourceOf(item) ?? source,
            Url = Link(item),
            Byline = Byline(item),
            Published = SloppyDate.Parse(Child(item, "pubDate")?.Value) ?? SloppyDate.Parse(Child(item, "published")?.Value)
                ?? SloppyDate.Parse(item.Element(Dc + "date")?.Value) ?? SloppyDate.Parse(Child(item, "updated")?.Value),
            Categories = Categories(item),
            Language = (string?)item.Attribute(XNamespace.Xml + "lang") ?? item.Element(Dc + "language")?.Value ?? language,
        });
    }

    /// <summary>
    /// The value as text: RSS means HTML, Atom says what it means, and nothing means text (RFC 4287, section 3.1.1); feeds forget to say so, though. Null where
    /// its mark-up takes more than it may.
    /// </summary>
    private static string? TextOf(XElement element, BoundedHtml html)
    {
        var type = (string?)element.Attribute("type") ?? (element.Name.Namespace == Atom && !PlainMarkup().IsMatch(element.Value) ? "text" : null);
        var value = type == "xhtml" || element.HasElements ? string.Concat(element.Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting))) : element.Value;
        return type is not ("text" or "text/plain") && value.AsSpan().IndexOfAny('<', '&') >= 0 ? HtmlText.OfFragment(value, html) : value;
    }

    /// <summary>A feed of several sources names each: RSS in source, Atom in source/title.</summary>
    private static string? SourceOf(XElement item) =>
        Child(item, "source") is { } source ? Blank((Child(source, "title") ?? (source.HasElements ? null : source))?.Value) : null;

    /// <summary>RSS has the category as text, Atom in an attribute, for people or for machines; RDF has Dublin Core's subjects.</summary>
    private static List<string> Categories(XElement item) =>
    [
        .. item.Elements(item.Name.Namespace + "category")
            .Select(category => (string?)category.Attribute("label") ?? (string?)category.Attribute("term") ?? category.Value)
            .Concat(item.Elements(Dc + "subject").Select(subject => subject.Value)),
    ];

    private static string? Link(XElement item)
    {
        var links = item.Elements().Where(element => element.Name.LocalName == "link" && element.Name.Namespace == item.Name.Namespace).ToList();
        var atom = links.FirstOrDefault(link => (string?)link.Attribute("rel") is null or "alternate" && link.Attribute("href") is not null);
        return (string?)atom?.Attribute("href")
            ?? links.Select(link => Blank(link.Value)).FirstOrDefault(value => value is not null)
            ?? (Child(item, "guid") is { } guid && (string?)guid.Attribute("isPermaLink") is not "false" ? Blank(guid.Value) : null);
    }

    private static string? Byline(XElement item)
    {
        var creators = item.Elements(Dc + "creator").Select(creator => creator.Value.Trim()).Where(name => name.Length > 0).Take(6).ToList();
        if (creators.Count > 0)
        {
            return string.Join(", ", creators);
        }

        var authors = item.Elements(item.Name.Namespace + "author").Select(author => Blank((Child(author, "name") ?? author).Value)).OfType<string>().Take(6);
        var joined = string.Join(", ", authors.Select(NameInAddress));
        return joined.Length == 0 ? null : joined;
    }

    /// <summary>RSS 2.0 asks for "ann@example.com (Ann Lee)"; the address is nobody's business.</summary>
    private static string NameInAddress(string author)
    {
        var (open, close) = (author.IndexOf('(', StringComparison.Ordinal), author.LastIndexOf(')'));
        return author.Contains('@', StringComparison.Ordinal) ? open > 0 && close > open ? author[(open + 1)..close].Trim() : "" : author;
    }

    /// <summary>A tag that ends an element of HTML, or one that needs no end.</summary>
    [GeneratedRegex("</(?:p|div|span|a|b|i|em|strong|u|ul|ol|li|h[1-6]|blockquote|pre|code|table|tr|td|figure|section)>|<(?:p|br|hr|img)(?:\\s[^<>]*)?/?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PlainMarkup();

    private static XElement? Child(XElement parent, string name) => parent.Element(parent.Name.Namespace + name);

    private static string? Blank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
