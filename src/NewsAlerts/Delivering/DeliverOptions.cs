using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace NewsAlerts.Delivering;

/// <summary>How digests are sent. Configuration section <c>Deliver</c>.</summary>
public sealed class DeliverOptions : IValidatableObject
{
    public const string Section = "Deliver";

    /// <summary>How long a host may be at one attempt before another takes it over. 10 seconds to 10 minutes; default 2 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "00:10:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How much of the lease an attempt leaves for writing down its result. 1 second to 1 minute, less than the lease; default 20 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan LeaseMargin { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// The waits between attempts; one more failure after the last and the delivery has failed. At most 20 of at most 6 days
    /// (a queue message lives 7); default 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h.
    /// </summary>
    [MaxLength(20)]
    public IList<TimeSpan> RetryDelays { get; set; } = [];

    /// <summary>How old an alert may be and still be sent. 1 minute to 90 days; default 1 day.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "90.00:00:00")]
    public TimeSpan AlertLifetime { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How old a digest, a round-up or a notice may be and still be sent. 1 minute to 90 days; default 7 days.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "90.00:00:00")]
    public TimeSpan DigestLifetime { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long a destination may let nothing arrive before its subscription is disabled; an outage of the mail server does not count. 1 hour to 90 days; default 5 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "90.00:00:00")]
    public TimeSpan DisableAfter { get; set; } = TimeSpan.FromDays(5);

    /// <summary>How many digests in a row a destination may refuse for good before its subscription is disabled. 1 to 100; default 3.</summary>
    [Range(1, 100)]
    public int RefusalsToDisable { get; set; } = 3;

    /// <summary>The rules that hold between values, or for each of a list.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (LeaseMargin >= Lease)
        {
            yield return new ValidationResult($"{Section}__{nameof(LeaseMargin)} is {LeaseMargin}; it must be less than {Section}__{nameof(Lease)}, {Lease}.", [nameof(LeaseMargin)]);
        }

        if (RetryDelays.Any(delay => delay < TimeSpan.Zero || delay > LongestDelay))
        {
            yield return new ValidationResult($"{Section}__{nameof(RetryDelays)} has a wait that is negative or over 6 days.", [nameof(RetryDelays)]);
        }
    }

    /// <summary>A queue message lives 7 days.</summary>
    internal static readonly TimeSpan LongestDelay = TimeSpan.FromDays(6);

    internal static IReadOnlyList<TimeSpan> DefaultRetryDelays { get; } =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];
}

[OptionsValidator]
internal sealed partial class DeliverOptionsValidator : IValidateOptions<DeliverOptions>;
