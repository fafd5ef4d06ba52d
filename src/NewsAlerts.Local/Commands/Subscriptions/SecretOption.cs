using System.CommandLine;
using NewsAlerts.Routing;

namespace NewsAlerts.Local.Commands.Subscriptions;

/// <summary>An option that takes a webhook's signing secret.</summary>
internal static class SecretOption
{
    public static Option<WebhookSecret?> Create(string name, string description) => new(name)
    {
        Description = $"{description} whsec_…; left out, a new one is made and shown once.",
        HelpName = "SECRET",
        CustomParser = result =>
        {
            if (WebhookSecret.TryParse(result.Tokens[0].Value, null, out var secret))
            {
                return secret;
            }

            // Not repeated: it may be a real secret, mistyped.
            result.AddError($"{name} is not a webhook secret; expected whsec_ followed by the base64 of 24 to 64 bytes. Leave it out to have one made.");
            return null;
        },
    };
}
