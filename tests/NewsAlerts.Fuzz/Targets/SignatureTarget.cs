using System.Text;
using Microsoft.AspNetCore.DataProtection;
using NewsAlerts.Adapters.Webhooks;
using NewsAlerts.Routing;
using NewsAlerts.Web.Readers;

namespace NewsAlerts.Fuzz.Targets;

/// <summary>What proves that somebody may: a webhook's headers, one a line before its body, and the tokens in readers' links. Nothing made up passes.</summary>
internal static class SignatureTarget
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);
    private static readonly WebhookSecret Secret = WebhookSecret.Parse("whsec_" + Convert.ToBase64String(Enumerable.Range(0, 32).Select(i => (byte)i).ToArray()), null);
    private static readonly ReaderTokens Tokens = new(new EphemeralDataProtectionProvider());

    public static FuzzTarget Target { get; } = new(
        "signature",
        "webhook signatures, secrets, and the tokens in readers' links",
        [],
        [
            "d-1\n1700000000\nv1,AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8= v1a,xx\n{\"version\":1}", "d-1\n99999999999999999999\nv1,=\n", "\n\n\n",
            "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", "CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        ],
        Read);

    private static void Read(byte[] content)
    {
        var text = Encoding.UTF8.GetString(content);
        var parts = text.Split('\n', 4);
        if (parts is [var id, var timestamp, var signatures, var body])
        {
            var payload = Encoding.UTF8.GetBytes(body);
            BrokenPromiseException.Unless(WebhookSignature.Verify(Secret, id, timestamp, signatures, payload, Now) != WebhookVerdict.Genuine, "A made-up signature is not genuine.");
            BrokenPromiseException.Unless(new WebhookCheck(id, timestamp, signatures).Complaints(Secret, payload, Now).Count > 0, "A made-up signature has its complaint.");
            if (!id.Contains('.', StringComparison.Ordinal) && id.Length > 0)
            {
                var signed = WebhookSignature.Sign(id, Now, payload, Secret);
                BrokenPromiseException.Unless(
                    WebhookSignature.Verify(Secret, id, WebhookSignature.Written(Now), $"{signatures} {signed}", payload, Now) == WebhookVerdict.Genuine, "What we signed is genuine, whatever stands beside it.");
            }
        }

        BrokenPromiseException.Unless(Tokens.Read(ReaderAction.Unsubscribe, text) is null, "A made-up token is none.");
        if (WebhookSecret.TryParse(text, null, out var secret))
        {
            BrokenPromiseException.Unless(WebhookSecret.Parse(secret.Reveal(), null).Key.SequenceEqual(secret.Key), "A secret is read back as it was written.");
            BrokenPromiseException.Unless(secret.ToString() == "whsec_***", "A secret does not print.");
        }
    }
}
