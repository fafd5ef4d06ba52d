using System.Text;
using NewsAlerts.Adapters.Email;
using NewsAlerts.Adapters.Http;
using NewsAlerts.Articles;
using NewsAlerts.Digesting;
using NewsAlerts.Ingesting;
using NewsAlerts.Routing;

namespace NewsAlerts.Fuzz.Targets;

/// <summary>Addresses and ids: of mail, of webhooks, of articles on the web, of what is stored.</summary>
internal static class AddressTarget
{
    private static readonly OutgoingRules Strict = new("Fuzz", AllowInsecure: false, AllowLoopback: false);

    public static FuzzTarget Target { get; } = new(
        "address",
        "mail addresses, URLs, ids",
        ["MimeKit"],
        [
            "ann@example.com", "\"a b\"@x.example", "ann@[127.0.0.1]", "Ann <ann@example.com>", "https://user:pw@a.example:8443/x?y#z", "https://hooks.slack.com/services/T/B/x", "http://[::ffff:127.0.0.1]/", "https://2130706433/",
            "javascript:alert(1)", "data:text/html,x", "https://bücher.example/ü?ß", "00k3m5a7cq2zxw6b", "vsmainyqznf6jmeugngo6dwgge", "d-00k3m5a7cq2zxw6b-20261123T073000Z", "a-00k3m5a7cq2zxw6b-vsmainyqznf6jmeugngo6dwgge",
        ],
        Read);

    private static void Read(byte[] content)
    {
        var text = Encoding.UTF8.GetString(content);
        if (MailAddress.TryParse(text, out var address))
        {
            BrokenPromiseException.Unless(address.Address == text && !text.Any(char.IsControl), "A mail address is nothing but itself.");
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var url))
        {
            BrokenPromiseException.Unless(OutgoingUrl.Objection(url, Strict) is not null || url is { Scheme: "https", UserInfo: "", IsLoopback: false }, "A request goes to https, with no credentials, and not to this machine.");
            foreach (var chat in new[] { ChatAddresses.Slack, ChatAddresses.Teams, ChatAddresses.Discord })
            {
                BrokenPromiseException.Unless(chat.Objection(url) is not null || OutgoingUrl.Objection(url, Strict) is null, "A chat's webhook is one that requests may go to.");
            }
        }

        BrokenPromiseException.Unless(CitedUrl.Of(text) is null or { Scheme: "http" or "https", UserInfo: "" }, "A cited address is of the web, and holds no credentials.");
        BrokenPromiseException.Unless(!SubscriptionId.TryParse(text, null, out var subscription) || subscription.ToString() == text, "An id is read back as it was written.");
        BrokenPromiseException.Unless(!ArticleId.TryParse(text, null, out var article) || article.ToString() == text, "An id is read back as it was written.");
        BrokenPromiseException.Unless(!DigestId.TryParse(text, null, out var digest) || DigestId.Parse(digest.ToString(), null) == digest, "An id is read back as it was written.");
    }
}
