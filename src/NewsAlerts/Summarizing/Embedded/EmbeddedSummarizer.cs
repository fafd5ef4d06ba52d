using Microsoft.Extensions.Options;
using NewsAlerts.Articles;
using NewsAlerts.Summarizing.Headlines;
using NewsAlerts.Terms;

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
        var spans = story.Select(sentence => sentence.Span).ToArray();
        var vectors = TermVectors.Of(article.Text, spans, TermAnalyzers.For(article.Citation.Language));
        var chosen = KeyPointSelector.Select(story, vectors, options.Value.KeyPoints, Weights.Fitted);
        return [.. chosen.Select(index => Cite(article, story[index]))];
    }

    private static KeyPoint Cite(Article article, StorySentence sentence)
    {
        var (start, length) = sentence.Span;
        return new KeyPoint(sentence.Text, new Evidence(sentence.Number, start, length, article.Text.Substring(start, length)));
    }
}
