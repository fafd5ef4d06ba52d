using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsAlerts.Articles;
using NewsAlerts.Summarizing.Embedded;

namespace NewsAlerts.Summarizing;

/// <summary>The model where there is one and <c>Summarize:Engine</c> lets it; whatever keeps it from answering, the embedded summariser, and a note.</summary>
internal sealed partial class FallbackSummarizer(
    EmbeddedSummarizer embedded,
    IEnumerable<IModelSummarizer> models,
    SummarizingMetrics metrics,
    IOptions<SummarizeOptions> options,
    ILogger<FallbackSummarizer> logger) : ISummarizer
{
    private readonly IModelSummarizer? _model = options.Value.Engine switch
    {
        SummarizeEngine.Embedded => null,
        _ => models.FirstOrDefault(model => model.IsConfigured),
    };

    public async ValueTask<Summary> SummarizeAsync(Article article, CancellationToken cancellationToken)
    {
        var outcome = _model is null
            ? new ModelOutcome.NotMade(ModelFailure.Off)
            : await _model.SummarizeAsync(article, cancellationToken);
        switch (outcome)
        {
            case ModelOutcome.Made made:
                metrics.Made(made.Summary.Engine, fallback: null);
                return made.Summary;
            case ModelOutcome.NotMade(ModelFailure.Off) when options.Value.Engine is not SummarizeEngine.OpenAI:
                var own = await embedded.SummarizeAsync(article, cancellationToken);
                metrics.Made(own.Engine, fallback: null);
                return own;
            case ModelOutcome.NotMade(var why):
                Log.FellBack(logger, article.Id, why);
                var summary = await embedded.SummarizeAsync(article, cancellationToken);
                metrics.Made(summary.Engine, why);
                return summary with { Notes = [.. summary.Notes, $"Made without the model: {ModelFailureReason.Of(why)}."] };
            default:
                throw new InvalidOperationException("There is no other outcome.");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2003, LogLevel.Warning, "Article {ArticleId} is summarised without the model: {Why}.")]
        public static partial void FellBack(ILogger logger, ArticleId articleId, ModelFailure why);
    }
}
