using Microsoft.Extensions.Options;
using NewsAlerts.Ingesting.Formats;
using NewsAlerts.Ingesting.Text;

namespace NewsAlerts.Ingesting;

/// <summary>Decodes an original, tells its format, and has that format's reader read it.</summary>
public sealed class OriginalReader(IOptions<IngestOptions> options) : IOriginalReader
{
    private readonly PlainTextReader _text = new();
    private readonly MarkdownReader _markdown = new(options.Value);
    private readonly HtmlReader _html = new();
    private readonly JsonArticleReader _json = new(options.Value);
    private readonly FeedReader _feed = new(options.Value);

    public ReadOutcome Read(OriginalHead head, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (IsBlank(content.Span))
        {
            return Outcome.Of(Reject.Empty());
        }

        if (BinarySniffer.Sniff(content.Span) is { } binary)
        {
            return Outcome.Of(binary.Encrypted ? Reject.Encrypted(binary.Name) : Reject.Binary(binary.Name));
        }

        if (FormatSniffer.IsMail(head, content.Span))
        {
            return Guarded("mail", () => MailReader.Read(content, cancellationToken));
        }

        if (EncodingDetector.Decode(content, DeclaredCharset.OfContentType(head.ContentType) ?? DeclaredCharset.Sniff(content.Span)) is not { } decoded)
        {
            return Outcome.Of(Reject.Binary("not text in any known encoding"));
        }

        if (string.IsNullOrWhiteSpace(decoded.Text))
        {
            return Outcome.Of(Reject.Empty());
        }

        var reader = ReaderFor(FormatSniffer.Of(head, decoded.Text));
        return Guarded(reader.Format, () => reader.Read(decoded.Text, cancellationToken));
    }

    private IFormatReader ReaderFor(OriginalFormat format) => format switch
    {
        OriginalFormat.Markdown => _markdown,
        OriginalFormat.Html => _html,
        OriginalFormat.Json => _json,
        OriginalFormat.Feed => _feed,
        // A file that is called .eml but has no headers is its text.
        _ => _text,
    };

    /// <summary>A parser that fails on an original would fail on it again: a retry would change nothing.</summary>
    private static ReadOutcome Guarded(string format, Func<ReadOutcome> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Outcome.Of(Reject.Unreadable(format, exception));
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> content) => content.Trim("\uFEFF \t\r\n"u8).IsEmpty;
}
