using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace NewsAlerts.Sweeping;

/// <summary>When work counts as stuck. Configuration section <c>Sweep</c>.</summary>
public sealed class SweepOptions
{
    public const string Section = "Sweep";

    /// <summary>How long an original may lie in the inbox before its trigger is taken to have missed it. 10 seconds to 1 hour; default 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00")]
    public TimeSpan MissedAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How often stuck work is started again before it is listed as a failure. 1 to 50; default 12 (about 2 days).</summary>
    [Range(1, 50)]
    public int MaxChecks { get; set; } = 12;

    /// <summary>How long one run may take; what is left over is the next one's. 5 seconds to 10 minutes; default 50 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:10:00")]
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(50);
}

[OptionsValidator]
internal sealed partial class SweepOptionsValidator : IValidateOptions<SweepOptions>;
