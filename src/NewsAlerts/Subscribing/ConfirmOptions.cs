using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace NewsAlerts.Subscribing;

/// <summary>How an address is asked whether it wants a subscription. Configuration section <c>Confirm</c>.</summary>
public sealed class ConfirmOptions
{
    public const string Section = "Confirm";

    /// <summary>How long the link in a confirmation mail counts. 1 hour to 90 days; default 7 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "90.00:00:00")]
    public TimeSpan LinkLifetime { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Most confirmation mails for one subscription, the first included: nobody is to be asked for ever. 1 to 10; default 3.</summary>
    [Range(1, 10)]
    public int MaxMails { get; set; } = 3;
}

[OptionsValidator]
internal sealed partial class ConfirmOptionsValidator : IValidateOptions<ConfirmOptions>;
