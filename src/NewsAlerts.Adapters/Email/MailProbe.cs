using Microsoft.Extensions.Options;
using NewsAlerts.Delivering;

namespace NewsAlerts.Adapters.Email;

/// <summary>Talks to the mail server as sending does, up to the point where a mail would follow: connect, EHLO, encryption, sign-in, sender.</summary>
public sealed class MailProbe(IOptions<EmailOptions> options, TimeProvider time)
{
    /// <summary>What the server is, for people.</summary>
    public string Server => $"{options.Value.Host}:{options.Value.Port}";

    /// <returns>How it went, for people: nothing that is secret.</returns>
    public async Task<MailProbeResult> TryAsync(CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.Value.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        using var client = new MailClient();
        try
        {
            if (await MailConnection.OpenAsync(client, options.Value, either.Token) is { } refused)
            {
                return new MailProbeResult(refused, IsEncrypted: false, IsSignedIn: false);
            }

            await client.TrySenderAsync(options.Value.Sender, either.Token);
            var result = new MailProbeResult(null, client.IsSecure, client.IsAuthenticated);
            await client.DisconnectAsync(quit: true, either.Token);
            return result;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new MailProbeResult($"The mail server did not answer within {options.Value.Timeout.TotalSeconds:0} s.", false, false);
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            return new MailProbeResult(SmtpFailure.Outcome(ex, options.Value, time.GetUtcNow()) is SendOutcome.Hindered { Error: var error } ? error : ex.GetType().Name, false, false);
        }
    }
}

/// <summary>How the mail server took it.</summary>
/// <param name="Error">What went wrong; null where nothing did.</param>
/// <param name="IsEncrypted">Whether the connection was.</param>
/// <param name="IsSignedIn">Whether a user name and password were accepted; false where none are configured.</param>
public sealed record MailProbeResult(string? Error, bool IsEncrypted, bool IsSignedIn);
