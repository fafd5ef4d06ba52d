using MimeKit;
using MimeKit.Text;
using NewsAlerts.Digesting;

namespace NewsAlerts.Adapters.Email;

/// <summary>Makes the message that carries a digest. The same digest always makes the same Message-ID.</summary>
internal static class DigestMail
{
    /// <param name="digest">The digest.</param>
    /// <param name="said">What the mail says.</param>
    /// <param name="from">The sender.</param>
    /// <param name="to">The reader.</param>
    public static MimeMessage Of(Digest digest, MailTexts said, MailboxAddress from, MailboxAddress to)
    {
        var domain = MailboxAddress.EncodeAddrspec(from.Address).Split('@')[^1];
        var message = new MimeMessage
        {
            Subject = said.Subject,
            Date = digest.Frozen,
            MessageId = $"{digest.Id}@{domain}",
            Body = new MultipartAlternative
            {
                // In the order of rising preference (RFC 2046, section 5.1.4).
                new TextPart(TextFormat.Plain) { Text = said.Plain },
                new TextPart(TextFormat.Html) { Text = said.Html },
            },
        };
        message.From.Add(from);
        message.To.Add(to);

        // RFC 2919: lets readers sort by subscription. RFC 3834: keeps holiday notes from answering.
        message.Headers.Add(HeaderId.ListId, $"<{digest.Id.SubscriptionId}.{domain}>");
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");

        // Any server takes it, and a signature added on the way survives: no line is recoded later.
        message.Prepare(EncodingConstraint.SevenBit);
        return message;
    }
}

/// <summary>What a mail says.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Html">The HTML alternative.</param>
/// <param name="Plain">The plain one.</param>
internal sealed record MailTexts(string Subject, string Html, string Plain);
