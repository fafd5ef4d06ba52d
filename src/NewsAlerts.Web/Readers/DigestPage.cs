using System.Globalization;
using Microsoft.AspNetCore.Http;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;
using NewsAlerts.Summarizing;
using NewsAlerts.Web.Mail;

namespace NewsAlerts.Web.Readers;

/// <summary>
/// Shows an issue whole, with what its mail or message only names or counts: what was shown in it first, then what it had no room for, the latest first.
/// </summary>
public sealed class DigestPage(ReaderPages pages, IDigests digests, RecentSummaries summaries, ComponentRenderer components)
{
    /// <summary>Most articles on a page: what its digest does not hold is read from the library for it.</summary>
    public const int PageLength = 50;

    private const int ReadParallelism = 16;

    public Task<IResult> AnswerAsync(HttpRequest request, string? token, CancellationToken cancellationToken) => pages.AnswerAsync(
        request,
        token,
        async id => await digests.FindAsync(id, cancellationToken) is { } digest
            ? new IssueAnswer(await ViewAsync(digest, request.Query["page"], cancellationToken), components)
            : pages.Of(Gone));

    private async Task<IssueView> ViewAsync(Digest digest, string? asked, CancellationToken cancellationToken)
    {
        var shown = digest.Items.Select(item => item.ArticleId).ToHashSet();
        List<PendingItem> rest = [.. digest.Settles.Where(item => !shown.Contains(item.ArticleId)).Reverse()];
        var total = digest.Items.Count + rest.Count;
        var count = (total + PageLength - 1) / PageLength;
        var number = int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, count) : 1;

        var before = (number - 1) * PageLength;
        List<Summary> items = [.. digest.Items.Skip(before).Take(PageLength)];
        List<PendingItem> unread = [.. rest.Skip(Math.Max(0, before - digest.Items.Count)).Take(PageLength - items.Count)];
        items.AddRange(await ReadAsync(unread, cancellationToken));

        var view = DigestView.Of(digest, MailFrame.Bare);
        var missing = Math.Min(PageLength, total - before) - items.Count;
        return new IssueView
        {
            Kicker = view.Kicker,
            Title = view.Title,
            Occasion = $"{view.Day} · {(digest.Id.Kind is DigestKind.RoundUp ? DigestView.HeldAlerts(total) : DigestView.Stories(total))}",
            Rule = view.Matched ?? view.Footer.Rule,
            Items = [.. DigestView.ItemsOf(digest, items)],
            Missing = missing > 0 ? $"{DigestView.Stories(missing)} of this page {(missing == 1 ? "is" : "are")} not kept any longer." : null,
            Page = number,
            Pages = count,
            Reference = view.Footer.Reference,
        };
    }

    private async Task<IEnumerable<Summary>> ReadAsync(List<PendingItem> items, CancellationToken cancellationToken)
    {
        var read = new Summary?[items.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, read.Length),
            new ParallelOptions { MaxDegreeOfParallelism = ReadParallelism, CancellationToken = cancellationToken },
            async (i, stop) => read[i] = await summaries.FindAsync(items[i].ArticleId, stop));
        return read.OfType<Summary>();
    }

    private static PageView Gone { get; } = new()
    {
        Title = "This issue is not kept any longer",
        Status = StatusCodes.Status404NotFound,
        Paragraphs = ["The mail or message that brought you here still has what it showed of it."],
    };
}
