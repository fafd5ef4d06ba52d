using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;

namespace NewsAlerts.Subscribing;

/// <summary>Confirmed opt-in: an address gets one question and nothing else until it has said yes.</summary>
public sealed partial class Confirmations(
    ISubscriptions subscriptions,
    IDeliveries deliveries,
    Handover handover,
    IOptions<ConfirmOptions> options,
    TimeProvider time,
    ILogger<Confirmations> logger) : IMessageSource
{
    public DigestKind Kind => DigestKind.Confirmation;

    /// <summary>
    /// Adds a subscription that is not due before its address has said yes, and asks. The question is announced first, so that no crash leaves an
    /// address that was never asked; without a subscription it comes to nothing.
    /// </summary>
    public async Task AddAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        var question = Question(subscription.Id);
        await handover.AnnounceAsync(question, cancellationToken);
        await subscriptions.AddAsync(subscription with { Standing = Standing.Unconfirmed }, due: null, cancellationToken);
        await handover.SendAsync(question, cancellationToken);
    }

    /// <summary>Asks once more.</summary>
    public async Task<AskOutcome> AskAgainAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        if (subscription is not { Removed: null, Standing: Standing.Unconfirmed })
        {
            return new AskOutcome.NothingToConfirm();
        }

        var asked = await deliveries.ListAsync(subscription.Id, cancellationToken).CountAsync(one => one.DigestId.Kind == Kind, cancellationToken);
        if (asked >= options.Value.MaxMails)
        {
            return new AskOutcome.TooOften(asked);
        }

        var question = Question(subscription.Id);
        await handover.StartAsync(question, cancellationToken);
        return new AskOutcome.Asked(question.DigestId);
    }

    /// <summary>The address has said yes: in one transaction the subscription becomes active and gets its first due time.</summary>
    /// <returns>The subscription; null where there was nothing to confirm.</returns>
    public async Task<Subscription?> ConfirmAsync(SubscriptionId id, CancellationToken cancellationToken)
    {
        var (confirms, wasAsked) = (false, false);
        var changed = await subscriptions.ChangeAsync(
            id,
            subscription =>
            {
                confirms = subscription.Standing == Standing.Unconfirmed;
                wasAsked |= confirms;
                return confirms ? subscription with { Standing = Standing.Active } : subscription;
            },
            (subscription, due) => confirms ? subscription.NextDueAfter(time.GetUtcNow()) : due,
            cancellationToken);
        if (!wasAsked)
        {
            return null;
        }

        Log.Confirmed(logger, id);
        return changed;
    }

    /// <summary>Until when the link of a question counts.</summary>
    public DateTimeOffset ExpiryOf(DateTimeOffset asked) => asked + options.Value.LinkLifetime;

    public MessageDraft Draft(DigestId id, Subscription subscription)
    {
        if (subscription.Standing != Standing.Unconfirmed)
        {
            return new MessageDraft.Outdated(DeliveryState.Cancelled);
        }

        var expires = ExpiryOf(id.Due!.Value);
        return expires <= time.GetUtcNow()
            ? new MessageDraft.Outdated(DeliveryState.Expired)
            : new MessageDraft.Ready(new SubscriptionMessage.Confirmation { Id = id, To = subscription.Channel, Expires = expires });
    }

    private DeliverRequest Question(SubscriptionId id) => new(DigestId.Of(Kind, id, time.GetUtcNow()));

    private static partial class Log
    {
        [LoggerMessage(8001, LogLevel.Information, "Subscription {SubscriptionId} is confirmed.")]
        public static partial void Confirmed(ILogger logger, SubscriptionId subscriptionId);
    }
}

/// <summary>What came of the wish to ask an address again.</summary>
public abstract record AskOutcome
{
    private AskOutcome()
    {
    }

    /// <summary>The question is on its way.</summary>
    public sealed record Asked(DigestId Id) : AskOutcome;

    /// <summary>It has been asked as often as it may be.</summary>
    public sealed record TooOften(int Times) : AskOutcome;

    /// <summary>It is confirmed, or gone.</summary>
    public sealed record NothingToConfirm : AskOutcome;
}
