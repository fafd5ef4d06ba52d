using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.IO;
using MimeKit.Text;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;
using NewsAlerts.Web.Mail;
using NewsAlerts.Web.Readers;

namespace NewsAlerts.Adapters.Email;

/// <summary>Makes the message that carries a digest, or a word about a subscription. The same one always gets the same Message-ID.</summary>
internal sealed class MailComposer(IMailRenderer renderer, ReaderLinks links, IOptions<EmailOptions> options)
{
    /// <summary>Largest message as it is sent, in bytes: Gmail hides what comes after about 102 KB.</summary>
    public const int MaxBytes = 100 * 1_024;

    private readonly EmailOptions _options = options.Value;

    /// <summary>The mail of a digest, as long as <see cref="MaxBytes"/> allow: <see cref="DigestView.Shortenings"/> is the order in which it loses what.</summary>
    public async Task<MimeMessage> ComposeAsync(Digest digest, Subscription subscription, MailboxAddress reader, CancellationToken cancellationToken)
    {
        var unsubscribe = links.To(ReaderAction.Unsubscribe, subscription.Id, digest.Frozen);
        var view = DigestView.Of(digest, new MailFrame(unsubscribe, _options.Imprint)
        {
            PauseUrl = links.To(ReaderAction.Pause, subscription.Id, digest.Frozen),
            IssueUrl = links.To(digest),
        });
        foreach (var shortened in view.Shortenings())
        {
            var message = Compose(digest.Id, digest.Frozen, await renderer.RenderAsync(shortened, cancellationToken), reader);
            ListHeaders(message, subscription.Id, unsubscribe);
            if (await SizeOfAsync(message, cancellationToken) <= MaxBytes)
            {
                return message;
            }

            message.Dispose();
        }

        throw new InvalidOperationException($"Not even one item fits into {MaxBytes:N0} bytes: ItemView's limits are too wide.");
    }

    /// <summary>The mail of a message without articles; null where it needs a link, and this installation has no address.</summary>
    public async Task<MimeMessage?> ComposeAsync(SubscriptionMessage message, Subscription subscription, MailboxAddress reader, CancellationToken cancellationToken)
    {
        var said = message.Id.Due ?? throw new ArgumentException("A message without articles says when it was asked for.", nameof(message));
        switch (message)
        {
            case SubscriptionMessage.Confirmation confirmation when links.To(ReaderAction.Confirm, subscription.Id, said) is { } link:
                // No link to end what has not begun: doing nothing is enough.
                var question = MessageView.Of(confirmation, subscription, link, new MailFrame(UnsubscribeUrl: null, _options.Imprint));
                return Compose(message.Id, said, await renderer.RenderAsync(question, cancellationToken), reader);

            case SubscriptionMessage.Notice notice:
                var word = MessageView.Of(notice, subscription, new MailFrame(links.To(ReaderAction.Unsubscribe, subscription.Id, said), _options.Imprint));
                return Compose(message.Id, said, await renderer.RenderAsync(word, cancellationToken), reader);

            default:
                return null;
        }
    }

    private MimeMessage Compose(DigestId id, DateTimeOffset date, RenderedMail mail, MailboxAddress reader)
    {
        var message = new MimeMessage
        {
            Subject = Unencoded(mail.Subject),
            Date = date,
            MessageId = $"{id}@{Domain}",
            Body = new MultipartAlternative
            {
                // In the order of rising preference (RFC 2046, section 5.1.4).
                new TextPart(TextFormat.Plain) { Text = mail.Text },
                new TextPart(TextFormat.Html) { Text = mail.Html },
            },
        };
        message.From.Add(_options.Sender);
        message.To.Add(reader);
        if (_options.Answers is { } answers)
        {
            message.ReplyTo.Add(answers);
        }

        // RFC 3834: keeps holiday notes from answering.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");

        // Any server takes it, and a signature added on the way survives: no line is recoded later.
        message.Prepare(EncodingConstraint.SevenBit);
        return message;
    }

    /// <summary>RFC 2919 lets readers sort by subscription; RFC 2369 and, for one click, RFC 8058 let their mail program end it.</summary>
    private void ListHeaders(MimeMessage message, SubscriptionId subscription, Uri? unsubscribe)
    {
        message.Headers.Add(HeaderId.ListId, $"<{subscription}.{Domain}>");
        List<string> ways = [];
        if (unsubscribe is not null)
        {
            ways.Add($"<{unsubscribe.AbsoluteUri}>");
        }

        if (_options.Unsubscriptions is { } mailbox)
        {
            ways.Add($"<mailto:{Uri.EscapeDataString(mailbox.Address).Replace("%40", "@", StringComparison.Ordinal)}?subject=unsubscribe%20{subscription}>");
        }

        if (ways.Count > 0)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, string.Join(", ", ways));
        }

        // One click needs https; on this machine nobody can listen in.
        if (unsubscribe is { Scheme: "https" } or { IsLoopback: true })
        {
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }

    /// <summary>A name or a headline that looks like an encoded word (RFC 2047) would be shown as what it decodes to.</summary>
    private static string Unencoded(string subject) => subject.Replace("=?", "= ?", StringComparison.Ordinal);

    private string Domain => MailboxAddress.EncodeAddrspec(_options.Sender.Address).Split('@')[^1];

    private static async Task<long> SizeOfAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        using var measure = new MeasuringStream();
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        await message.WriteToAsync(format, measure, cancellationToken);
        return measure.Length;
    }
}
