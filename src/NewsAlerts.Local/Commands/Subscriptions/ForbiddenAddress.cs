using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsAlerts.Adapters.Http;

namespace NewsAlerts.Local.Commands.Subscriptions;

/// <summary>An address to which nothing could ever be posted is refused at once, by the rule of delivering, and not when the first digest is due.</summary>
internal static class ForbiddenAddress
{
    /// <param name="option">What was given, such as <c>--webhook</c>.</param>
    /// <param name="url">Its value, which is not repeated: it may be a secret. Null where it was not given.</param>
    /// <param name="stores">Whose settings say what is allowed.</param>
    /// <exception cref="CommandException">Nothing may be posted there.</exception>
    public static void Refuse(string option, Uri? url, IServiceProvider stores)
    {
        if (url is not null && stores.GetRequiredService<IOptions<WebhookOptions>>().Value.Objection(url) is { } objection)
        {
            throw new CommandException($"{option} is not usable. {objection}");
        }
    }
}
