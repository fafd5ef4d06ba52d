using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace NewsAlerts.Summarizing;

/// <summary>How articles are condensed. Configuration section <c>Summarize</c>.</summary>
public sealed class SummarizeOptions
{
    public const string Section = "Summarize";

    /// <summary>Key points an article, where its text allows. 1 to 5; default 3.</summary>
    [Range(1, 5)]
    public int KeyPoints { get; set; } = 3;
}

[OptionsValidator]
internal sealed partial class SummarizeOptionsValidator : IValidateOptions<SummarizeOptions>;
