using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace NewsAlerts.Adapters.Templates;

/// <summary>How templates are read and used. Configuration section <c>Templates</c>.</summary>
public sealed class TemplateOptions
{
    public const string Section = "Templates";

    /// <summary>How long a host goes by the templates that it has read. 1 second to 1 hour; default 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan RefreshAfter { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest that filling in a template may take. 0.1 to 30 seconds; default 2 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:30")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest template, in bytes. 1 KiB to 256 KiB; default 64 KiB.</summary>
    [Range(1_024, 256 * 1_024)]
    public int MaxBytes { get; set; } = 64 * 1_024;
}

[OptionsValidator]
internal sealed partial class TemplateOptionsValidator : IValidateOptions<TemplateOptions>;
