using System.Xml;
using System.Xml.Linq;

namespace NewsAlerts.Ingesting.Formats;

/// <summary>Where a feed has its channel and its entries: RSS 0.9x and 2.0, RSS 1.0 (RDF), Atom, or a single Atom entry.</summary>
/// <param name="Root">The document's element.</param>
/// <param name="Channel">What says of whom the feed is.</param>
/// <param name="Entries">In the feed's order.</param>
internal sealed record FeedTree(XElement Root, XElement Channel, IReadOnlyList<XElement> Entries)
{
    /// <summary>The tree, or why there is none.</summary>
    public static (FeedTree? Tree, Rejection? Rejection) Load(string text, CancellationToken cancellationToken)
    {
        XElement root;
        try
        {
            using var reader = new ShallowXmlReader(new StringReader(text.TrimStart()), cancellationToken);
            root = XElement.Load(reader);
        }
        catch (XmlException exception)
        {
            return (null, Reject.Malformed(Describe(text, exception)));
        }
        catch (ShallowXmlReader.TooDeepException)
        {
            return (null, Reject.TooComplex($"elements nested over {ShallowXmlReader.MaxDepth} deep"));
        }

        // RDF has its items beside the channel, the others within.
        var channel = root.Name.LocalName is "rss" or "RDF" ? root.Elements().FirstOrDefault(element => element.Name.LocalName == "channel") : root;
        var entries = root.Name.LocalName switch
        {
            "rss" => Named(root.Descendants(), "item"),
            "RDF" => Named(root.Elements(), "item"),
            "feed" => Named(root.Elements(), "entry"),
            "entry" => [root],
            _ => null,
        };
        return channel is null || entries is null
            ? (null, Reject.NoText("The XML is no feed: its root is none of rss (with a channel), rdf:RDF, feed and entry."))
            : (new FeedTree(root, channel, entries), null);
    }

    private static List<XElement> Named(IEnumerable<XElement> elements, string name) => [.. elements.Where(element => element.Name.LocalName == name)];

    /// <summary>The parser's own message quotes the original, so only the place is taken from it.</summary>
    private static string Describe(string text, XmlException exception) =>
        text.AsSpan(0, Math.Min(text.Length, 4096)).Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase)
            ? $"The XML has a document type declaration, which is not read (line {exception.LineNumber}, column {exception.LinePosition}): remove it."
            : $"The XML is not well-formed at line {exception.LineNumber}, column {exception.LinePosition}.";
}
