using NewsAlerts.Delivering;
using NewsAlerts.Local.Terminal;

namespace NewsAlerts.Local.Commands.Deliveries;

/// <summary>How a delivery is shown.</summary>
internal static class DeliveryView
{
    /// <summary>The states' names on the command line.</summary>
    public static string States => string.Join(", ", Enum.GetNames<DeliveryState>()).ToLowerInvariant();

    public static string State(Delivery delivery) => $"{Mark(delivery.State)} {Word(delivery.State)}";

    public static string Word(DeliveryState state) => state.ToString().ToLowerInvariant();

    public static string Mark(DeliveryState state) => state switch
    {
        DeliveryState.Sent => Palette.Done,
        DeliveryState.Pending or DeliveryState.Sending => Palette.Waiting,
        DeliveryState.Failed or DeliveryState.Expired => Palette.Failed,
        _ => Palette.Known,
    };

    public static DeliveryJson Json(Delivery delivery) => new(
        delivery.DigestId,
        delivery.DigestId.SubscriptionId.ToString(),
        delivery.Time,
        delivery.Channel,
        Word(delivery.State),
        delivery.Items,
        delivery.Attempts,
        delivery.Until,
        delivery.LastError,
        delivery.Created,
        delivery.Updated);

    public static DeliveryDetailJson Detail(Delivery delivery) => new(
        Json(delivery), delivery.Owner, delivery.FailingSince, delivery.HinderedAt, delivery.Restarted, delivery.Refused?.ToString().ToLowerInvariant(), delivery.History.Attempts);
}
