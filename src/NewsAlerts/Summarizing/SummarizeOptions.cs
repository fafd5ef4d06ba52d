using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace NewsAlerts.Summarizing;

/// <summary>How articles are condensed. Configuration section <c>Summarize</c>.</summary>
public sealed class SummarizeOptions
{
    public const string Section = "Summarize";

    /// <summary>Key points an article, where its text allows; fewer, never below two, where long ones are as much to read. 1 to 5; default 3.</summary>
    [Range(1, 5)]
    public int KeyPoints { get; set; } = 3;

    /// <summary>What condenses; default <see cref="SummarizeEngine.Auto"/>.</summary>
    [EnumDataType(typeof(SummarizeEngine))]
    public SummarizeEngine Engine { get; set; } = SummarizeEngine.Auto;
}

/// <summary>What condenses an article.</summary>
public enum SummarizeEngine
{
    /// <summary>The model where one is configured, otherwise the embedded summariser.</summary>
    Auto,

    /// <summary>The embedded summariser; no model is asked.</summary>
    Embedded,

    /// <summary>The model; where none is configured or it fails, the embedded summariser, and every summary says so.</summary>
    OpenAI,
}

[OptionsValidator]
internal sealed partial class SummarizeOptionsValidator : IValidateOptions<SummarizeOptions>;
