using Microsoft.Extensions.Options;
using NewsAlerts.Digesting;

namespace NewsAlerts.Delivering;

/// <summary>When a delivery is tried again, and when it is no longer worth trying.</summary>
public sealed class DeliveryPlan(IOptions<DeliverOptions> options)
{
    private static readonly TimeSpan ShortestTurn = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestTurn = TimeSpan.FromMinutes(5);

    private IReadOnlyList<TimeSpan> Delays =>
        options.Value.RetryDelays is { Count: > 0 } configured ? configured.AsReadOnly() : DeliverOptions.DefaultRetryDelays;

    /// <summary>How many attempts a delivery has.</summary>
    public int Attempts => Delays.Count + 1;

    /// <summary>The wait after so many attempts; null after the last.</summary>
    /// <param name="attempts">How many were made.</param>
    /// <param name="asked">How long the receiver asked to wait: it may make the wait longer, not shorter.</param>
    public TimeSpan? NextDelay(int attempts, TimeSpan? asked)
    {
        if (attempts >= Attempts)
        {
            return null;
        }

        // Jitter keeps the many that failed together from coming back together.
        var jittered = Delays[attempts - 1] * (1 + (Random.Shared.NextDouble() * 0.1));
        var longer = asked > jittered ? asked.Value : jittered;
        return longer < DeliverOptions.LongestDelay ? longer : DeliverOptions.LongestDelay;
    }

    /// <summary>
    /// The wait for a turn where a receiver's host is busy: a quarter of the delivery's age, from 5 seconds to 5 minutes, and up to as much again. So
    /// the many that wait for a host that hangs ask less and less often.
    /// </summary>
    public static TimeSpan TurnDelay(Delivery delivery, DateTimeOffset now)
    {
        var quarter = (now - (delivery.Restarted ?? delivery.Created)) / 4;
        var wait = quarter < ShortestTurn ? ShortestTurn : quarter > LongestTurn ? LongestTurn : quarter;
        return wait * (1 + Random.Shared.NextDouble());
    }

    /// <summary>From when on a delivery is too old to be of use. What its reader had it wait does not count.</summary>
    public DateTimeOffset Expiry(Delivery delivery) => (delivery.Restarted ?? delivery.Created) + delivery.Held + Lifetime(delivery.DigestId.Kind);

    private TimeSpan Lifetime(DigestKind kind) => kind is DigestKind.Alert ? options.Value.AlertLifetime : options.Value.DigestLifetime;
}
