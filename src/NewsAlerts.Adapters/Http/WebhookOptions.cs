using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace NewsAlerts.Adapters.Http;

/// <summary>Limits of requests to addresses that subscriptions name, whichever channel sends them. Configuration section <c>Webhooks</c>.</summary>
public sealed class WebhookOptions
{
    public const string Section = "Webhooks";

    /// <summary>The longest that one request may take, from looking up the name on. 1 to 100 seconds (the lease of a delivery is 2 minutes); default 15 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:40")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Most bytes that are read of a response before the connection is dropped. 0 to 1 MiB; default 64 KiB.</summary>
    [Range(0, 1_024 * 1_024)]
    public int MaxResponseBytes { get; set; } = 64 * 1_024;

    /// <summary>How many requests a process has under way to one host, so that one that hangs leaves room for the others. 1 to 256; default 8.</summary>
    [Range(1, 256)]
    public int HostParallelism { get; set; } = 8;

    /// <summary>Whether receivers may be called by http, so that anybody on the way can read what they get; default false.</summary>
    public bool AllowInsecure { get; set; }

    /// <summary>Whether receivers may be on this machine: for local development only, since its other services can be reached too; default false.</summary>
    public bool AllowLoopback { get; set; }

    /// <summary>Why nothing is ever posted to a URL; null where it is tried. Where its name leads is checked only when connecting.</summary>
    public string? Objection(Uri url) => OutgoingUrl.Objection(url, Rules) switch
    {
        OutgoingUrl.Inside when url.IsLoopback => $"{OutgoingUrl.Inside} {Section}__{nameof(AllowLoopback)}=true allows this machine, for development.",
        var objection => objection,
    };

    internal OutgoingRules Rules => new(Section, AllowInsecure, AllowLoopback);
}

[OptionsValidator]
internal sealed partial class WebhookOptionsValidator : IValidateOptions<WebhookOptions>;
