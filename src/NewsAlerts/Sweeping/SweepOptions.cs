using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace NewsAlerts.Sweeping;

/// <summary>When work counts as stuck. Configuration section <c>Sweep</c>.</summary>
public sealed class SweepOptions
{
    public const string Section = "Sweep";

    private const int MostDoubling = 36;

    /// <summary>How long an original may lie in the inbox before its trigger is taken to have missed it. 10 seconds to 1 hour; default 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00")]
    public TimeSpan MissedAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long work may take, once it is announced, before Sweep looks at it for the first time. 1 second to 1 hour; default 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan FirstCheck { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long after that look, which starts stuck work again, the next one comes; doubles with each, up to 36 times as long. 1 second to 1 hour;
    /// default 10 minutes.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan CheckAgain { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long after a removal a subscription's inbox is purged: by then no host may route by what it has read before, which it does for a minute, and
    /// for as long as it is suspended in the middle of that. 90 seconds to 1 day; default 10 minutes.
    /// </summary>
    [Range(typeof(TimeSpan), "00:01:30", "1.00:00:00")]
    public TimeSpan PurgeAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How often stuck work is started again before it is listed as a failure. 1 to 50; default 12 (about 2 days).</summary>
    [Range(1, 50)]
    public int MaxChecks { get; set; } = 12;

    /// <summary>How long one run may take; what is left over is the next one's. 5 seconds to 10 minutes; default 50 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:10:00")]
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(50);

    /// <summary>How long after a look the next one comes, when there were so many before.</summary>
    internal TimeSpan WaitAfter(int checks) => CheckAgain * Math.Min(Math.Pow(2, Math.Min(checks, 10)), MostDoubling);

    /// <summary>How long a message may wait in its queue and pass for waiting: a queue that nobody reads is not waited for without end.</summary>
    internal TimeSpan LongestTurn => CheckAgain * MostDoubling;

    /// <summary>When work was to begin of which a row in the table Open says how often it was looked at and when it is next.</summary>
    public DateTimeOffset BeganAt(string stage, int checks, DateTimeOffset nextCheck)
    {
        var looks = Enumerable.Range(0, checks).Aggregate(TimeSpan.Zero, (sum, check) => sum + WaitAfter(check));
        return nextCheck - looks - (stage == Stages.Purge ? TimeSpan.Zero : FirstCheck);
    }
}

[OptionsValidator]
internal sealed partial class SweepOptionsValidator : IValidateOptions<SweepOptions>;
