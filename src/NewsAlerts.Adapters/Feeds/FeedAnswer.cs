namespace NewsAlerts.Adapters.Feeds;

/// <summary>A feed to be fetched.</summary>
/// <param name="Url">As the operator gave it.</param>
/// <param name="MostBytes">The largest that is taken, decompressed.</param>
/// <param name="Known">What its last document said of itself; null asks for it unconditionally.</param>
public sealed record FeedRequest(Uri Url, int MostBytes, FeedVersion? Known);

/// <summary>What a server says of one version of a document, for "only if it has changed" (RFC 9110, section 13).</summary>
/// <param name="Of">Where redirects had led to: the validators of one address mean nothing at another.</param>
/// <param name="ETag">As it came.</param>
/// <param name="LastModified">As it came.</param>
public sealed record FeedVersion(string Of, string? ETag, string? LastModified);

/// <summary>What fetching a feed came to.</summary>
public abstract record FeedAnswer
{
    private FeedAnswer()
    {
    }

    /// <summary>A document; whether it is a feed is not looked at.</summary>
    /// <param name="Content">All of it, decompressed.</param>
    /// <param name="ContentType">As declared.</param>
    /// <param name="From">Where redirects had led to.</param>
    /// <param name="Version">For the next request.</param>
    /// <param name="MovedTo">Where the feed is from now on, by permanent redirects alone; null where it is where it was.</param>
    /// <param name="FreshFor">How long its server says that it will do; null where it says nothing.</param>
    public sealed record Document(ReadOnlyMemory<byte> Content, string? ContentType, Uri From, FeedVersion Version, Uri? MovedTo, TimeSpan? FreshFor) : FeedAnswer;

    /// <summary>It has not changed (304).</summary>
    /// <param name="FreshFor">How long its server says that it will do; null where it says nothing.</param>
    public sealed record Unchanged(TimeSpan? FreshFor) : FeedAnswer;

    /// <summary>It is gone for good, and nobody is to ask again (410).</summary>
    public sealed record Gone : FeedAnswer;

    /// <summary>There is none now.</summary>
    /// <param name="Error">Why, and what can be done, without the address.</param>
    /// <param name="Wait">How long to wait at least, at most a day; null where that is left to the caller.</param>
    /// <param name="IsHostsWish">Whether the feed's own host asked for that wait: then it counts for all that is on it.</param>
    public sealed record NotNow(string Error, TimeSpan? Wait = null, bool IsHostsWish = false) : FeedAnswer;
}
