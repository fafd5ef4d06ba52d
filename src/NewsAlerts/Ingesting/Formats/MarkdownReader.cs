using Markdig;

namespace NewsAlerts.Ingesting.Formats;

/// <summary>Markdown, by way of the HTML that it stands for, since it may hold HTML itself.</summary>
internal sealed class MarkdownReader(IngestOptions options) : IFormatReader
{
    /// <summary>Mark-up and links at most double or triple a text; beyond it, the text alone is too long.</summary>
    private const int MarkupFactor = 4;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    public string Format => "Markdown";

    public ReadOutcome Read(string text, CancellationToken cancellationToken)
    {
        if (text.Length > options.MaxTextLength * (long)MarkupFactor)
        {
            return Outcome.Of(Reject.TooLong(text.Length, options.MaxTextLength));
        }

        if (MarkdownBounds.Exceeded(text) is { } exceeded)
        {
            return Outcome.Of(Reject.TooComplex(exceeded));
        }

        var (matter, markdown) = FrontMatter.Take(text.TrimStart());
        string html;
        try
        {
            html = Markdown.ToHtml(markdown, Pipeline);
        }
        catch (ArgumentException exception) when (exception.Message.Contains("deeply nested", StringComparison.Ordinal))
        {
            return Outcome.Of(Reject.TooComplex("the Markdown is nested too deeply"));
        }

        if (new BoundedHtml(cancellationToken).Parse(html) is not { Body: { } body })
        {
            return Outcome.Of(Reject.TooComplex(BoundedHtml.Bounds));
        }

        var title = matter.Title;
        if (title is null && body.QuerySelector("h1") is { } heading)
        {
            title = HtmlText.Of(heading).ReplaceLineEndings(" ");
            heading.Remove();
        }

        return Outcome.Of(new ArticleDraft
        {
            Title = title,
            Text = HtmlText.Of(body),
            Source = matter.Source,
            Url = matter.Url,
            Byline = matter.Byline,
            Published = matter.Published,
            Language = matter.Language,
            Categories = matter.Categories,
        });
    }
}
