using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Ingesting;
using NewsAlerts.Local.Commands;
using NewsAlerts.Local.Emulators;
using NewsAlerts.Local.Operating;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Routing;
using NewsAlerts.Web.Mail;

namespace NewsAlerts.Local.Demo;

/// <summary>The demo from its first line to its last: start, drop, follow, send, show, and go on for as long as somebody likes.</summary>
internal sealed class DemoStory(DemoInstallation demo, DemoShow show, TimeSpan timeout, TimeProvider time)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(150);

    private IReadOnlyList<Sample> _samples = [];
    private IReadOnlyList<DigestId> _digests = [];
    private string _waitingFor = "the pipeline";

    /// <summary>Ends when the mail and the webhook have arrived and every sample has ended as it should.</summary>
    /// <exception cref="CommandException">One has not, in time; the message says which.</exception>
    public async Task<(Subscription Mail, Subscription Webhook)> TellAsync(CancellationToken cancellationToken)
    {
        show.Title("Starting what a cloud would provide");
        await show.WaitAsync("Looking for Node.js", progress => demo.StartEmulatorsAsync(progress, cancellationToken));

        using var deadline = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await TellInTimeAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CommandException(Unfinished());
        }
    }

    /// <summary>Sends on whatever is dropped afterwards, until cancelled.</summary>
    public async Task GoOnAsync(Subscription mail, Subscription webhook, CancellationToken cancellationToken)
    {
        var inboxes = demo.Services.GetRequiredService<IInboxes>();
        var book = demo.Services.GetRequiredService<SubscriptionBook>();
        var before = 0;
        while (true)
        {
            await Task.Delay(TimeSpan.FromSeconds(2), time, cancellationToken);
            var pending = await inboxes.ListPendingAsync(mail.Id, time.GetUtcNow().AddDays(1), SubscriptionBook.MostPending, cancellationToken);
            if (pending.Count > 0 && pending.Count == before)
            {
                var mails = (await demo.Mail.ListAsync(cancellationToken)).Length;
                await book.SendNowAsync(webhook.Id, cancellationToken);
                await book.SendNowAsync(mail.Id, cancellationToken);
                show.Line($"{Palette.Done} {Wording.Count(pending.Count, "article")} of yours: {Palette.Quiet("a digest is on its way")}");
                var sent = await MailAsync(mails, cancellationToken);
                show.Line($"  {Palette.Done} {Palette.Plain(sent.Subject)} {Palette.Quiet(demo.Mail.LinkTo(sent).AbsoluteUri)}");
                before = 0;
                continue;
            }

            before = pending.Count;
        }
    }

    private async Task<(Subscription Mail, Subscription Webhook)> TellInTimeAsync(CancellationToken cancellationToken)
    {
        await demo.StartHostAsync(cancellationToken);
        var (mail, webhook) = await demo.SubscribeAsync(cancellationToken);
        show.Line($"  {Palette.Done} A reader subscribes by mail {Palette.Quiet(DemoInstallation.Reader)}");
        show.Line($"  {Palette.Done} A program subscribes by webhook {Palette.Quiet(demo.Receiver.Url.AbsoluteUri)}");

        var began = time.GetTimestamp();
        await DropAsync(cancellationToken);
        var watch = new SampleWatch(demo.Services, [mail, webhook], time);
        await show.FollowAsync(_samples, async update =>
        {
            _waitingFor = "the samples to get into the inboxes";
            await FollowAsync(watch, SampleStage.InInboxes, update, cancellationToken);

            var book = demo.Services.GetRequiredService<SubscriptionBook>();
            _digests = [await book.SendNowAsync(mail.Id, cancellationToken), await book.SendNowAsync(webhook.Id, cancellationToken)];
            _waitingFor = "the samples to get into the digests";
            await FollowAsync(watch, SampleStage.InDigest, update, cancellationToken);
        });

        var caught = await MailAsync(before: 0, cancellationToken);
        var received = await WebhookAsync(cancellationToken);
        await LedgerAsync(cancellationToken);
        var took = time.GetElapsedTime(began);

        var digest = await demo.Services.GetRequiredService<IDigests>().FindAsync(_digests[0], cancellationToken)
            ?? throw new CommandException($"The digest {_digests[0]} went out, but is not in storage.");
        show.Title("The digest");
        show.Digest(DigestText.Of(digest), $"{Invocation.Of($"digest {digest.Id} --data {demo.DataFolder}")}");
        Verdict(caught, received, took);
        return (mail, webhook);
    }

    private async Task DropAsync(CancellationToken cancellationToken)
    {
        var files = OriginalDrop.Expand(Sample.FolderOfAll);
        show.Title($"Dropping {Wording.Count(files.Count, "sample")} into the container articles");
        var heads = await new OriginalDrop(demo.Services.GetRequiredService<IOriginals>(), time).DropAsync(files, _ => { }, cancellationToken);
        _samples = [.. heads.Select(head => new Sample(head))];
    }

    /// <summary>Until all are that far, or rejected.</summary>
    private async Task FollowAsync(SampleWatch watch, SampleStage until, Action<IReadOnlyList<Sample>> update, CancellationToken cancellationToken)
    {
        while (true)
        {
            _samples = await watch.LookAsync(_samples, _digests, cancellationToken);
            update(_samples);
            if (_samples.All(sample => sample.Stage >= until))
            {
                break;
            }

            await Task.Delay(Poll, time, cancellationToken);
        }

        if (until == SampleStage.InDigest && _samples.FirstOrDefault(sample => !sample.EndedWell) is { } odd)
        {
            throw new CommandException($"The sample {odd.Original.Name} ended as '{SampleTable.Words(odd.Stage)}', which it should not: {odd.Rejection?.Detail}");
        }
    }

    private async Task<CaughtMail> MailAsync(int before, CancellationToken cancellationToken)
    {
        _waitingFor = "the mail to arrive";
        while (true)
        {
            var mails = await demo.Mail.ListAsync(cancellationToken);
            if (mails.Skip(before).FirstOrDefault(mail => mail.To.Any(to => to.Address == DemoInstallation.Reader)) is { } caught)
            {
                return caught;
            }

            await Task.Delay(Poll, time, cancellationToken);
        }
    }

    private async Task<ReceivedWebhook> WebhookAsync(CancellationToken cancellationToken)
    {
        _waitingFor = "the webhook to arrive";
        while (demo.Receiver.Received.Count == 0)
        {
            await Task.Delay(Poll, time, cancellationToken);
        }

        return demo.Receiver.Received.First() is { IsValid: true } received
            ? received
            : throw new CommandException("The webhook arrived, but its signature is not valid.");
    }

    private async Task LedgerAsync(CancellationToken cancellationToken)
    {
        _waitingFor = "the ledger to say that both were sent";
        var deliveries = demo.Services.GetRequiredService<IDeliveries>();
        foreach (var id in _digests)
        {
            while (await deliveries.FindAsync(id, cancellationToken) is not { State: DeliveryState.Sent })
            {
                await Task.Delay(Poll, time, cancellationToken);
            }
        }
    }

    private void Verdict(CaughtMail caught, ReceivedWebhook received, TimeSpan took)
    {
        var articles = _samples.Sum(sample => sample.Articles.Count);
        var malformed = _samples.Count(sample => sample.Stage == SampleStage.Rejected);
        show.Title("What arrived");
        show.Achieved(
            ("mail", $"{Palette.Plain(caught.Subject)}\n{Palette.Quiet(demo.Mail.LinkTo(caught).AbsoluteUri)}"),
            ("webhook", $"signature valid\n{Palette.Quiet(string.Create(CultureInfo.InvariantCulture, $"{received.Id}, {received.Bytes:N0} bytes"))}"),
            ("samples", string.Create(
                CultureInfo.InvariantCulture,
                $"{articles} articles out of {_samples.Count - malformed} files in {took.TotalSeconds:0.0} s, {malformed} file rejected with its reason")));
    }

    private string Unfinished()
    {
        var missing = _samples.Where(sample => !sample.EndedWell).Select(sample => $"{sample.Original.Name} ({SampleTable.Words(sample.Stage)})").ToList();
        var samples = missing.Count == 0 ? "" : $" Samples on their way: {string.Join(", ", missing)}.";
        var warnings = demo.Warnings.Lines.Count == 0 ? "" : $" The host said: {string.Join(" | ", demo.Warnings.Lines)}";
        return $"The demo was not done within {timeout.TotalSeconds:0} seconds: it waited for {_waitingFor}.{samples}{warnings}";
    }
}
