using System.Text.Json.Serialization;

namespace NewsAlerts.Routing;

/// <summary>How a digest reaches its reader.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Email), "email")]
[JsonDerivedType(typeof(Webhook), "webhook")]
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
        [JsonIgnore]
        public override string Kind => "webhook";

        [JsonIgnore]
        public override string Destination => Url.GetLeftPart(UriPartial.Authority);

        public override string ToString() => "Webhook { Url = *** }";
    }
}
