using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;
using NewsAlerts.Adapters.Http;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;
using NewsAlerts.Web.Readers;

namespace NewsAlerts.Adapters.Email;

/// <summary>Sends digests, and words about subscriptions, by SMTP, a connection each.</summary>
internal sealed partial class EmailChannel(
    MailComposer composer,
    IOptions<EmailOptions> options,
    TimeProvider time,
    ILogger<EmailChannel> logger) : IDeliveryChannel, IMessageChannel
{
    /// <summary>A conversation with a mail server has many turns, and a slow one is no reason to send mails away.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly EmailOptions _options = options.Value;

    /// <summary>Every mail goes to the one server.</summary>
    private readonly HostGate _gate = new(options.Value.Parallelism, Patience, time);

    public bool Serves(Channel channel) => channel is Channel.Email;

    public bool IsRelayed => true;

    public Task<SendOutcome> SendAsync(Digest digest, Subscription subscription, CancellationToken cancellationToken) =>
        SendAsync(digest.Id, subscription.Channel, async reader => await composer.ComposeAsync(digest, subscription, reader, cancellationToken), cancellationToken);

    public Task<SendOutcome> SendAsync(SubscriptionMessage message, Subscription subscription, CancellationToken cancellationToken) =>
        SendAsync(message.Id, message.To, reader => composer.ComposeAsync(message, subscription, reader, cancellationToken), cancellationToken);

    private async Task<SendOutcome> SendAsync(
        DigestId id, Channel to, Func<MailboxAddress, Task<MimeMessage?>> compose, CancellationToken cancellationToken)
    {
        if (!MailAddress.TryParse(((Channel.Email)to).Address, out var reader))
        {
            return new SendOutcome.Refused("The subscription's address is not a mail address.", Refusal.Address);
        }

        using var turn = await _gate.TryEnterAsync(_options.Host, cancellationToken);
        if (turn is null)
        {
            return new SendOutcome.NotTried();
        }

        using var message = await compose(reader);
        if (message is null)
        {
            return new SendOutcome.Hindered($"There is no address to confirm at: set {WebOptions.Section}__{nameof(WebOptions.BaseUrl)}.");
        }

        using var timeout = new CancellationTokenSource(_options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return await SendAsync(message, id, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SendOutcome.Hindered($"The mail server did not finish within {_options.Timeout.TotalSeconds:0} s.");
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var outcome = SmtpFailure.Outcome(ex, _options, time.GetUtcNow());
            switch (outcome)
            {
                case SendOutcome.Deferred(var error, _):
                    Log.NotNow(logger, id, error);
                    break;

                case SendOutcome.Hindered(var error):
                    Log.Hindered(logger, id, error);
                    break;
            }

            return outcome;
        }
    }

    private async Task<SendOutcome> SendAsync(MimeMessage message, DigestId id, CancellationToken cancellationToken)
    {
        using var client = new MailClient();
        if (await MailConnection.OpenAsync(client, _options, cancellationToken) is { } refused)
        {
            Log.Hindered(logger, id, refused);
            return new SendOutcome.Hindered(refused);
        }

        await client.SendAsync(message, cancellationToken);
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception ex) when (ex is not OperationCanceledException || cancellationToken.IsCancellationRequested)
        {
            // The server has the mail: whatever goes wrong with the good-bye must not send it again.
            Log.NoGoodbye(logger, id, ex.GetType().Name);
        }

        return new SendOutcome.Sent();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{DigestId} could not be mailed now: {Error}")]
        public static partial void NotNow(ILogger logger, DigestId digestId, string error);

        [LoggerMessage(2, LogLevel.Debug, "The mail server accepted {DigestId} but did not say good-bye: {Error}")]
        public static partial void NoGoodbye(ILogger logger, DigestId digestId, string error);

        [LoggerMessage(3, LogLevel.Error, "{DigestId} could not be mailed now, through no fault of its reader's: {Error}")]
        public static partial void Hindered(ILogger logger, DigestId digestId, string error);
    }
}
