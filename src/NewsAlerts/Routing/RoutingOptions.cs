using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace NewsAlerts.Routing;

/// <summary>How articles meet subscriptions. Configuration section <c>Routing</c>.</summary>
public sealed class RoutingOptions
{
    public const string Section = "Routing";

    /// <summary>How many shards hold the subscriptions. May grow, never shrink. 1 to 256; default 1.</summary>
    [Range(1, 256)]
    public int Shards { get; set; } = 1;

    /// <summary>How long a host may go by the subscriptions it has read. 0 to 60 seconds; default 1 second.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan RefreshAfter { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How many inboxes are written at a time for one article. 1 to 256; default 16.</summary>
    [Range(1, 256)]
    public int Parallelism { get; set; } = 16;
}

[OptionsValidator]
internal sealed partial class RoutingOptionsValidator : IValidateOptions<RoutingOptions>;
