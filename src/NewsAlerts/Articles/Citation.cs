namespace NewsAlerts.Articles;

/// <summary>Where an article comes from, as its source says it: what a reader needs to judge and to find it.</summary>
public sealed record Citation
{
    /// <summary>The article's own title; null where the source gives none.</summary>
    public string? Title { get; init; }

    /// <summary>Who published it, such as "Harbour Gazette"; null where unknown.</summary>
    public string? Source { get; init; }

    /// <summary>Its address, absolute, http or https; null where unknown. Data: nothing fetches it.</summary>
    public Uri? Url { get; init => field = value is null || IsWeb(value) ? value : throw new ArgumentException($"'{value}' is not an absolute http or https address."); }

    /// <summary>Who wrote it, without the "By"; null where unknown.</summary>
    public string? Byline { get; init; }

    /// <summary>When it was published; null where the source does not say.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>BCP 47 primary language subtag, such as "en"; "und" where it could not be told.</summary>
    public required string Language { get; init; }

    /// <summary>Whether an address may stand in an article at all: one of the web, whose host could be a name.</summary>
    public static bool IsWeb(Uri url) => url is { IsAbsoluteUri: true, Scheme: "http" or "https" } && WebHost.Of(url) is not null;
}
