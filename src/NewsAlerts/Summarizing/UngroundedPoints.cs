using NewsAlerts.Articles;

namespace NewsAlerts.Summarizing;

/// <summary>The last gate before a summary is stored: nothing ungrounded passes, whatever engine made it.</summary>
public static class UngroundedPoints
{
    /// <summary>
    /// Puts, in the place of each key point that its evidence does not support, the sentence that it points at (the article's first
    /// where it points at none), and says so in the notes. A grounded summary comes back as it is.
    /// </summary>
    public static Summary Replace(Article article, Summary summary)
    {
        var ungrounded = Grounding.Check(article, summary).ToLookup(found => found.KeyPoint);
        if (ungrounded.Count == 0)
        {
            return summary;
        }

        return summary with
        {
            KeyPoints = [.. summary.KeyPoints
                .Select((point, index) => ungrounded.Contains(index) ? Extract(article, point.Evidence.Sentence) : point)
                .DistinctBy(point => point.Evidence)],
            Notes = [.. summary.Notes, .. ungrounded.Select(found => $"Key point {found.Key + 1} was replaced by a sentence of the article: {string.Join(", ", found.Select(part => part.Why))}.")],
        };
    }

    private static KeyPoint Extract(Article article, int sentence)
    {
        var number = sentence >= 0 && sentence < article.Sentences.Count ? sentence : 0;
        return new KeyPoint(article.TextOf(number), Evidence.Of(article, number));
    }
}
