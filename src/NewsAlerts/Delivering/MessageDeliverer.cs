using Microsoft.Extensions.Logging;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;

namespace NewsAlerts.Delivering;

/// <summary>Sends messages without articles the way digests go: a row of the ledger, one host at a time, retries, failures.</summary>
public sealed partial class MessageDeliverer(
    ISubscriptions subscriptions,
    IEnumerable<IMessageSource> sources,
    IDeliveries deliveries,
    DeliveryAttempt attempt,
    DeliveryEnds ends,
    Handover handover,
    TimeProvider time,
    ILogger<MessageDeliverer> logger)
{
    /// <summary>Whether digests of that kind are messages without articles.</summary>
    public static bool Delivers(DigestKind kind) => kind is DigestKind.Confirmation or DigestKind.Notice;

    public async Task DeliverAsync(DeliverRequest request, CancellationToken cancellationToken)
    {
        var delivery = await deliveries.FindAsync(request.DigestId, cancellationToken);
        if (delivery is not null && !await attempt.IsDueAsync(request, delivery, cancellationToken))
        {
            return;
        }

        switch (await DraftAsync(request.DigestId, cancellationToken))
        {
            case (MessageDraft.Ready(var message), { } subscription):
                delivery ??= await EnterAsync(message, cancellationToken);
                await attempt.SendAsync(request, message, subscription, delivery, cancellationToken);
                break;

            case (MessageDraft.Outdated(var state), _):
                Log.Outdated(logger, request.DigestId, state);
                await (delivery is null ? handover.FinishAsync(request, cancellationToken) : ends.OutdatedAsync(request, delivery, state, cancellationToken));
                break;
        }
    }

    private async Task<(MessageDraft Draft, Subscription? Subscription)> DraftAsync(DigestId id, CancellationToken cancellationToken)
    {
        if (await subscriptions.FindAsync(id.SubscriptionId, cancellationToken) is not { Removed: null } subscription)
        {
            return (new MessageDraft.Outdated(DeliveryState.Cancelled), null);
        }

        var source = sources.FirstOrDefault(source => source.Kind == id.Kind)
            ?? throw new InvalidOperationException($"This host does not know what {id} is to say.");
        return (source.Draft(id, subscription), subscription);
    }

    private async Task<Delivery> EnterAsync(SubscriptionMessage message, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return await deliveries.TryAddAsync(
                new Delivery { DigestId = message.Id, State = DeliveryState.Pending, Channel = message.To.Kind, Items = 0, Created = now, Updated = now },
                cancellationToken)
            ?? await deliveries.FindAsync(message.Id, cancellationToken)
            ?? throw new InvalidOperationException($"The ledger lost {message.Id} right after it was entered.");
    }

    private static partial class Log
    {
        [LoggerMessage(5201, LogLevel.Information, "Message {DigestId} is of no use any longer: {State}.")]
        public static partial void Outdated(ILogger logger, DigestId digestId, DeliveryState state);
    }
}
