using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Chaos.Faults;
using NewsAlerts.Chaos.Hosts;
using NewsAlerts.Chaos.Judging;
using NewsAlerts.Chaos.Load;
using NewsAlerts.Chaos.Readers;
using NewsAlerts.Digesting;
using NewsAlerts.Ingesting;
using NewsAlerts.Local.Operating;
using NewsAlerts.Routing;
using NewsAlerts.Tests.Adapters.OpenAI;

namespace NewsAlerts.Chaos;

/// <summary>One run on one storage account: load and blows side by side, then rest, then the judgement.</summary>
internal sealed class ChaosRun(ChaosPlan plan, string account, string folder, TimeProvider time, Action<string> say)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly RigTimes _times = new();
    private readonly Timeline _timeline = new(time);
    private readonly ReaderList _readers = new();

    public async Task<ChaosReport> RunAsync(CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        await using var storage = Storage.Open(account, _times);
        await storage.GetRequiredService<StorageProvisioner>().EnsureCreatedAsync(cancellationToken);
        var received = new ReceivedDigests(_timeline);
        var watch = new StorageWatch(_timeline, time);
        var ledger = new Ledger(_readers, received, watch, _times);

        await using var webhooks = await WebhookReader.StartAsync(received, _readers, time);
        await using var mails = new MailReader(received, time);
        await using var model = (await ModelServer.StartAsync()).SaysTheFirstSentence();
        var (webhookFaults, mailFaults, modelFaults) = (new FaultPlan(plan, "Webhook"), new FaultPlan(plan, "Mail"), new FaultPlan(plan, "Model"));
        await using var webhookProxy = await HttpFaultProxy.StartAsync(webhooks.Address, webhookFaults, watch: null, received.Answered, time);
        await using var mailProxy = new SmtpFaultProxy(mails.Port, mailFaults, time);
        await using var modelProxy = await HttpFaultProxy.StartAsync(new Uri(model.Address), modelFaults, watch: null, answered: null, time);
        await using var hosts = await HostGroup.CreateAsync(
            plan,
            _times,
            account,
            folder,
            [("Email__Host", "127.0.0.1"), ("Email__Port", $"{mailProxy.Port}"), ("OpenAI__Endpoint", $"{modelProxy.Address}v1"), ("OpenAI__Model", "test-model")],
            watch,
            _timeline,
            time);
        FaultPlan[] faults = [.. hosts.Faults, webhookFaults, mailFaults, modelFaults];

        var subscriptions = new SubscriptionLoad(plan, storage.GetRequiredService<SubscriptionBook>(), _readers, webhookProxy.Address, _timeline, time);
        await subscriptions.AddFirstAsync(cancellationToken);
        var clock = new RecoveryClock(storage.GetRequiredService<StorageClients>(), time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watching = clock.RunAsync(end.Token);

        Array.ForEach(faults, place => place.IsOn = true);
        var isWhole = await BreakAsync(hosts, subscriptions, storage.GetRequiredService<IOriginals>(), ledger, cancellationToken);
        await Task.Delay(plan.Aftermath, time, cancellationToken);
        hosts.Faults.ForEach(place => place.IsOn = false);
        await Task.Delay(plan.Aftermath, time, cancellationToken);
        Array.ForEach(faults, place => place.IsOn = false);
        var broke = time.GetElapsedTime(began);
        say($"nothing is injected any more after {broke.TotalSeconds:0} s; coming to rest");

        var audit = new StorageAudit(
            storage.GetRequiredService<StorageClients>(), storage.GetRequiredService<IOriginals>(), storage.GetRequiredService<Delivering.IDeliveries>(),
            storage.GetRequiredService<Sweeping.IFailures>(), storage.GetRequiredService<Articles.ILibrary>(), _readers);
        var (rested, unrest) = await SettleAsync(hosts, audit, subscriptions, storage.GetRequiredService<IInboxes>(), cancellationToken);
        await end.CancelAsync();
        await watching;

        await received.AddCountedAsync(storage.GetRequiredService<IDigests>(), cancellationToken);
        var (excused, failures) = await audit.FailuresAsync(ledger.Dropped, cancellationToken);
        return new ChaosReport
        {
            Plan = plan,
            Faults = faults,
            Incidents = [.. hosts.Incidents],
            GaveUp = hosts.GaveUp,
            IsWhole = isWhole,
            Broke = broke,
            Settled = rested,
            Dropped = ledger.Dropped,
            Readers = _readers.All,
            Changes = subscriptions.Done,
            Received = received.All,
            Failures = failures,
            Recovery = clock.TimesOf(hosts.Incidents),
            Engines = await audit.EnginesAsync(cancellationToken),
            Findings = [.. unrest, .. ledger.Judge([.. hosts.Incidents], excused), .. await audit.LeftAsync(ledger.Dropped, cancellationToken)],
            Repeats = ledger.Repeats,
            Timeline = _timeline,
        };
    }

    /// <summary>Blows and load side by side: the load goes on as far as the blows have come, so that each of them hits a system at work. False where time ran out.</summary>
    private async Task<bool> BreakAsync(HostGroup hosts, SubscriptionLoad subscriptions, IOriginals originals, Ledger ledger, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(plan.Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var blows = Blow.Of(plan, _times);
        var source = new ArticleSource(plan);
        using var turn = new SemaphoreSlim(0);
        var struck = 0;
        var running = hosts.RunAsync(
            blows,
            () =>
            {
                var count = Interlocked.Increment(ref struck);
                if (count % Math.Max(1, blows.Count / 10) == 0)
                {
                    say($"{count} of {blows.Count} blows");
                }

                turn.Release();
            },
            either.Token);
        var steps = blows.Count + 1;
        for (var step = 0; step < steps && !either.IsCancellationRequested; step++)
        {
            for (var i = plan.Articles * step / steps; i < plan.Articles * (step + 1) / steps; i++)
            {
                await DropAsync(source.Next(), originals, ledger, cancellationToken);
            }

            if (step > 0)
            {
                await subscriptions.ChangeAsync(cancellationToken);
            }

            if (step < blows.Count)
            {
                await turn.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await running;
        return !limit.IsCancellationRequested;
    }

    private async Task DropAsync(Dropped original, IOriginals originals, Ledger ledger, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(original.Content);
        var at = _timeline.Note(original.Marker.Length > 0 ? original.Marker : original.Name, $"is dropped as {original.Name}, {original.Kind}");
        var head = await originals.AddAsync(original.Name, content, cancellationToken);
        ledger.Enter(original, head.Key, at);
    }

    /// <summary>Waits until nothing is left to do, sending by hand what no schedule sends soon. How long that took, and what was left then.</summary>
    private async Task<(TimeSpan Took, IReadOnlyList<Finding> Unrest)> SettleAsync(
        HostGroup hosts, StorageAudit audit, SubscriptionLoad subscriptions, IInboxes inboxes, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var sent = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            hosts.EnsureRunning();
            var unrest = await audit.UnrestAsync(cancellationToken);
            var took = time.GetElapsedTime(began);
            if (unrest.Count == 0 || took > plan.Settle)
            {
                return (took, unrest);
            }

            if (unrest.All(finding => finding.WaitsForDigest))
            {
                foreach (var reader in _readers.All.Where(reader => reader.Removed is null))
                {
                    if ((await inboxes.ListPendingAsync(reader.Id, DateTimeOffset.MaxValue.AddYears(-1), 1, cancellationToken)).Count > 0 && sent.Add(reader.Key))
                    {
                        await subscriptions.SendNowAsync(reader, cancellationToken);
                    }
                }
            }

            await Task.Delay(Look, time, cancellationToken);
        }
    }
}
