using MimeKit;
using MimeKit.Cryptography;

namespace NewsAlerts.Ingesting.Formats;

/// <summary>Mail messages: newsletters. Attachments are not looked at.</summary>
internal static class MailReader
{
    // A forwarded newsletter is one level; MIME parts of one nest three or four.
    private const int MaxForwards = 3;
    private const int MaxMimeDepth = 32;

    /// <summary>Bytes. Servers accept some 64 KiB; a list of a million addresses takes seconds and gigabytes to read.</summary>
    private const int MaxHeader = 256 * 1024;

    /// <summary>Lines that may part one MIME part from the next. The parser keeps kilobytes for each part, however empty.</summary>
    private const int MaxBoundaries = 10_000;

    public static ReadOutcome Read(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (HeaderLength(content.Span) > MaxHeader)
        {
            return Outcome.Of(Reject.Malformed($"The message's header is longer than {MaxHeader / 1024} KiB."));
        }

        if (content.Span.Count("\n--"u8) > MaxBoundaries)
        {
            return Outcome.Of(Reject.Malformed($"The message has over {MaxBoundaries:N0} lines that begin with two hyphens, as each of its parts does."));
        }

        MimeMessage message;
        try
        {
            using var stream = new MemoryStream(content.ToArray(), writable: false);
            message = MimeMessage.Load(new ParserOptions { MaxMimeDepth = MaxMimeDepth }, stream, cancellationToken);
        }
        catch (FormatException)
        {
            return Outcome.Of(Reject.Malformed("The message has no header that a mail reader understands."));
        }

        using (message)
        {
            return Read(message, forwards: 0, cancellationToken);
        }
    }

    private static ReadOutcome Read(MimeMessage message, int forwards, CancellationToken cancellationToken)
    {
        if (Encryption(message.Body) is { } rejection)
        {
            return Outcome.Of(rejection);
        }

        var text = Body(message, cancellationToken);
        if (string.IsNullOrWhiteSpace(text))
        {
            return forwards < MaxForwards && Forwarded(message) is { } inner
                ? Read(inner, forwards + 1, cancellationToken)
                : Outcome.Of(Reject.NoText("The message has no text part with text in it; attachments are not read."));
        }

        if (text.TrimStart().StartsWith("-----BEGIN PGP MESSAGE-----", StringComparison.Ordinal))
        {
            return Outcome.Of(Reject.Encrypted("a PGP-encrypted message"));
        }

        return Outcome.Of(new ArticleDraft
        {
            Title = WithoutPrefix(message.Subject),
            Text = MailFooter.Cut(text),
            Source = Sender(message),
            Url = message.Headers["Archived-At"]?.Trim('<', '>', ' '),
            Published = message.Date == DateTimeOffset.MinValue ? null : message.Date,
            Language = message.Headers[HeaderId.ContentLanguage],
        });
    }

    private static int HeaderLength(ReadOnlySpan<byte> content)
    {
        var (lf, crlf) = (content.IndexOf("\n\n"u8), content.IndexOf("\n\r\n"u8));
        return lf < 0 ? crlf < 0 ? content.Length : crlf : crlf < 0 ? lf : Math.Min(lf, crlf);
    }

    private static Rejection? Encryption(MimeEntity? body) => body switch
    {
        MultipartEncrypted => Reject.Encrypted("a PGP-encrypted message"),
        ApplicationPkcs7Mime { SecureMimeType: SecureMimeType.SignedData } =>
            Reject.NoText("The message lies within an opaque S/MIME signature; send it clear-signed or unsigned."),
        ApplicationPkcs7Mime => Reject.Encrypted("an S/MIME-encrypted message"),
        _ => null,
    };

    /// <summary>HTML keeps paragraphs and lists; but some mails have a stub there and their text in the plain part.</summary>
    private static string Body(MimeMessage message, CancellationToken cancellationToken)
    {
        var parser = new BoundedHtml(cancellationToken);
        var (html, plain) = (new List<string>(), new List<string>());
        foreach (var part in message.BodyParts.OfType<TextPart>().Where(part => !part.IsAttachment).Take(50))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (part.IsHtml)
            {
                html.Add(HtmlText.OfFragment(part.Text, parser) ?? "");
            }
            else if (part.IsPlain || part.IsFlowed)
            {
                plain.Add(part.IsFlowed ? Unflowed(part.Text) : part.Text);
            }
        }

        var (fromHtml, fromPlain) = (string.Join("\n\n", html), string.Join("\n\n", plain));
        return fromHtml.Length * 2 >= fromPlain.Length ? fromHtml : fromPlain;
    }

    /// <summary>format=flowed (RFC 3676): a line that ends in a space goes on in the next one.</summary>
    private static string Unflowed(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return string.Concat(lines.Select(line => line.EndsWith(' ') && line != "-- " ? line : line + "\n"));
    }

    private static MimeMessage? Forwarded(MimeMessage message)
    {
        var iterator = new MimeIterator(message);
        while (iterator.MoveNext())
        {
            if (iterator.Current is MessagePart { Message: { } inner })
            {
                return inner;
            }
        }

        return null;
    }

    private static string? WithoutPrefix(string? subject)
    {
        var title = subject?.Trim();
        while (title is not null && ((string[])["Fwd:", "Fw:", "Re:"]).FirstOrDefault(prefix => title.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) is { } found)
        {
            title = title[found.Length..].TrimStart();
        }

        return title;
    }

    private static string? Sender(MimeMessage message) =>
        message.From.Mailboxes.FirstOrDefault() is { } sender ? string.IsNullOrWhiteSpace(sender.Name) ? sender.Domain : sender.Name : null;
}
