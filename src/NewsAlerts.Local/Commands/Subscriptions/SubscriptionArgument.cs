using System.CommandLine;

namespace NewsAlerts.Local.Commands.Subscriptions;

/// <summary>How a subscription is named on the command line.</summary>
internal static class SubscriptionArgument
{
    public static Argument<string> Create() => new("SUBSCRIPTION") { Description = "A subscription's id, the beginning of its id, or its name." };
}
