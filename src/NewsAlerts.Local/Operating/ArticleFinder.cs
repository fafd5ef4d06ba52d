using NewsAlerts.Articles;
using NewsAlerts.Local.Commands;

namespace NewsAlerts.Local.Operating;

/// <summary>Finds an article by its id, or by the beginning of its id among the recent ones.</summary>
internal sealed class ArticleFinder(ILibrary library, IArchive archive, TimeProvider time)
{
    /// <summary>Fewer characters than this say too little.</summary>
    public const int ShortestPrefix = 4;

    /// <summary>How far back the beginning of an id is looked for, in days.</summary>
    public const int Days = 31;

    /// <exception cref="CommandException">There is none, or several; the message says what to do.</exception>
    public async Task<Article> FindAsync(string text, CancellationToken cancellationToken)
    {
        var id = ArticleId.TryParse(text, null, out var full) ? full : await FindByPrefixAsync(text, cancellationToken);
        return await library.FindArticleAsync(id, cancellationToken)
            ?? throw new CommandException($"The library has no article {id}. `newsalerts articles` lists the recent ones.");
    }

    private async Task<ArticleId> FindByPrefixAsync(string text, CancellationToken cancellationToken)
    {
        if (text.Length < ShortestPrefix)
        {
            throw new CommandException($"'{text}' is too short: give at least {ShortestPrefix} characters of the id that `newsalerts articles` shows.", ExitCodes.Usage);
        }

        var since = time.GetUtcNow().AddDays(-Days);
        var found = await archive.LatestAsync(since, cancellationToken)
            .Select(entry => entry.ArticleId)
            .Where(id => id.ToString().StartsWith(text, StringComparison.OrdinalIgnoreCase))
            .Distinct()
            .Take(2)
            .ToListAsync(cancellationToken);
        return found switch
        {
            [var one] => one,
            [] => throw new CommandException(
                $"No article of the last {Days} days has an id that begins with '{text}'. `newsalerts articles` lists them; an older one needs its whole id."),
            _ => throw new CommandException($"Several articles have an id that begins with '{text}': give more of it."),
        };
    }
}
