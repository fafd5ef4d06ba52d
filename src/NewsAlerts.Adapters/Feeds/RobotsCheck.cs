using System.Text;
using NewsAlerts.Adapters.Http;

namespace NewsAlerts.Adapters.Feeds;

/// <summary>
/// Asks hosts for their robots.txt and goes by it (RFC 9309): read once a day; one that the host says it doesn't have allows everything; one that cannot
/// be had now forbids everything, unless an earlier one is known.
/// </summary>
internal sealed class RobotsCheck(GuardedGet get, TimeProvider time)
{
    /// <summary>RFC 9309, section 2.4.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(24);

    /// <summary>For so long an earlier robots.txt stands in for one that cannot be had; section 2.3.1.4 calls 30 days a long time.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromDays(30);

    /// <summary>Section 2.5 asks to read 500 KiB at least.</summary>
    private const int MostBytes = 512 * 1_024;

    /// <summary>Section 2.3.1.2 asks to follow five at least.</summary>
    private const int MostRedirects = 5;

    /// <summary>Why a URL may not be asked for; null where it may.</summary>
    public async Task<FeedAnswer.NotNow?> ObjectionAsync(Uri url, IRobotsMemory memory, CancellationToken cancellationToken)
    {
        var origin = url.GetLeftPart(UriPartial.Authority);
        var now = time.GetUtcNow();
        var known = memory.Find(origin);
        if (known is null || now - known.Read >= Fresh)
        {
            switch (await ReadAsync(new Uri(origin + "/robots.txt"), cancellationToken))
            {
                case (RobotsRules rules, _, _):
                    known = new RobotsRecord(now, rules);
                    memory.Save(origin, known);
                    break;
                case (_, var error, var wait) when known is null || now - known.Read >= Stale:
                    return new FeedAnswer.NotNow($"The host's robots.txt cannot be had, and without it nothing may be asked (RFC 9309). {error}", wait);
            }
        }

        return known!.Rules.Allow(url)
            ? null
            : new FeedAnswer.NotNow("The host's robots.txt does not let NewsAlerts read that address. Ask its owner, or take another feed.", Fresh);
    }

    private async Task<(RobotsRules? Rules, string? Error, TimeSpan? RetryAfter)> ReadAsync(Uri url, CancellationToken cancellationToken)
    {
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            switch (await get.SendAsync(url, MostBytes, [], cancellationToken))
            {
                case GetAnswer.Answered { Status: >= 200 and < 300 } found:
                    return (RobotsRules.Parse(Encoding.UTF8.GetString(found.Body.Span), OutgoingRequests.Sender.Product!.Name), null, null);
                case GetAnswer.Answered { Status: >= 300 and < 400, Location: { } target }:
                    url = target;
                    break;
                // The standard counts 429 with the hosts that have none; a host that is asked too often is not one that lets everything be asked.
                case GetAnswer.Answered { Status: 429 or >= 500 } failing:
                    return (null, $"The server answered {failing.Status}.", failing.RetryAfter);
                case GetAnswer.Answered:
                    return (RobotsRules.None, null, null);
                case GetAnswer.Forbidden(var error):
                    return (null, error, null);
                case GetAnswer.Unanswered(var error):
                    return (null, error, null);
            }
        }

        return (RobotsRules.None, null, null);
    }
}

/// <summary>Remembers what hosts' robots.txt said, as nobody wants to be asked for it with every request.</summary>
public interface IRobotsMemory
{
    /// <param name="origin">Scheme, host and port.</param>
    RobotsRecord? Find(string origin);

    void Save(string origin, RobotsRecord record);
}

/// <param name="Read">When.</param>
/// <param name="Rules">What it says to us.</param>
public sealed record RobotsRecord(DateTimeOffset Read, RobotsRules Rules);
