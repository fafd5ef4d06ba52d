using System.Text;
using NewsAlerts.Adapters.Webhooks;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Routing;
using NewsAlerts.Sweeping;

namespace NewsAlerts.EndToEnd.Pipeline;

/// <summary>When a subscription is disabled, who is told, and how it goes on; with a real receiver.</summary>
[Collection(EmulatorFixture.Collection)]
public sealed class DisablingTests(EmulatorFixture emulators)
{
    private static readonly int[] AwayFineAway = [503, 200, 503];

    [SkippableFact]
    public async Task A_receiver_that_is_gone_disables_its_subscription_at_once_and_its_owner_is_told_elsewhere()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var notices = await WebhookReceiver.StartAsync();
        await using var host = await TestPipeline.StartAsync(emulators);
        var owner = notices.At("/owner");
        var subscription = await host.SubscribeAsync(receiver.At("/hook"), "Our site", one => one with { NoticeTo = owner });
        receiver.AnswerWith(410);
        await DropAsync(host, 1);

        await host.SendDigestsAsync();

        var disabled = await FindAsync(host, subscription);
        Assert.Equal((Standing.Disabled, "The receiver is gone (410)."), (disabled.Standing, disabled.DisabledBecause));
        Assert.Null(await host.Get<ISubscriptions>().FindDueAsync(subscription.Id, CancellationToken.None));
        Assert.Empty(await host.Get<ISubscriptions>().ListDueAsync(0, DateTimeOffset.MaxValue, CancellationToken.None).ToListAsync());
        var told = Assert.Single(notices.Received);
        Assert.Equal(("/owner", EventTypes.Notice), (told.Path, told.Type));
        Assert.True(told.IsSignedWith(owner.Secret, host.Time.GetUtcNow()));
        Assert.Contains("The receiver is gone (410).", Encoding.UTF8.GetString(told.Body), StringComparison.Ordinal);
        Assert.Equal(
            [DeliveryEnds.NotDelivered, SubscriptionStanding.Disabled],
            (await FailuresAsync(host)).Select(failure => failure.Reason).Order(StringComparer.Ordinal).Reverse());
        Assert.Equal(0, await host.CountRowsAsync(Tables.Open));
    }

    [SkippableFact]
    public async Task The_owner_of_a_webhook_is_told_by_mail()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var host = await TestPipeline.StartAsync(emulators);
        var owner = $"{EmulatorFixture.NewPrefix()}@example.com";
        var subscription = await host.SubscribeAsync(receiver.At("/hook"), "Our site", one => one with { NoticeTo = new Channel.Email(owner) });
        receiver.AnswerWith(410);
        await DropAsync(host, 1);

        await host.SendDigestsAsync();

        var mail = Assert.Single(await emulators.Mail.ListAsync(CancellationToken.None), mail => mail.To.Any(to => to.Address == owner));
        Assert.Contains("disabled", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Our site", mail.Text, StringComparison.Ordinal);
        Assert.Contains(subscription.Id.ToString(), mail.Text, StringComparison.Ordinal);
        Assert.Contains("The receiver is gone (410).", mail.Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task An_alert_that_was_decided_before_is_kept_and_sent_when_the_subscription_is_enabled()
    {
        var reader = new RecordingChannel();
        await using var setup = await TestPipeline.StartAsync(emulators);
        await using var host = setup.AnotherHost(emulators, services => services.ReplaceChannels(reader));
        var subscription = await host.SubscribeAsync(
            new Channel.Email("reader@example.com"), with: one => one with { Schedule = null, Alerts = new AlertPolicy { TimeZone = "UTC" } });
        await host.DropAsync("1.txt", Texts.Article(1));
        await host.PrepareAsync();
        foreach (var request in await host.TakeAsync(Queues.Route))
        {
            await host.Get<ArticleRouter>().RouteAsync((RouteRequest)request, CancellationToken.None);
        }

        await host.Get<SubscriptionStanding>().DisableAsync(subscription, "By hand.", CancellationToken.None);
        await host.DrainAsync();
        Assert.Empty(reader.Accepted);
        var kept = await host.Get<IDeliveries>().ListAsync(subscription.Id, CancellationToken.None).SingleAsync();
        Assert.Equal((DigestKind.Alert, DeliveryState.Cancelled), (kept.DigestId.Kind, kept.State));

        await host.Get<SubscriptionStanding>().EnableAsync(subscription.Id, CancellationToken.None);
        await host.Get<DeliveryRetry>().RetryAsync(kept.DigestId, again: false, CancellationToken.None);
        await host.DrainAsync();
        Assert.Equal(kept.DigestId, Assert.Single(reader.Accepted).Id);
    }

    [SkippableFact]
    public async Task A_digest_that_was_due_while_disabled_stays_pending_for_the_first_issue_afterwards()
    {
        var reader = new RecordingChannel();
        await using var setup = await TestPipeline.StartAsync(emulators);
        await using var host = setup.AnotherHost(emulators, services => services.ReplaceChannels(reader));
        var subscription = await host.SubscribeAsync(new Channel.Email("reader@example.com"));
        await DropAsync(host, 1);
        host.Time.Advance(TimeSpan.FromHours(25));
        await host.Get<DigestScheduler>().ScheduleDueAsync(CancellationToken.None);

        await host.Get<SubscriptionStanding>().DisableAsync(subscription, "By hand.", CancellationToken.None);
        await host.DrainAsync();
        await host.SendDigestsAsync();
        Assert.Equal((0, 0), (reader.Calls, await host.CountRowsAsync(Tables.Deliveries)));

        await host.Get<SubscriptionStanding>().EnableAsync(subscription.Id, CancellationToken.None);
        await host.SendDigestsAsync();
        Assert.Single(Assert.Single(reader.Accepted).Items);
    }

    [SkippableFact]
    public async Task What_was_on_its_way_waits_until_the_subscription_is_enabled_and_arrives_under_the_same_id()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var host = await TestPipeline.StartAsync(emulators);
        var subscription = await host.SubscribeAsync(receiver.At("/hook"));
        receiver.AnswerWith(503);
        await DropAsync(host, 1);
        await host.SendDigestsAsync();
        var id = Assert.Single(receiver.Received).Id;

        // Failing for over five days: the digest's own attempts end before that, so the next one's do it.
        host.Time.Advance(TimeSpan.FromDays(5));
        await DeliverAsync(host, id);

        Assert.Equal(Standing.Disabled, (await FindAsync(host, subscription)).Standing);
        Assert.StartsWith("Nothing has arrived since", (await FindAsync(host, subscription)).DisabledBecause, StringComparison.Ordinal);
        Assert.Equal(DeliveryState.Cancelled, (await LedgerAsync(host, id)).State);
        Assert.IsType<RetryOutcome.SubscriptionDisabled>(await host.Get<DeliveryRetry>().RetryAsync(DigestId.Parse(id, null), again: false, CancellationToken.None));

        receiver.AnswerWith(200);
        Assert.IsType<EnableOutcome.Enabled>(await host.Get<SubscriptionStanding>().EnableAsync(subscription.Id, CancellationToken.None));
        Assert.IsType<RetryOutcome.Started>(await host.Get<DeliveryRetry>().RetryAsync(DigestId.Parse(id, null), again: false, CancellationToken.None));
        await host.DrainAsync();

        Assert.Equal(DeliveryState.Sent, (await LedgerAsync(host, id)).State);
        Assert.All(receiver.Received, post => Assert.Equal(id, post.Id));
        Assert.NotNull(await host.Get<ISubscriptions>().FindDueAsync(subscription.Id, CancellationToken.None));
        Assert.Empty(await FailuresAsync(host));
    }

    [SkippableFact]
    public async Task Something_that_arrived_in_between_starts_the_count_of_days_anew()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var host = await TestPipeline.StartAsync(emulators, ("Deliver:RetryDelays:0", "02:00:00"), ("Deliver:RetryDelays:1", "02:00:00"));
        var subscription = await host.SubscribeAsync(receiver.At("/hook"));
        foreach (var (number, status) in AwayFineAway.Index())
        {
            receiver.AnswerWith(status);
            await DropAsync(host, number);
            await host.SendDigestsAsync();
            var id = receiver.Received[^1].Id;
            for (var attempt = 0; attempt < 2; attempt++)
            {
                host.Time.Advance(TimeSpan.FromHours(3));
                await DeliverAsync(host, id);
            }

            // The times that were missed meanwhile are over before the next article comes: it belongs to the time after that.
            host.Time.Advance(TimeSpan.FromDays(3));
            await host.SendDigestsAsync();
        }

        Assert.Equal(Standing.Active, (await FindAsync(host, subscription)).Standing);
        Assert.Equal(2, (await FailuresAsync(host)).Count);
        Assert.Equal(3, receiver.Received.Select(post => post.Id).Distinct().Count());
    }

    [SkippableFact]
    public async Task The_third_refusal_in_a_row_disables_and_one_that_arrives_forgives_those_before()
    {
        var reader = new RecordingChannel();
        await using var setup = await TestPipeline.StartAsync(emulators);
        await using var host = setup.AnotherHost(emulators, services => services.ReplaceChannels(reader));
        var subscription = await host.SubscribeAsync(new Channel.Email("reader@example.com"));
        var bounce = new SendOutcome.Refused("The mail server refused the recipient (550).", Refusal.Address);
        SendOutcome[] answers = [bounce, bounce, new SendOutcome.Sent(), bounce, bounce, new SendOutcome.Refused("Too large.", Refusal.Message), bounce];

        var standings = new List<Standing>();
        foreach (var (number, answer) in answers.Index())
        {
            reader.Answer(answer);
            await DropAsync(host, number);
            await host.SendDigestsAsync();
            standings.Add((await FindAsync(host, subscription)).Standing);
        }

        Assert.Equal([.. Enumerable.Repeat(Standing.Active, 6), Standing.Disabled], standings);
        Assert.Contains("3 in a row were refused for good.", (await FindAsync(host, subscription)).DisabledBecause, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_host_killed_at_any_call_while_it_disables_leaves_one_notice_and_one_entry_in_the_list()
    {
        for (var call = 0; ; call++)
        {
            await using var receiver = await WebhookReceiver.StartAsync();
            await using var notices = await WebhookReceiver.StartAsync();
            await using var host = await TestPipeline.StartAsync(emulators);
            var subscription = await host.SubscribeAsync(receiver.At("/hook"), with: one => one with { NoticeTo = notices.At("/owner") });
            receiver.AnswerWith(410);
            await DropAsync(host, 1);
            host.Time.Advance(TimeSpan.FromHours(25));
            await host.Get<DigestScheduler>().ScheduleDueAsync(CancellationToken.None);
            var request = (DeliverRequest)Assert.Single(await host.TakeAsync(Queues.Deliver));

            var killSwitch = new KillSwitch(call);
            await using (var doomed = host.AnotherHost(emulators, killSwitch.Wrap))
            {
                await Record.ExceptionAsync(() => doomed.Get<DigestDeliverer>().DeliverAsync(request, CancellationToken.None));
            }

            for (var round = 0; round < 3; round++)
            {
                host.Time.Advance(TimeSpan.FromMinutes(6));
                await host.Get<Sweeper>().SweepAsync(CancellationToken.None);
                await host.DrainAsync();
            }

            var at = killSwitch.KilledAt ?? "never";
            Assert.True((await FindAsync(host, subscription)).Standing == Standing.Disabled, $"Killed {at}: it is not disabled.");
            Assert.True(notices.Received.Select(post => post.Id).Distinct().Count() == 1, $"Killed {at}: the owner was told {notices.Received.Count} times.");
            Assert.True((await FailuresAsync(host)).Count(one => one.Reason == SubscriptionStanding.Disabled) == 1, $"Killed {at}: it is not listed.");
            Assert.True(await host.CountRowsAsync(Tables.Open) == 0, $"Killed {at}: work is left open.");
            if (!killSwitch.HasKilled)
            {
                Assert.True(call > 10, $"Only {call} calls were tried: the switch is not where the calls are.");
                return;
            }
        }
    }

    private static async Task DropAsync(TestPipeline host, int number)
    {
        await host.DropAsync($"{number}.txt", Texts.Article(number));
        await host.DrainAsync();
    }

    private static Task DeliverAsync(TestPipeline host, string id) =>
        host.Get<DigestDeliverer>().DeliverAsync(new DeliverRequest(DigestId.Parse(id, null)), CancellationToken.None);

    private static async Task<Subscription> FindAsync(TestPipeline host, Subscription subscription) =>
        (await host.Get<ISubscriptions>().FindAsync(subscription.Id, CancellationToken.None))!;

    private static async Task<Delivery> LedgerAsync(TestPipeline host, string id) =>
        (await host.Get<IDeliveries>().FindAsync(DigestId.Parse(id, null), CancellationToken.None))!;

    private static async Task<IReadOnlyList<Failure>> FailuresAsync(TestPipeline host) =>
        await host.Get<IFailures>().ListAsync(CancellationToken.None).ToListAsync();
}
