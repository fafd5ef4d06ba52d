using Microsoft.Extensions.Options;
using NewsAlerts.Articles;
using NewsAlerts.Ingesting;
using NewsAlerts.Ingesting.Text;

namespace NewsAlerts.Benchmarks.Speed;

/// <summary>Makes articles of English texts as the pipeline does, their language given: the other engines don't look for it either.</summary>
internal sealed class EnglishComposer
{
    private static readonly OriginalHead _head = new("text.txt", "\"0x1\"", 0, null, DateTimeOffset.UnixEpoch);

    private readonly ArticleComposer _composer = new(new LanguageDetector(), Options.Create(new IngestOptions { MaxTextLength = 1_000_000 }), TimeProvider.System);

    /// <exception cref="ArgumentException">The text makes no article.</exception>
    public Article Compose(string text) =>
        _composer.Compose(_head, new ArticleDraft { Text = text, Language = "en" }) is ComposeOutcome.Composed(var article)
            ? article
            : throw new ArgumentException("A text makes no article: it has no sentence, or too many characters.", nameof(text));
}
