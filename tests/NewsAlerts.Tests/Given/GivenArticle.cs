using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsAlerts.Articles;
using NewsAlerts.Ingesting;
using NewsAlerts.Ingesting.Text;

namespace NewsAlerts.Tests.Given;

/// <summary>Articles as the pipeline would make them.</summary>
internal static class GivenArticle
{
    /// <summary>When what this class makes is ingested: a Monday, 08:00 UTC.</summary>
    public static readonly DateTimeOffset Today = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private static readonly LanguageDetector Languages = new();

    /// <summary>It is in English unless something else is said: detection loads its models first.</summary>
    public static Article Of(
        string text,
        string? title = "Ferry to Lindholm runs again",
        string? source = "Harbour Gazette",
        string? url = "https://harbour.example/ferry",
        string? byline = null,
        DateTimeOffset? published = null,
        string? language = "en",
        string name = "ferry.txt",
        IReadOnlyList<string>? categories = null)
    {
        var draft = new ArticleDraft
        {
            Title = title,
            Text = text,
            Source = source,
            Url = url,
            Byline = byline,
            Published = published,
            Language = language,
            Categories = categories ?? [],
        };
        return Composer().Compose(Head(name), draft) switch
        {
            ComposeOutcome.Composed composed => composed.Article,
            ComposeOutcome.Rejected rejected => throw new ArgumentException($"Not an article: {rejected.Rejection.Detail}", nameof(text)),
            _ => throw new InvalidOperationException("There is no other outcome."),
        };
    }

    public static OriginalHead Head(string name, string? contentType = null) => new(name, "\"0x1\"", 0, contentType, Today);

    public static ArticleComposer Composer(IngestOptions? options = null) =>
        new(Languages, Options.Create(options ?? new IngestOptions()), new FakeTimeProvider(Today));
}
