using System.Diagnostics;
using Microsoft.Extensions.Options;
using NewsAlerts.Articles;
using NewsAlerts.Ingesting;
using NewsAlerts.Ingesting.Text;
using NewsAlerts.Summarizing;
using NewsAlerts.Summarizing.Embedded;

namespace NewsAlerts.Fuzz.Inputs;

/// <summary>What an original becomes on its way through the stages that read it (Ingest, Summarise), and what that takes, without storage.</summary>
/// <param name="Articles">The articles.</param>
/// <param name="Summaries">Theirs, in order.</param>
/// <param name="Rejections">Why it, or which of its entries, is none.</param>
/// <param name="Ingest">CPU time of the whole process while it was read.</param>
/// <param name="Summarize">The same while the slowest of its articles was condensed.</param>
/// <param name="Allocated">Bytes, by the whole process, in either.</param>
internal sealed record BadInputReading(
    IReadOnlyList<Article> Articles, IReadOnlyList<Summary> Summaries, IReadOnlyList<Rejection> Rejections, TimeSpan Ingest, TimeSpan Summarize, long Allocated)
{
    private static readonly LanguageDetector Languages = new();
    private static readonly EmbeddedSummarizer Summarizer = new(Options.Create(new SummarizeOptions()), TimeProvider.System);

    /// <summary>In a few words.</summary>
    public string End => Articles.Count == 0 ? $"{Rejections[0].Reason}: {Rejections[0].Detail}" : $"{Articles.Count} articles, {Rejections.Count} rejections";

    /// <summary>Reads it with the default limits, or others.</summary>
    public static BadInputReading Of(BadInput input, IngestOptions? limits = null)
    {
        var options = Options.Create(limits ?? new IngestOptions());
        var content = input.Content();
        var allocated = GC.GetTotalAllocatedBytes();
        var head = new OriginalHead(input.File, "\"0x1\"", content.Length, null, DateTimeOffset.UnixEpoch);
        var ((articles, rejections), ingest) = Measured(() => Read(head, content, options));
        var summaries = articles.ConvertAll(article => Measured(() => Condense(article)));
        return new BadInputReading(
            articles,
            summaries.ConvertAll(made => made.Result),
            rejections,
            ingest,
            summaries.Count == 0 ? TimeSpan.Zero : summaries.Max(made => made.Cpu),
            GC.GetTotalAllocatedBytes() - allocated);
    }

    private static (T Result, TimeSpan Cpu) Measured<T>(Func<T> work)
    {
        var before = Environment.CpuUsage.TotalTime;
        var result = work();
        return (result, Environment.CpuUsage.TotalTime - before);
    }

    private static (List<Article> Articles, List<Rejection> Rejections) Read(OriginalHead head, byte[] content, IOptions<IngestOptions> options)
    {
        if (content.Length > options.Value.MaxOriginalBytes)
        {
            // What the ingester says without reading it.
            return ([], [new Rejection(RejectionReason.TooLarge, $"{content.Length} bytes.", "Split it.")]);
        }

        var (articles, rejections) = (new List<Article>(), new List<Rejection>());
        switch (new OriginalReader(options).Read(head, content, CancellationToken.None))
        {
            case ReadOutcome.Rejected(var rejection):
                rejections.Add(rejection);
                break;

            case ReadOutcome.Entries(var entries):
                var composer = new ArticleComposer(Languages, options, TimeProvider.System);
                foreach (var (index, entry) in entries.Index())
                {
                    switch (composer.Compose(head, entry, entries.Count == 1 ? null : index))
                    {
                        case ComposeOutcome.Composed(var article):
                            articles.Add(article);
                            break;

                        case ComposeOutcome.Rejected(var refused):
                            rejections.Add(refused);
                            break;
                    }
                }

                break;

            default:
                throw new UnreachableException();
        }

        return (articles, rejections);
    }

    private static Summary Condense(Article article)
    {
        var made = Summarizer.SummarizeAsync(article, CancellationToken.None);
        return UngroundedPoints.Replace(article, made.IsCompletedSuccessfully ? made.Result : throw new UnreachableException("The embedded summariser waits for nothing."));
    }
}
