using System.Text.Json.Serialization;

namespace NewsAlerts.Routing;

/// <summary>How a digest reaches its reader.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Email), "email")]
[JsonDerivedType(typeof(Webhook), "webhook")]
[JsonDerivedType(typeof(Slack), "slack")]
[JsonDerivedType(typeof(Teams), "teams")]
[JsonDerivedType(typeof(Discord), "discord")]
public abstract record Channel
{
    private Channel()
    {
    }

    /// <summary>The channel's name in the ledger and on the command line.</summary>
    [JsonIgnore]
    public abstract string Kind { get; }

    /// <summary>The destination, for people; never a secret, such as the token that a webhook's path may hold.</summary>
    [JsonIgnore]
    public abstract string Destination { get; }

    /// <summary>Whether what goes there arrives where the other leads.</summary>
    public bool IsSamePlaceAs(Channel other) => (this, other) switch
    {
        (Email one, Email two) => one.Address.Equals(two.Address, StringComparison.OrdinalIgnoreCase),
        _ => UrlOf(this) is { } url && url == UrlOf(other),
    };

    private static Uri? UrlOf(Channel channel) => channel switch
    {
        Webhook webhook => webhook.Url,
        Slack slack => slack.Url,
        Teams teams => teams.Url,
        Discord discord => discord.Url,
        _ => null,
    };

    /// <summary>An e-mail to one address.</summary>
    /// <param name="Address">A mail address, without a display name.</param>
    public sealed record Email(string Address) : Channel
    {
        [JsonIgnore]
        public override string Kind => "email";

        [JsonIgnore]
        public override string Destination => Address;

        public override string ToString() => "Email { Address = *** }";
    }

    /// <summary>A signed POST to one URL (Standard Webhooks).</summary>
    /// <param name="Url">Where to.</param>
    /// <param name="Secret">The signing secret that the receiver knows too.</param>
    public sealed record Webhook(Uri Url, WebhookSecret Secret) : Channel
    {
        /// <summary>Secrets that were replaced and sign along until their end, the one replaced last first; null for none.</summary>
        public IReadOnlyList<RetiringSecret>? Retiring { get; init; }

        [JsonIgnore]
        public override string Kind => "webhook";

        [JsonIgnore]
        public override string Destination => Url.GetLeftPart(UriPartial.Authority);

        /// <summary>Every secret that signs at that time, the current one first.</summary>
        public IEnumerable<WebhookSecret> SecretsAt(DateTimeOffset now) => [Secret, .. RetiringAt(now).Select(one => one.Secret)];

        /// <summary>Those that were replaced and still sign at that time.</summary>
        public IEnumerable<RetiringSecret> RetiringAt(DateTimeOffset now) => (Retiring ?? []).Where(one => one.Until > now);

        /// <summary>
        /// The same destination with a new secret. The one before, and those that still sign, go on to sign: a rotation that was interrupted before
        /// anybody saw the new secret is simply repeated. With nothing to <paramref name="keep"/>, only the new one signs: the others have leaked.
        /// </summary>
        /// <exception cref="InvalidOperationException"><see cref="RetiringSecret.Most"/> sign along already.</exception>
        public Webhook Rotated(WebhookSecret next, DateTimeOffset now, TimeSpan keep)
        {
            List<RetiringSecret> retiring = keep > TimeSpan.Zero ? [new RetiringSecret(Secret, now + keep), .. RetiringAt(now)] : [];
            return retiring.Count <= RetiringSecret.Most
                ? this with { Secret = next, Retiring = retiring.Count > 0 ? retiring : null }
                : throw new InvalidOperationException($"{RetiringSecret.Most} earlier secrets sign along already; the first of them ends at {RetiringAt(now).Min(one => one.Until):u}.");
        }

        public override string ToString() => "Webhook { Url = *** }";
    }

    /// <summary>A message to a Slack channel, by an incoming webhook.</summary>
    /// <param name="Url">The webhook's address; whoever has it can post, so it is a secret. <see cref="ChatAddresses.Slack"/> says which it may be.</param>
    public sealed record Slack(Uri Url) : Channel
    {
        [JsonIgnore]
        public override string Kind => "slack";

        [JsonIgnore]
        public override string Destination => Url.Host;

        public override string ToString() => "Slack { Url = *** }";
    }

    /// <summary>A card to a Microsoft Teams channel or chat, by a workflow that takes webhook requests.</summary>
    /// <param name="Url">The webhook's address; whoever has it can post, so it is a secret. <see cref="ChatAddresses.Teams"/> says which it may be.</param>
    public sealed record Teams(Uri Url) : Channel
    {
        [JsonIgnore]
        public override string Kind => "teams";

        [JsonIgnore]
        public override string Destination => Url.Host;

        public override string ToString() => "Teams { Url = *** }";
    }

    /// <summary>A message to a Discord channel, by its webhook.</summary>
    /// <param name="Url">The webhook's address; whoever has it can post, so it is a secret. <see cref="ChatAddresses.Discord"/> says which it may be.</param>
    public sealed record Discord(Uri Url) : Channel
    {
        [JsonIgnore]
        public override string Kind => "discord";

        [JsonIgnore]
        public override string Destination => Url.Host;

        public override string ToString() => "Discord { Url = *** }";
    }
}
