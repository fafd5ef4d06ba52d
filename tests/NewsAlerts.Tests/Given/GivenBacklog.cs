using NewsAlerts.Sweeping;

namespace NewsAlerts.Tests.Given;

/// <summary>What waits in an installation.</summary>
internal static class GivenBacklog
{
    /// <summary>Nothing does.</summary>
    public static Backlog AtRest(DateTimeOffset at) => new()
    {
        At = at,
        Originals = default,
        Queued = new Dictionary<string, Waiting>(),
        InFlight = new Dictionary<string, Waiting>(),
        Overdue = 0,
        Restarted = 0,
        Poisoned = new Dictionary<string, int>(),
        Failures = new Dictionary<string, Waiting>(),
        Failing = 0,
        OldestDue = null,
    };
}
