using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsAlerts.Articles;
using NewsAlerts.Summarizing;
using NewsAlerts.Sweeping;
using NewsAlerts.Telemetry;

namespace NewsAlerts.Ingesting;

/// <summary>
/// The stage Ingest: reads an original, keeps its articles, hands each on, and moves the original out of the inbox, to
/// <c>originals</c> or, with the reason, to <c>rejected</c>.
/// </summary>
public sealed partial class ArticleIngester(
    IOriginals originals,
    IOriginalReader reader,
    ArticleComposer composer,
    ILibrary library,
    IFailures failures,
    Handover handover,
    IngestingMetrics metrics,
    IOptions<IngestOptions> options,
    TimeProvider time,
    ILogger<ArticleIngester> logger)
{
    /// <summary>A long feed's progress is written down this often: an interrupted one goes on from there.</summary>
    private const int EntriesBetweenNotes = 25;

    /// <summary>Ingests the original of that name in the container <c>articles</c>.</summary>
    public async Task<IngestOutcome> IngestAsync(string name, CancellationToken cancellationToken)
    {
        using var span = Tracing.Source.StartActivity("ingest articles", ActivityKind.Consumer);
        var began = time.GetTimestamp();
        try
        {
            var outcome = await HandleAsync(name, cancellationToken);
            metrics.Took(began, null);
            return outcome;
        }
        catch (Exception ex)
        {
            span.Fail(ex);
            metrics.Took(began, ex);
            throw;
        }
    }

    /// <summary>
    /// Ingests what a trigger's client leads to. Where an original's name cannot be addressed, that is another blob: it is not touched, and Sweep refuses
    /// the original.
    /// </summary>
    public async Task<IngestOutcome> IngestAsync(string container, string name, CancellationToken cancellationToken) =>
        container == Containers.Articles ? await IngestAsync(name, cancellationToken) : new IngestOutcome.Gone();

    /// <summary>Lists, once, an original whose name leads elsewhere. It stays where it is: nothing here could read it, move it or delete it.</summary>
    public async Task RefuseUnaddressableAsync(OriginalHead head, CancellationToken cancellationToken)
    {
        if (await originals.FindRecordAsync(head.Key, cancellationToken) is { Done: true })
        {
            return;
        }

        var rejection = new Rejection(
            RejectionReason.Unaddressable,
            "Its name has a part '.' or '..', so that its address is another blob's. It stays in the inbox.",
            "Drop it again under a name without such a part, and delete this one with the tool that put it there.");
        await NoteRefusalAsync(head, rejection, progress: null, cancellationToken);
        Refused(head, rejection);
    }

    /// <summary>Refuses an original that failed again and again. One that has since been replaced is another, with attempts of its own.</summary>
    public async Task<IngestOutcome> RefuseUnreadableAsync(IngestRequest request, int attempts, CancellationToken cancellationToken)
    {
        if (await originals.ReadAsync(request.Name, maxBytes: 0, cancellationToken) is not { } original || original.Head.Key != request.OriginalKey)
        {
            return new IngestOutcome.Gone();
        }

        var rejection = new Rejection(
            RejectionReason.Unreadable,
            $"Ingesting it failed {attempts} times; the host's log says why.",
            "If the log names a defect of NewsAlerts, report it with the original; else mend the cause and drop it again.");
        return await RefuseAsync(original.Head, rejection, cancellationToken, await originals.FindRecordAsync(request.OriginalKey, cancellationToken));
    }

    private async Task<IngestOutcome> HandleAsync(string name, CancellationToken cancellationToken)
    {
        if (await originals.ReadAsync(name, options.Value.MaxOriginalBytes, cancellationToken) is not { } original)
        {
            return new IngestOutcome.Gone();
        }

        Tracing.Span?.SetTag("newsalerts.original.key", original.Head.Key);
        return Read(original, cancellationToken) switch
        {
            ReadOutcome.Entries entries => await KeepAsync(original.Head, entries.All, cancellationToken),
            ReadOutcome.Rejected rejected => await RefuseAsync(original.Head, rejected.Rejection, cancellationToken),
            var other => throw new InvalidOperationException($"Unknown outcome {other}."),
        };
    }

    private ReadOutcome Read(Original original, CancellationToken cancellationToken) =>
        original.Content is { } content
            ? reader.Read(original.Head, content, cancellationToken)
            : new ReadOutcome.Rejected(new Rejection(
                RejectionReason.TooLarge,
                $"It has {original.Head.Length:N0} bytes; an original may have at most {options.Value.MaxOriginalBytes:N0}.",
                $"Split it, or raise {IngestOptions.Section}__{nameof(IngestOptions.MaxOriginalBytes)}."));

    private async Task<IngestOutcome> KeepAsync(OriginalHead head, IReadOnlyList<ReadEntry> entries, CancellationToken cancellationToken)
    {
        var progress = entries.Count > EntriesBetweenNotes ? await originals.FindRecordAsync(head.Key, cancellationToken) : null;
        var tally = new Tally(head, progress);
        for (var i = progress?.EntriesHandled ?? 0; i < entries.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await KeepEntryAsync(head, entries[i], entries.Count == 1 ? null : i, tally, cancellationToken);
            if ((i + 1) % EntriesBetweenNotes == 0 && i + 1 < entries.Count)
            {
                await originals.SaveRecordAsync(tally.Record(done: false, i + 1), cancellationToken);
            }
        }

        if (tally.IsEmpty)
        {
            return await RefuseAsync(head, tally.Rejected[0], cancellationToken);
        }

        await originals.SaveRecordAsync(tally.Record(done: true, entries.Count), cancellationToken);
        await originals.MoveToOriginalsAsync(head, cancellationToken);
        Tracing.Span?
            .SetTag("newsalerts.articles.new", tally.Added.Count)
            .SetTag("newsalerts.articles.known", tally.Known.Count)
            .SetTag("newsalerts.articles.rejected", tally.Rejected.Count);
        Log.Ingested(logger, head.Key, tally.Added.Count, tally.Known.Count, tally.Rejected.Count);
        return new IngestOutcome.Ingested(tally.Added, tally.Known, tally.Rejected);
    }

    private async Task KeepEntryAsync(OriginalHead head, ReadEntry entry, int? number, Tally tally, CancellationToken cancellationToken)
    {
        switch (composer.Compose(head, entry, number))
        {
            case ComposeOutcome.Composed(var article):
                var request = new SummarizeRequest(article.Id);
                await handover.AnnounceAsync(request, cancellationToken);
                var added = await library.TryAddAsync(article, cancellationToken);

                // Also for an article that is known: whoever stored it may have been killed before handing it on.
                await handover.SendAsync(request, cancellationToken);
                tally.Add(article.Id, added);
                metrics.Ingested(added);
                break;

            case ComposeOutcome.Rejected(var rejection):
                tally.Rejected.Add(rejection);
                if (number is not null)
                {
                    metrics.Rejected(rejection.Reason);
                    await failures.AddAsync(FailureOf(head, rejection, $"{head.Key}-{number}"), cancellationToken);
                }

                break;
        }
    }

    private async Task<IngestOutcome> RefuseAsync(OriginalHead head, Rejection rejection, CancellationToken cancellationToken, OriginalRecord? progress = null)
    {
        await NoteRefusalAsync(head, rejection, progress, cancellationToken);
        await originals.MoveToRejectedAsync(head, rejection, cancellationToken);
        Refused(head, rejection);
        return new IngestOutcome.Refused(rejection);
    }

    private async Task NoteRefusalAsync(OriginalHead head, Rejection rejection, OriginalRecord? progress, CancellationToken cancellationToken)
    {
        await failures.AddAsync(FailureOf(head, rejection, head.Key), cancellationToken);
        await originals.SaveRecordAsync(new Tally(head, progress).Refused(rejection), cancellationToken);
    }

    private void Refused(OriginalHead head, Rejection rejection)
    {
        metrics.Rejected(rejection.Reason);
        Tracing.Span?.SetTag("newsalerts.rejection.reason", rejection.Reason.ToString());
        Log.Rejected(logger, head.Key, rejection.Reason);
    }

    private Failure FailureOf(OriginalHead head, Rejection rejection, string key) => new()
    {
        Stage = Stages.Ingest,
        Key = key,
        Reason = rejection.Reason.ToString(),
        Detail = rejection.Entry is { } entry ? $"Entry {entry + 1}: {rejection.Detail}" : rejection.Detail,
        Remedy = rejection.Remedy,
        Subject = head.Name,
        At = time.GetUtcNow(),
    };

    /// <summary>What an original has brought so far.</summary>
    private sealed class Tally(OriginalHead head, OriginalRecord? progress)
    {
        private readonly Rejection? _earlierRejection = progress?.Rejection;

        public List<ArticleId> Added { get; } = [.. progress?.Added.Select(id => ArticleId.Parse(id, null)) ?? []];

        public List<ArticleId> Known { get; } = [.. progress?.Known.Select(id => ArticleId.Parse(id, null)) ?? []];

        public List<Rejection> Rejected { get; } = [];

        public bool IsEmpty => Added.Count == 0 && Known.Count == 0;

        public void Add(ArticleId id, bool added)
        {
            var list = added ? Added : Known;
            if (!Added.Contains(id) && !Known.Contains(id))
            {
                list.Add(id);
            }
        }

        public OriginalRecord Record(bool done, int handled) => new()
        {
            Key = head.Key,
            Name = head.Name,
            Done = done,
            EntriesHandled = handled,
            Added = [.. Added.Select(id => id.ToString())],
            Known = [.. Known.Select(id => id.ToString())],
            Rejection = _earlierRejection ?? Rejected.FirstOrDefault(),
        };

        public OriginalRecord Refused(Rejection rejection) => Record(done: true, 0) with { Rejection = rejection };
    }

    private static partial class Log
    {
        [LoggerMessage(1001, LogLevel.Information, "Original {Key} brought {Added} new articles and {Known} known ones; {Rejected} entries were rejected.")]
        public static partial void Ingested(ILogger logger, string key, int added, int known, int rejected);

        [LoggerMessage(1002, LogLevel.Warning, "Original {Key} was rejected: {Reason}.")]
        public static partial void Rejected(ILogger logger, string key, RejectionReason reason);
    }
}
