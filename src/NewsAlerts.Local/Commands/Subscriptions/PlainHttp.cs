using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsAlerts.Adapters.Http;

namespace NewsAlerts.Local.Commands.Subscriptions;

/// <summary>An address by http, to which nothing could ever be posted, is refused at once and not when the first digest is due.</summary>
internal static class PlainHttp
{
    /// <param name="option">What was given, such as <c>--webhook</c>.</param>
    /// <param name="url">Its value; null where it was not given.</param>
    /// <param name="stores">Whose settings say whether http will do.</param>
    /// <exception cref="CommandException">It is http, and will not do.</exception>
    public static void Refuse(string option, Uri? url, IServiceProvider stores)
    {
        if (url?.Scheme == Uri.UriSchemeHttp && !stores.GetRequiredService<IOptions<WebhookOptions>>().Value.AllowInsecure)
        {
            throw new CommandException(
                $"{option} must be https. {WebhookOptions.Section}__{nameof(WebhookOptions.AllowInsecure)}=true allows http, for development.");
        }
    }
}
