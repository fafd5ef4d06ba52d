using NewsAlerts.Articles;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>An article's headline: its own title, otherwise its lead.</summary>
internal static class HeadlineWriter
{
    public static string Write(Article article, IReadOnlyList<StorySentence> story) =>
        article.Citation.Title is { Length: > 0 } title ? title : story[0].Text;
}
