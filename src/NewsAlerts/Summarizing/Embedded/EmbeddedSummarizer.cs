using Microsoft.Extensions.Options;
using NewsAlerts.Articles;
using NewsAlerts.Summarizing.Headlines;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>
/// Condenses an article by choosing from its own sentences: no key, no network, no model, any language with sentences. The same article
/// always gives the same summary. Safe for any number of threads.
/// </summary>
public sealed class EmbeddedSummarizer(IOptions<SummarizeOptions> options, TimeProvider time) : ISummarizer
{
    /// <summary>What <see cref="Summary.Engine"/> says.</summary>
    public const string Engine = "embedded";

    /// <exception cref="ArgumentException">The article has no sentence.</exception>
    public ValueTask<Summary> SummarizeAsync(Article article, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(article);
        cancellationToken.ThrowIfCancellationRequested();
        if (article.Sentences.Count == 0)
        {
            throw new ArgumentException($"Article {article.Id} has no sentence to summarise.", nameof(article));
        }

        var story = StoryReader.Read(article);
        return ValueTask.FromResult(new Summary
        {
            ArticleId = article.Id,
            Headline = HeadlineWriter.Write(article, story),
            KeyPoints = KeyPoints(article, story),
            Engine = Engine,
            Citation = article.Citation,
            Created = time.GetUtcNow(),
        });
    }

    private KeyPoint[] KeyPoints(Article article, IReadOnlyList<StorySentence> story)
    {
        var spans = new TextSpan[story.Count];
        for (var i = 0; i < spans.Length; i++)
        {
            spans[i] = story[i].Span;
        }

        var vectors = TermVectors.Of(article.Text, spans, article.Citation.Language);
        var writer = new KeyPointWriter(article, story);
        var chosen = KeyPointSelector.Select(story, SentenceGraph.CentralityOf(vectors), vectors, writer, options.Value.KeyPoints, Weights.Fitted);
        return [.. chosen.Select(index => Cite(article, story, index, writer[index]))];
    }

    private static KeyPoint Cite(Article article, IReadOnlyList<StorySentence> story, int index, WrittenPoint point)
    {
        var evidence = Evidence.Of(article, story[index].Number);
        return point.RestsOn is not { } other ? new KeyPoint(point.Text, evidence)
            : point.HoldsOther ? new KeyPoint(point.Text, Evidence.Of(article, story[other].Number), evidence)
            : new KeyPoint(point.Text, evidence, Evidence.Of(article, story[other].Number));
    }
}
