using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace NewsAlerts.Ingesting;

/// <summary>Limits of what may be dropped. Configuration section <c>Ingest</c>.</summary>
public sealed class IngestOptions
{
    public const string Section = "Ingest";

    /// <summary>Largest original, in bytes. 1 KiB to 50 MiB; default 5 MiB.</summary>
    [Range(1_024, 50 * 1_024 * 1_024)]
    public int MaxOriginalBytes { get; set; } = 5 * 1_024 * 1_024;

    /// <summary>Longest text of an article, in UTF-16 code units. 1,000 to 1,000,000; default 200,000.</summary>
    [Range(1_000, 1_000_000)]
    public int MaxTextLength { get; set; } = 200_000;

    /// <summary>Most entries in a feed. 1 to 500 (the articles of one original fit one table row); default 500.</summary>
    [Range(1, 500)]
    public int MaxEntries { get; set; } = 500;

    /// <summary>How many times an original may fail to be ingested before it is rejected as unreadable. 1 to 20; default 5.</summary>
    [Range(1, 20)]
    public int MaxAttempts { get; set; } = 5;
}

[OptionsValidator]
internal sealed partial class IngestOptionsValidator : IValidateOptions<IngestOptions>;
