using Microsoft.Security.AntiSSRF;

namespace NewsAlerts.Adapters.Webhooks;

/// <summary>
/// The handler through which webhooks leave: it looks the name up itself and connects only to the addresses that it checked,
/// so a name that changes its mind in between (DNS rebinding) gains nothing. Its list holds every special-purpose range of IANA
/// and the addresses of cloud metadata services. No proxy, no redirects, no cookies.
/// </summary>
internal static class PublicAddresses
{
    public static HttpMessageHandler Handler(WebhookOptions options)
    {
        var policy = new AntiSSRFPolicy(PolicyConfigOptions.ExternalOnlyLatest)
        {
            AllowPlainTextHttp = options.AllowInsecure,

            // Would tell receivers this machine's own address.
            AddXFFHeader = false,
        };

        // IPv4 addresses in more disguises: IPv4-compatible (RFC 4291, section 2.5.5.1) and IPv4-translated (RFC 2765, section 2.1).
        // And whatever is not global unicast, 2000::/3: nothing public is there.
        policy.AddDeniedAddresses(["::/96", "::ffff:0:0:0/96", "4000::/2", "8000::/1"]);
        if (options.AllowLoopback)
        {
            policy.AddAllowedAddresses(["127.0.0.0/8", "::1/128"]);
        }

        var handler = policy.GetHandler();
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        handler.ConnectTimeout = options.Timeout;

        // What lies beyond MaxResponseBytes is not worth reading to save a connection.
        handler.ResponseDrainTimeout = TimeSpan.Zero;
        handler.PooledConnectionLifetime = TimeSpan.FromMinutes(2);
        return handler;
    }
}
