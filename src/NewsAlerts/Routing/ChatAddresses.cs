using NewsAlerts.Articles;

namespace NewsAlerts.Routing;

/// <summary>Which addresses a chat's webhooks have: what is mistyped, or belongs to somebody else, is told before a digest goes there.</summary>
/// <param name="Vendor">Its name, for people.</param>
/// <param name="Example">What an address looks like.</param>
/// <param name="Hosts">The hosts, in lower case; one that begins with a dot stands for every name that ends with it.</param>
/// <param name="Path">What the path begins with.</param>
public sealed record ChatAddresses(string Vendor, string Example, IReadOnlyList<string> Hosts, string Path)
{
    /// <summary>Incoming webhooks, commercial and government. A workflow's <c>/triggers/</c> takes variables and no blocks: it is another thing.</summary>
    public static ChatAddresses Slack { get; } = new("Slack", "https://hooks.slack.com/services/T…/B…/…", ["hooks.slack.com", "hooks.slack-gov.com"], "/services/");

    /// <summary>Workflows (Power Automate, on Logic Apps before) and the connectors that they replace, commercial and US government.</summary>
    public static ChatAddresses Teams { get; } = new(
        "Microsoft Teams",
        "https://….environment.api.powerplatform.com/powerautomate/automations/direct/workflows/…",
        [".powerplatform.com", ".powerplatform.us", ".logic.azure.com", ".logic.azure.us", ".webhook.office.com"],
        "/");

    /// <summary>Channel webhooks, of every release channel of the client.</summary>
    public static ChatAddresses Discord { get; } = new(
        "Discord", "https://discord.com/api/webhooks/…/…", ["discord.com", "canary.discord.com", "ptb.discord.com", "discordapp.com"], "/api/");

    /// <summary>Whether it names this machine, where a receiver for tests may be: delivery goes there only where it is told that it may.</summary>
    public static bool IsLocal(Uri url) => url is { IsAbsoluteUri: true, Scheme: "https" or "http", IsLoopback: true, UserInfo: "" };

    /// <summary>What is wrong with an address, without repeating it; null where nothing is.</summary>
    public string? Objection(Uri url) => url switch
    {
        { IsAbsoluteUri: false } or { Scheme: not "https" } => $"The address of a {Vendor} webhook begins with https://, such as {Example}.",
        { UserInfo.Length: > 0 } or { IsDefaultPort: false } => $"The address of a {Vendor} webhook has no user name and no port of its own: it is like {Example}.",
        _ when WebHost.Of(url) is not { } name || !Hosts.Any(host => Matches(name, host)) => $"'{url.Host}' is not a host of {Vendor} webhooks: their addresses are like {Example}.",
        _ when !url.AbsolutePath.StartsWith(Path, StringComparison.Ordinal) || url.AbsolutePath.Length <= Path.Length =>
            $"The address is {Vendor}'s, but not of a webhook: those are like {Example}.",
        _ => null,
    };

    private static bool Matches(string host, string pattern) =>
        pattern[0] == '.'
            ? host.EndsWith(pattern, StringComparison.OrdinalIgnoreCase) && host.Length > pattern.Length
            : host.Equals(pattern, StringComparison.OrdinalIgnoreCase);
}
