using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using NewsAlerts.Adapters.Http;

namespace NewsAlerts.Adapters.Feeds;

/// <summary>How <c>newsalerts watch</c> fetches feeds. How large one may be says <c>Ingest__MaxOriginalBytes</c>. Configuration section <c>Feeds</c>.</summary>
public sealed class FeedOptions
{
    public const string Section = "Feeds";

    /// <summary>The longest that one request may take, from looking up the name to the last byte. 1 second to 5 minutes; default 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether feeds may be fetched by http, so that anybody on the way can put words into them; default false.</summary>
    public bool AllowInsecure { get; set; }

    /// <summary>Whether feeds may be on this machine: for local development only, since its other services can be reached too; default false.</summary>
    public bool AllowLoopback { get; set; }

    internal OutgoingRules Rules => new(Section, AllowInsecure, AllowLoopback);
}

[OptionsValidator]
internal sealed partial class FeedOptionsValidator : IValidateOptions<FeedOptions>;
