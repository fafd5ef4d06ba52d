using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace NewsAlerts.Digesting;

/// <summary>What a digest may hold. Configuration section <c>Digest</c>.</summary>
public sealed class DigestOptions
{
    public const string Section = "Digest";

    /// <summary>Most articles in a digest whose subscription has no limit of its own; the rest is counted and linked. 1 to 500; default 200.</summary>
    [Range(1, 500)]
    public int MaxItems { get; set; } = 200;
}

[OptionsValidator]
internal sealed partial class DigestOptionsValidator : IValidateOptions<DigestOptions>;
