using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsAlerts.Adapters.OpenAI;
using NewsAlerts.Articles;
using NewsAlerts.Ingesting;
using NewsAlerts.Local.Commands;
using NewsAlerts.Summarizing;

namespace NewsAlerts.Local.Condensing;

/// <summary>Reads, composes and condenses as the pipeline does, without any store. Safe for any number of threads.</summary>
internal sealed class Condenser : IAsyncDisposable
{
    // Hashing loads the system's cryptography, 5 MB of it: what nobody asks for is not hashed.
    private static readonly ArticleId _unasked = ArticleId.Parse("aaaaaaaaaaaaaaaaaaaaaaaaaa", CultureInfo.InvariantCulture);

    private readonly ServiceProvider _services;
    private readonly IOriginalReader _reader;
    private readonly ArticleComposer _composer;
    private readonly ISummarizer _summarizer;

    /// <param name="configuration">The pipeline's: its limits count here too.</param>
    /// <param name="time">When summaries are created.</param>
    /// <param name="engine">Who condenses.</param>
    /// <param name="points">Key points an article; null for what is configured.</param>
    /// <exception cref="CommandException">That engine is not configured.</exception>
    /// <exception cref="OptionsValidationException">A configured value is out of its range.</exception>
    public Condenser(IConfiguration configuration, TimeProvider time, EngineChoice engine = EngineChoice.Embedded, int? points = null)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(time).AddIngesting(configuration).AddSummarizing(configuration);
        if (engine is not EngineChoice.Embedded)
        {
            // What is never asked need not be loaded: the model's client brings several megabytes of libraries.
            services.AddOpenAI(configuration);
        }

        _services = services
            .PostConfigure<SummarizeOptions>(options =>
            {
                options.KeyPoints = points ?? options.KeyPoints;
                options.Engine = Engine(engine) ?? options.Engine;
            })
            .BuildServiceProvider();
        _reader = _services.GetRequiredService<IOriginalReader>();
        _composer = _services.GetRequiredService<ArticleComposer>();
        _summarizer = _services.GetRequiredService<ISummarizer>();
        if (engine is EngineChoice.OpenAI && !_services.GetServices<IModelSummarizer>().Any(model => model.IsConfigured))
        {
            throw new CommandException(
                "No model is configured, so --engine openai has nothing to ask. Use --engine embedded, or auto for whichever there is.");
        }

        // A wrong value is everybody's trouble, not each line's.
        _ = _services.GetRequiredService<IOptions<SummarizeOptions>>().Value;
        MaxBytes = _services.GetRequiredService<IOptions<IngestOptions>>().Value.MaxOriginalBytes;
    }

    /// <summary>The most that an original, or a line, may have.</summary>
    public int MaxBytes { get; }

    /// <summary>All that an original holds: an entry of a feed each, or one. Never empty.</summary>
    public IReadOnlyList<ComposeOutcome> Read(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var head = Head(name, content.Length);
        return _reader.Read(head, content, cancellationToken) switch
        {
            ReadOutcome.Rejected(var rejection) => [new ComposeOutcome.Rejected(rejection)],
            ReadOutcome.Entries(var entries) => [.. entries.Select((entry, number) => _composer.Compose(head, entry, entries.Count == 1 ? null : number))],
            var other => throw new InvalidOperationException($"Unknown outcome {other}."),
        };
    }

    /// <summary>The article of a text that came without a format of its own.</summary>
    /// <param name="draft">What is known of it.</param>
    /// <param name="isNamed">Whether it goes by a name of its own: then its id means nothing.</param>
    public ComposeOutcome Compose(ArticleDraft draft, bool isNamed) => _composer.Compose(Head("-", draft.Text.Length), draft, id: isNamed ? _unasked : null);

    /// <summary>The summary that the pipeline would store, past its last gate.</summary>
    public async ValueTask<Summary> SummarizeAsync(Article article, CancellationToken cancellationToken) =>
        UngroundedPoints.Replace(article, await _summarizer.SummarizeAsync(article, cancellationToken));

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static SummarizeEngine? Engine(EngineChoice choice) => choice switch
    {
        EngineChoice.Embedded => SummarizeEngine.Embedded,
        EngineChoice.OpenAI => SummarizeEngine.OpenAI,
        _ => null,
    };

    // Nothing is stored, so there is no version to name.
    private static OriginalHead Head(string name, long length) => new(name, ETag: "", length, ContentType: null, DateTimeOffset.UnixEpoch) { Key = "-" };
}
