using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Articles;
using NewsAlerts.Digesting;
using NewsAlerts.Ingesting;
using NewsAlerts.Routing;

namespace NewsAlerts.Local.Demo;

/// <summary>Follows the samples through the stores, as an operator could: nothing in the pipeline knows that it is watched.</summary>
internal sealed class SampleWatch(IServiceProvider services, IReadOnlyList<Subscription> subscriptions, TimeProvider time)
{
    private const int Many = 1_000;
    private readonly IOriginals _originals = services.GetRequiredService<IOriginals>();
    private readonly ILibrary _library = services.GetRequiredService<ILibrary>();
    private readonly IInboxes _inboxes = services.GetRequiredService<IInboxes>();
    private readonly IDigests _digests = services.GetRequiredService<IDigests>();

    /// <summary>The samples as they are now.</summary>
    /// <param name="samples">As they were.</param>
    /// <param name="digests">The digests that they are to be in; none while they are on their way to the inboxes.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<Sample>> LookAsync(IReadOnlyList<Sample> samples, IReadOnlyList<DigestId> digests, CancellationToken cancellationToken)
    {
        var inboxes = await Task.WhenAll(subscriptions.Select(one => PendingAsync(one, cancellationToken)));
        var delivered = await Task.WhenAll(digests.Select(id => ContentsAsync(id, cancellationToken)));
        return await Task.WhenAll(samples.Select(sample => LookAsync(sample, inboxes, delivered, cancellationToken)));
    }

    private async Task<Sample> LookAsync(Sample sample, HashSet<ArticleId>[] inboxes, HashSet<ArticleId>[] digests, CancellationToken cancellationToken)
    {
        if (sample.Stage == SampleStage.Dropped)
        {
            sample = await ReadAsync(sample, cancellationToken);
        }

        if (sample.Stage == SampleStage.Read)
        {
            var summaries = await Task.WhenAll(sample.Articles.Select(id => _library.FindSummaryAsync(id, cancellationToken)));
            if (summaries.All(summary => summary is not null))
            {
                sample = sample with { Stage = SampleStage.Summarized, Headline = summaries[0]!.Headline };
            }
        }

        if (sample.Stage == SampleStage.Summarized && inboxes.All(inbox => inbox.IsSupersetOf(sample.Articles)))
        {
            sample = sample with { Stage = SampleStage.InInboxes };
        }

        return sample.Stage == SampleStage.InInboxes && digests.Length > 0 && digests.All(digest => digest.IsSupersetOf(sample.Articles))
            ? sample with { Stage = SampleStage.InDigest }
            : sample;
    }

    private async Task<Sample> ReadAsync(Sample sample, CancellationToken cancellationToken) =>
        await _originals.FindRecordAsync(sample.Original.Key, cancellationToken) switch
        {
            { Done: true, Added.Count: 0, Known.Count: 0 } rejected => sample with { Stage = SampleStage.Rejected, Rejection = rejected.Rejection },
            { Done: true } read => sample with
            {
                Stage = SampleStage.Read,
                Articles = [.. read.Added.Concat(read.Known).Select(id => ArticleId.Parse(id, null))],
                Rejection = read.Rejection,
            },
            _ => sample,
        };

    private async Task<HashSet<ArticleId>> PendingAsync(Subscription subscription, CancellationToken cancellationToken) =>
        [.. (await _inboxes.ListPendingAsync(subscription.Id, time.GetUtcNow().AddDays(1), Many, cancellationToken)).Select(item => item.ArticleId)];

    private async Task<HashSet<ArticleId>> ContentsAsync(DigestId id, CancellationToken cancellationToken) =>
        [.. (await _digests.FindAsync(id, cancellationToken))?.Items.Select(item => item.ArticleId) ?? []];
}
