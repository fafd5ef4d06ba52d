using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using NewsAlerts.Ingesting.Formats;
using NewsAlerts.Ingesting.Text;

namespace NewsAlerts.Ingesting;

/// <summary>A feed as a document that can be told from its earlier versions, entry by entry. What its entries say is read when it is ingested.</summary>
public sealed class FeedDocument
{
    /// <summary>What has no name of its own is taken for what it was asked for, unless it says otherwise itself.</summary>
    private static readonly OriginalHead Unnamed = new("feed.xml", "", 0, null, DateTimeOffset.MinValue);

    private readonly FeedTree _tree;

    private FeedDocument(FeedTree tree, bool isSelfContained)
    {
        _tree = tree;
        IsSelfContained = isSelfContained;
        Keys = [.. tree.Entries.Select(KeyOf)];
    }

    /// <summary>A key for each entry, in their order: the same as long as every character of the entry is.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>Whether its bytes alone say how they are to be read. Otherwise they depend on the Content-Type that they came with.</summary>
    public bool IsSelfContained { get; }

    /// <summary>How long its author says that it may be kept before it is asked for again (RSS 2.0, <c>ttl</c>, in minutes); null where it says nothing.</summary>
    public TimeSpan? TimeToLive =>
        _tree.Channel.Elements().FirstOrDefault(element => element.Name.LocalName == "ttl") is { } ttl
        && int.TryParse(ttl.Value.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
        && minutes > 0
            ? TimeSpan.FromMinutes(minutes)
            : null;

    /// <summary>Reads a feed, or says why it is none that could be ingested.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="contentType">As it was declared; null for none.</param>
    /// <param name="from">Where it was found.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static (FeedDocument? Document, string? Why) Read(ReadOnlyMemory<byte> content, string? contentType, Uri from, CancellationToken cancellationToken)
    {
        var outside = DeclaredCharset.OfContentType(contentType);
        if (EncodingDetector.Decode(content, outside ?? DeclaredCharset.Sniff(content.Span)) is not { } decoded)
        {
            return (null, "It is not text in any known encoding.");
        }

        var format = FormatSniffer.Of(Unnamed, decoded.Text);
        if (format != OriginalFormat.Feed)
        {
            var named = format == OriginalFormat.Html ? FeedLink.In(decoded.Text, from, cancellationToken) : null;
            return (null, named is null ? "It is neither RSS nor Atom, but a page or something else." : $"It is a page. Its feed, as the page has it, is {named.AbsoluteUri}.");
        }

        var (tree, rejection) = FeedTree.Load(decoded.Text, cancellationToken);
        return tree is null ? (null, rejection!.Detail) : (new FeedDocument(tree, outside is null || decoded.Charset is "utf-8" or "us-ascii"), null);
    }

    /// <summary>The same feed with only some of its entries, in UTF-8.</summary>
    /// <param name="keys">Which.</param>
    public byte[] With(IReadOnlySet<string> keys)
    {
        var root = new XElement(_tree.Root);
        var entries = _tree.Entries.ToHashSet();
        var copies = _tree.Root.DescendantsAndSelf().Zip(root.DescendantsAndSelf()).Where(pair => entries.Contains(pair.First)).Select(pair => pair.Second).ToList();
        copies.Where((_, i) => !keys.Contains(Keys[i])).Remove();
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            root.Save(writer);
        }

        return bytes.ToArray();
    }

    private static string KeyOf(XElement entry)
    {
        var text = entry.ToString(SaveOptions.DisableFormatting);
        return Base32.Encode(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
    }
}
