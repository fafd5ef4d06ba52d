using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.Extensions.Options;

namespace NewsAlerts.Local.Hosting;

/// <summary>How the local host looks for work and does it. Configuration section <c>Local</c>.</summary>
public sealed class LocalHostOptions : IValidatableObject
{
    public const string Section = "Local";

    /// <summary>How many originals are read at a time: reading takes the processor. 1 to 64; default 4.</summary>
    [Range(1, 64)]
    public int OriginalParallelism { get; set; } = 4;

    /// <summary>How many messages of one queue are worked on at a time: that work mostly waits for storage. 1 to 256; default 16.</summary>
    [Range(1, 256)]
    public int MessageParallelism { get; set; } = 16;

    /// <summary>
    /// How long a message stays hidden from other hosts; renewed while it is worked on, so it only tells how soon another host
    /// takes over after a kill. 1 second to 10 minutes; default 60 seconds.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan VisibilityTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a message is worked on before it goes to its poison queue. 1 to 20; default 5, as in the Functions host.</summary>
    [Range(1, 20)]
    public int MaxDeliveries { get; set; } = 5;

    /// <summary>The wait after the first failure of a message or an original; doubles with each further one. 1 millisecond to 1 minute; default 1 second.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often the container <c>articles</c> is listed while something comes. 10 milliseconds to 1 minute; default 200 milliseconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan ShortestOriginalPoll { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How often it is listed when nothing has come for long. 10 milliseconds to 1 minute; default 2 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan LongestOriginalPoll { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The first wait after a queue was found empty. 10 milliseconds to 1 minute; default 100 milliseconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan ShortestQueuePoll { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest wait between two looks into an empty queue. 10 milliseconds to 1 minute; default 1 second.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan LongestQueuePoll { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often due digests are looked for, on the full multiples of it. 1 second to 1 hour; default 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan DigestInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often Sweep runs, on the full multiples of it. 1 second to 1 hour; default 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The IP address that serves readers' pages. Default 127.0.0.1, for this machine only; <c>0.0.0.0</c> in a container, which says itself which ports can be reached.
    /// </summary>
    public string WebAddress { get; set; } = "127.0.0.1";

    /// <summary>The port of <see cref="WebAddress"/>; links in mails that are already out need it to stay. 0, the default, for any free one; to 65535.</summary>
    [Range(0, 65_535)]
    public int WebPort { get; set; }

    /// <summary>Where traces, metrics and logs go: Off, Console or Otlp; default Off. <c>run --telemetry</c> says the same.</summary>
    [EnumDataType(typeof(TelemetryTarget))]
    public TelemetryTarget Telemetry { get; set; }

    /// <summary>How long a stop waits for the work in hand before it interrupts it. 0 to 5 minutes; default 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(10);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IPAddress.TryParse(WebAddress, out _))
        {
            yield return new ValidationResult($"{Section}__{nameof(WebAddress)} is '{WebAddress}'; it must be an IP address such as 127.0.0.1.", [nameof(WebAddress)]);
        }
    }
}

[OptionsValidator]
internal sealed partial class LocalHostOptionsValidator : IValidateOptions<LocalHostOptions>;
