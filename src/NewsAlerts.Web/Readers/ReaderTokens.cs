using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using NewsAlerts.Routing;

namespace NewsAlerts.Web.Readers;

/// <summary>
/// The tokens in readers' links: a subscription and when the token was issued, encrypted and signed by ASP.NET Core Data Protection, for one action
/// only. Whoever has one may do that one thing to that one subscription.
/// </summary>
public sealed class ReaderTokens(IDataProtectionProvider protection)
{
    private const byte Version = 1;

    /// <summary>Ours have some 160 characters; longer ones are not even looked at.</summary>
    private const int MaxLength = 400;

    /// <summary>Version, seconds since 1970, subscription.</summary>
    private const int SecondsAt = 1;
    private const int SubscriptionAt = SecondsAt + sizeof(long);

    public string Issue(ReaderAction action, SubscriptionId subscription, DateTimeOffset issued)
    {
        var id = Encoding.ASCII.GetBytes(subscription.ToString());
        var content = new byte[SubscriptionAt + id.Length];
        content[0] = Version;
        BinaryPrimitives.WriteInt64BigEndian(content.AsSpan(SecondsAt), issued.ToUnixTimeSeconds());
        id.CopyTo(content, SubscriptionAt);
        return WebEncoders.Base64UrlEncode(ProtectorFor(action).Protect(content));
    }

    /// <summary>What a token says; null where it is not one of ours, or of another action.</summary>
    /// <exception cref="CryptographicException">The keys cannot be read now, which says nothing about the token.</exception>
    public ReaderToken? Read(ReaderAction action, string? token)
    {
        if (token is not { Length: > 0 and <= MaxLength })
        {
            return null;
        }

        try
        {
            return Parse(ProtectorFor(action).Unprotect(WebEncoders.Base64UrlDecode(token)));
        }
        catch (FormatException)
        {
            return null;
        }
        catch (CryptographicException ex) when (ex.InnerException is null or CryptographicException)
        {
            // What is wrong with the keys' storage comes wrapped; what is wrong with the token comes as it is.
            return null;
        }
    }

    private static ReaderToken? Parse(byte[] content) =>
        content is [Version, ..] && content.Length > SubscriptionAt && SubscriptionId.TryParse(Encoding.ASCII.GetString(content.AsSpan(SubscriptionAt)), null, out var subscription)
            ? new ReaderToken(subscription, DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(content.AsSpan(SecondsAt))))
            : null;

    private IDataProtector ProtectorFor(ReaderAction action) => protection.CreateProtector("NewsAlerts.Readers", action.ToString());
}

/// <summary>What a token says.</summary>
/// <param name="SubscriptionId">Whose.</param>
/// <param name="Issued">When it was issued, to the second.</param>
public readonly record struct ReaderToken(SubscriptionId SubscriptionId, DateTimeOffset Issued);
