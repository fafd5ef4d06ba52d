using System.Security.Cryptography;
using System.Text;
using NewsAlerts.Adapters.Http;

namespace NewsAlerts.Adapters.Feeds;

/// <summary>
/// Fetches feeds as a well-behaved client does: conditionally, obeying robots.txt of every host that it is led to, with a name of its own. How often
/// is the caller's to decide. Every hop is a <see cref="GuardedGet"/>.
/// </summary>
public sealed class FeedFetcher
{
    /// <summary>Enough for http to https, to www, and to where it has moved.</summary>
    private const int MostRedirects = 5;

    private static readonly TimeSpan LongestWait = OutgoingRequests.LongestRetryAfter;

    private readonly GuardedGet _get;
    private readonly OutgoingRules _rules;
    private readonly RobotsCheck _robots;

    internal FeedFetcher(GuardedGet get, OutgoingRules rules, TimeProvider time) =>
        (_get, _rules, _robots) = (get, rules, new RobotsCheck(get, time));

    /// <summary>Why a URL would never be asked, with what would change that; null where it may be.</summary>
    public string? Objection(Uri url) => OutgoingUrl.Objection(url, _rules) switch
    {
        null => null,
        var objection when url.Scheme == Uri.UriSchemeHttp && !_rules.AllowInsecure => $"{objection} Feeds__AllowInsecure=true allows http.",
        OutgoingUrl.Inside => $"{OutgoingUrl.Inside} Feeds__AllowLoopback=true allows this machine.",
        var objection => objection,
    };

    /// <summary>Asks for a feed once, following redirects. What happens is a value; only cancellation throws.</summary>
    public async Task<FeedAnswer> FetchAsync(FeedRequest request, IRobotsMemory memory, CancellationToken cancellationToken)
    {
        var (url, permanent) = (request.Url, true);
        Uri? movedTo = null;
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            if (Objection(url) is { } objection)
            {
                return new FeedAnswer.NotNow(redirects == 0 ? objection : $"It redirects to where requests may not go: {objection}", LongestWait);
            }

            if (await _robots.ObjectionAsync(url, memory, cancellationToken) is { } disallowed)
            {
                return disallowed;
            }

            var known = request.Known is { } version && version.Of == NameOf(url) ? version : null;
            var answer = await _get.SendAsync(url, request.MostBytes, Headers(known), cancellationToken);
            if (answer is not GetAnswer.Answered { Status: 301 or 302 or 303 or 307 or 308, Location: { } target } redirect)
            {
                return Read(answer, request, url, known, movedTo);
            }

            permanent &= redirect.Status is 301 or 308;
            movedTo = permanent ? target : movedTo;
            url = target;
        }

        return new FeedAnswer.NotNow($"It redirects more than {MostRedirects} times.");
    }

    private static FeedAnswer Read(GetAnswer answer, FeedRequest request, Uri url, FeedVersion? known, Uri? movedTo) => answer switch
    {
        GetAnswer.Answered { Status: 200, Complete: false } =>
            new FeedAnswer.NotNow($"It has more than {request.MostBytes:N0} bytes, the most that an original may have (Ingest__MaxOriginalBytes)."),
        GetAnswer.Answered { Status: 200 } document =>
            new FeedAnswer.Document(document.Body, document.ContentType, url, new FeedVersion(NameOf(url), document.ETag, document.LastModified), movedTo, document.FreshFor),
        GetAnswer.Answered { Status: 304 } unchanged when known is not null => new FeedAnswer.Unchanged(unchanged.FreshFor),
        GetAnswer.Answered { Status: 410 } => new FeedAnswer.Gone(),
        GetAnswer.Answered other => new FeedAnswer.NotNow(
            other.Status switch
            {
                401 or 403 => $"The server answered {other.Status}: it lets nobody read the feed, or not us.",
                404 => "The server answered 404: there is no feed at that address.",
                429 => "The server answered 429: it is asked too often.",
                _ => $"The server answered {other.Status}.",
            },
            other.RetryAfter,
            IsHostsWish: other.RetryAfter is not null && url.Authority == request.Url.Authority),
        GetAnswer.Forbidden(var error) => new FeedAnswer.NotNow(error, LongestWait),
        GetAnswer.Unanswered(var error) => new FeedAnswer.NotNow(error),
        _ => throw new InvalidOperationException($"Unknown answer {answer}."),
    };

    private static IEnumerable<(string Name, string Value)> Headers(FeedVersion? known)
    {
        yield return ("Accept", "application/atom+xml, application/rss+xml, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1");
        if (known?.ETag is { } etag)
        {
            yield return ("If-None-Match", etag);
        }

        if (known?.LastModified is { } modified)
        {
            yield return ("If-Modified-Since", modified);
        }
    }

    /// <summary>Tells addresses apart without keeping them: they may hold a reader's token.</summary>
    private static string NameOf(Uri url) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(url.AbsoluteUri)).AsSpan(0, 16));
}
