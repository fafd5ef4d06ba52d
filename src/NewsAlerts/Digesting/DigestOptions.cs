using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace NewsAlerts.Digesting;

/// <summary>What a digest may hold. Configuration section <c>Digest</c>.</summary>
public sealed class DigestOptions
{
    public const string Section = "Digest";

    /// <summary>Most articles in a digest; what is left over is in another one right after it. 1 to 500 (a freeze fits one table row); default 200.</summary>
    [Range(1, 500)]
    public int MaxItems { get; set; } = 200;
}

[OptionsValidator]
internal sealed partial class DigestOptionsValidator : IValidateOptions<DigestOptions>;
