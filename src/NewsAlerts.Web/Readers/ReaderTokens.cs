using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;

namespace NewsAlerts.Web.Readers;

/// <summary>
/// The tokens in readers' links: a subscription, or one of its digests, and when the token was issued, encrypted and signed by ASP.NET Core Data Protection, for one action
/// only. Whoever has one may do that one thing to that one subscription or digest.
/// </summary>
public sealed class ReaderTokens(IDataProtectionProvider protection)
{
    private const byte Version = 1;

    /// <summary>Ours have some 160 to 220 characters; longer ones are not even looked at.</summary>
    private const int MaxLength = 400;

    /// <summary>Version, seconds since 1970, subscription or digest.</summary>
    private const int SecondsAt = 1;
    private const int SubjectAt = SecondsAt + sizeof(long);

    /// <summary>A token for an action on a subscription.</summary>
    public string Issue(ReaderAction action, SubscriptionId subscription, DateTimeOffset issued) => Issue(action, subscription.ToString(), issued);

    /// <summary>A token that shows one digest.</summary>
    public string Issue(DigestId digest, DateTimeOffset issued) => Issue(ReaderAction.Read, digest.ToString(), issued);

    /// <summary>What a token says; null where it is not one of ours, or of another action.</summary>
    /// <exception cref="CryptographicException">The keys cannot be read now, which says nothing about the token.</exception>
    public ReaderToken? Read(ReaderAction action, string? token) =>
        Open(action, token) is var (subject, issued) && SubscriptionId.TryParse(subject, null, out var subscription) ? new ReaderToken(subscription, issued) : null;

    /// <summary>Which digest a token shows; null where it is not one of ours, or of another action.</summary>
    /// <exception cref="CryptographicException">The keys cannot be read now, which says nothing about the token.</exception>
    public DigestId? ReadDigest(string? token) =>
        Open(ReaderAction.Read, token) is var (subject, _) && DigestId.TryParse(subject, null, out var digest) ? digest : null;

    private string Issue(ReaderAction action, string subject, DateTimeOffset issued)
    {
        var id = Encoding.ASCII.GetBytes(subject);
        var content = new byte[SubjectAt + id.Length];
        content[0] = Version;
        BinaryPrimitives.WriteInt64BigEndian(content.AsSpan(SecondsAt), issued.ToUnixTimeSeconds());
        id.CopyTo(content, SubjectAt);
        return WebEncoders.Base64UrlEncode(ProtectorFor(action).Protect(content));
    }

    private (string Subject, DateTimeOffset Issued)? Open(ReaderAction action, string? token)
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

    private static (string Subject, DateTimeOffset Issued)? Parse(byte[] content) =>
        content is [Version, ..] && content.Length > SubjectAt
            ? (Encoding.ASCII.GetString(content.AsSpan(SubjectAt)), DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(content.AsSpan(SecondsAt))))
            : null;

    private IDataProtector ProtectorFor(ReaderAction action) => protection.CreateProtector("NewsAlerts.Readers", action.ToString());
}

/// <summary>What a token says.</summary>
/// <param name="SubscriptionId">Whose.</param>
/// <param name="Issued">When it was issued, to the second.</param>
public readonly record struct ReaderToken(SubscriptionId SubscriptionId, DateTimeOffset Issued);
