using NewsAlerts.Articles;
using NewsAlerts.Ingesting;
using NewsAlerts.Summarizing;

namespace NewsAlerts.Local.Condensing;

/// <summary>What became of something to condense.</summary>
internal abstract record Condensed
{
    private Condensed()
    {
    }

    /// <param name="Id">The line's own, else the article's.</param>
    /// <param name="Name">The file that it came from; null for a line.</param>
    /// <param name="Entry">Which of its original's entries it is, from 1; null where it is the whole original.</param>
    /// <param name="Article">What was condensed.</param>
    /// <param name="Summary">What came of it.</param>
    public sealed record Done(string Id, string? Name, int? Entry, Article Article, Summary Summary) : Condensed;

    /// <param name="Where">The file and, where it has several, the line or entry; null where <paramref name="Why"/> says it.</param>
    /// <param name="Why">Sentences for its owner.</param>
    public sealed record Bad(string? Where, string Why) : Condensed;
}
