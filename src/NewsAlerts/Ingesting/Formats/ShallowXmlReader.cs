using System.Xml;

namespace NewsAlerts.Ingesting.Formats;

/// <summary>
/// XML without a document type and of bounded depth. No DTD means no entities: neither files read through them nor gigabytes expanded
/// from them. Depth is bounded since a tree's writer looks up namespaces through all levels: 600,000 of them take minutes.
/// </summary>
internal sealed class ShallowXmlReader : XmlTextReader
{
    /// <summary>XHTML content nests some 20 levels; deeper documents are made, not written.</summary>
    public const int MaxDepth = 200;

    private readonly CancellationToken _cancellationToken;

    public ShallowXmlReader(TextReader input, CancellationToken cancellationToken)
        : base(input)
    {
        _cancellationToken = cancellationToken;
        DtdProcessing = DtdProcessing.Prohibit;
        XmlResolver = null;
        // As the recommendation has it: line ends as LF, and no control characters by reference.
        Normalization = true;
    }

    /// <exception cref="TooDeepException">An element lies deeper than <see cref="MaxDepth"/>.</exception>
    public override bool Read()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var read = base.Read();
        return Depth <= MaxDepth ? read : throw new TooDeepException();
    }

    internal sealed class TooDeepException : Exception;
}
