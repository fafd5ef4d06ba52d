namespace NewsAlerts;

/// <summary>The blob containers, as docs/formats.md describes them.</summary>
public static class Containers
{
    /// <summary>The inbox of the whole pipeline: holds only what is not yet handled.</summary>
    public const string Articles = "articles";

    /// <summary>Originals that became articles, kept for 30 days.</summary>
    public const string Originals = "originals";

    /// <summary>Originals that could not become articles, each beside its reason, kept for 30 days.</summary>
    public const string Rejected = "rejected";

    /// <summary>Articles and summaries, written once.</summary>
    public const string Library = "library";

    /// <summary>Frozen digests, written once.</summary>
    public const string Digests = "digests";

    /// <summary>The keys that protect the links in mails.</summary>
    public const string Keys = "keys";

    /// <summary>What stands in the place of the built-in look; usually empty.</summary>
    public const string Templates = "templates";

    public static IReadOnlyList<string> All { get; } = [Articles, Originals, Rejected, Library, Digests, Keys, Templates];
}
