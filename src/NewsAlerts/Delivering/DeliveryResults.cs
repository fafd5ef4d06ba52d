using NewsAlerts.Routing;

namespace NewsAlerts.Delivering;

/// <summary>What an attempt comes to: first its delivery, in the ledger, then the subscription, whose destination it says something about.</summary>
public sealed class DeliveryResults(DeliveryPlan plan, DeliveryWaits waits, DeliveryEnds ends, FailingDestinations destinations, TimeProvider time)
{
    /// <param name="request">What asked for the delivery.</param>
    /// <param name="subscription">Whose it is.</param>
    /// <param name="claim">The row as the attempt claimed it.</param>
    /// <param name="outcome">How the attempt went.</param>
    /// <param name="cancellationToken">Stops what is not yet begun; what the receiver said is written down all the same.</param>
    public async Task WriteAsync(DeliverRequest request, Subscription subscription, Delivery claim, SendOutcome outcome, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        switch (outcome)
        {
            case SendOutcome.Sent:
                await ends.SentAsync(request, claim, cancellationToken);
                break;

            case SendOutcome.NotTried:
                await waits.PutBackAsync(request, claim, now + DeliveryPlan.TurnDelay(claim, now));
                break;

            case SendOutcome.Deferred(var error, var asked):
                await DeferAsync(request, subscription, Failed(claim, now, error), plan.NextDelay(claim.Attempts, asked), cancellationToken);
                break;

            case SendOutcome.Hindered(var error):
                await WaitAsync(request, Hindered(claim, now, error), plan.NextDelay(claim.Attempts, asked: null), cancellationToken);
                break;

            case SendOutcome.Refused(var error, var why):
                await RefuseAsync(request, subscription, Failed(claim, now, error) with { Refused = why }, cancellationToken);
                break;
        }
    }

    private async Task DeferAsync(DeliverRequest request, Subscription subscription, Delivery failed, TimeSpan? delay, CancellationToken cancellationToken)
    {
        var waiting = await WaitAsync(request, failed, delay, cancellationToken);

        // Reads the ledger, which takes its time: only after what the lease was for is written.
        if (await destinations.JudgeAsync(subscription, failed, cancellationToken) && waiting is not null)
        {
            await ends.CancelledAsync(request, waiting, failed.LastError!, cancellationToken);
        }
    }

    /// <summary>Has a failed attempt followed by another, or by the delivery's end where it has no more of them, or of time.</summary>
    /// <returns>The row as it waits; null where it does not.</returns>
    private async Task<Delivery?> WaitAsync(DeliverRequest request, Delivery failed, TimeSpan? delay, CancellationToken cancellationToken)
    {
        if (delay is null)
        {
            await ends.FailedAsync(request, failed, $"{failed.LastError} (the last of {failed.Attempts} attempts)", cancellationToken);
            return null;
        }

        var until = time.GetUtcNow() + delay.Value;
        if (until >= plan.Expiry(failed))
        {
            await ends.ExpiredAsync(request, failed, cancellationToken);
            return null;
        }

        return await waits.DeferAsync(request, failed, until);
    }

    private async Task RefuseAsync(DeliverRequest request, Subscription subscription, Delivery refused, CancellationToken cancellationToken)
    {
        // Who wants no more is believed without the ledger, and before it is written: no kill leaves the subscription as it was.
        var isGone = refused.Refused is Refusal.Gone;
        if (isGone)
        {
            await destinations.JudgeAsync(subscription, refused, cancellationToken);
        }

        await ends.FailedAsync(request, refused, refused.LastError!, cancellationToken);
        if (!isGone)
        {
            await destinations.JudgeAsync(subscription, refused, cancellationToken);
        }
    }

    private static Delivery Failed(Delivery claim, DateTimeOffset now, string error) => claim with
    {
        LastError = error,
        FailingSince = claim.FailingSince ?? now,
        History = claim.History.With(now, error),
    };

    /// <summary>What its destination would have said is not known: should it fail later, that counts from then.</summary>
    private static Delivery Hindered(Delivery claim, DateTimeOffset now, string error) => claim with
    {
        LastError = error,
        FailingSince = null,
        HinderedAt = now,
        History = claim.History.With(now, error),
    };
}
