using NewsAlerts.Digesting;
using NewsAlerts.Routing;
using NewsAlerts.Sweeping;

namespace NewsAlerts.Delivering;

/// <summary>Disables subscriptions and enables them again, and tells the owner, where there is somewhere else to tell it.</summary>
public sealed class SubscriptionStanding(ISubscriptions subscriptions, IFailures failures, Handover handover, TimeProvider time) : IMessageSource
{
    /// <summary>The reason under which a disabled subscription is listed among the failures.</summary>
    public const string Disabled = "Disabled";

    public DigestKind Kind => DigestKind.Notice;

    /// <summary>
    /// Disables an active subscription: standing, reason and due time change in one transaction. The notice is announced first, so that no crash
    /// leaves an owner untold; its id holds the second of the change, so of two hosts that disable it at once only one's notice counts. The change
    /// itself says by that second whose it is, not who was answered: an answer may be lost, and hosts of the same second share the notice.
    /// </summary>
    /// <returns>Whether it is disabled now.</returns>
    public async Task<bool> DisableAsync(Subscription subscription, string reason, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var notice = new DeliverRequest(DigestId.Of(Kind, subscription.Id, now));
        if (subscription.NoticeTo is not null)
        {
            await handover.AnnounceAsync(notice, cancellationToken);
        }

        var changed = await subscriptions.ChangeAsync(
            subscription.Id,
            one => one.Standing is Standing.Active
                ? one with { Standing = Standing.Disabled, DisabledBecause = reason, StandingSince = notice.DigestId.Due }
                : one,
            (one, due) => one.Standing is Standing.Disabled ? null : due,
            cancellationToken);
        if (changed is { Standing: Standing.Disabled } && changed.StandingSince == notice.DigestId.Due)
        {
            await ListAsync(changed, cancellationToken);
            if (changed.NoticeTo is not null)
            {
                await handover.SendAsync(notice, cancellationToken);
            }
        }
        else if (subscription.NoticeTo is not null)
        {
            await handover.FinishAsync(notice, cancellationToken);
        }

        return changed?.Standing is Standing.Disabled;
    }

    /// <summary>
    /// Makes a disabled subscription active, with its next due time. Whose change it is says the stored time: an answer may be lost. Asked again, it
    /// finishes what a crash left and changes nothing else.
    /// </summary>
    public async Task<EnableOutcome> EnableAsync(SubscriptionId id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var changed = await subscriptions.ChangeAsync(
            id,
            one => one.Standing is Standing.Disabled
                ? one with { Standing = Standing.Active, DisabledBecause = null, StandingSince = now }
                : one,
            (one, due) => one.StandingSince == now ? one.NextDueAfter(now) : due,
            cancellationToken);
        await failures.RemoveAsync(Stages.Deliver, id.ToString(), cancellationToken);
        return changed switch
        {
            null => new EnableOutcome.Removed(),
            { Standing: Standing.Unconfirmed } => new EnableOutcome.Unconfirmed(),
            _ when changed.StandingSince == now => new EnableOutcome.Enabled(),
            _ => new EnableOutcome.ActiveBefore(),
        };
    }

    /// <summary>Lists a disabled subscription among the failures.</summary>
    public Task ListAsync(Subscription subscription, CancellationToken cancellationToken) => failures.AddAsync(
        new Failure
        {
            Stage = Stages.Deliver,
            Key = subscription.Id.ToString(),
            Reason = Disabled,
            Detail = $"The subscription is disabled. {subscription.DisabledBecause}",
            Remedy = $"Mend its destination, then newsalerts subscriptions enable {subscription.Id}",
            Subject = subscription.Id.ToString(),
            At = time.GetUtcNow(),
        },
        cancellationToken);

    public MessageDraft Draft(DigestId id, Subscription subscription) =>
        subscription is { Standing: Standing.Disabled, NoticeTo: { } to } && subscription.StandingSince == id.Due
            ? new MessageDraft.Ready(new SubscriptionMessage.Notice
            {
                Id = id,
                To = to,
                Headline = "A subscription is disabled",
                Paragraphs =
                [
                    $"Nothing is sent any more to the {subscription.Channel.Kind} destination of “{subscription.Name}” ({subscription.Id}).",
                    $"The reason: {subscription.DisabledBecause}",
                    "What was on its way is kept. When the destination works again, whoever runs NewsAlerts can enable the subscription and send what is waiting.",
                ],
            })
            : new MessageDraft.Outdated(DeliveryState.Cancelled);
}

/// <summary>What came of the wish to enable a subscription.</summary>
public abstract record EnableOutcome
{
    private EnableOutcome()
    {
    }

    /// <summary>It was disabled, and is active now.</summary>
    public sealed record Enabled : EnableOutcome;

    /// <summary>It was active already.</summary>
    public sealed record ActiveBefore : EnableOutcome;

    /// <summary>Its address is to say yes first.</summary>
    public sealed record Unconfirmed : EnableOutcome;

    /// <summary>It was removed, or there never was one.</summary>
    public sealed record Removed : EnableOutcome;
}
