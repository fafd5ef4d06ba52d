using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace NewsAlerts.Routing;

/// <summary>
/// Identifies a subscription: two hexadecimal digits, its shard, and 14 random characters of lower-case base32.
/// The shard stands in the id so that it never moves, however many shards are added later.
/// </summary>
[JsonConverter(typeof(ParsableJsonConverter<SubscriptionId>))]
public readonly record struct SubscriptionId : IParsable<SubscriptionId>
{
    private const int ShardDigits = 2;
    private const int RandomCharacters = 14;
    private readonly string? _value;

    private SubscriptionId(string value) => _value = value;

    /// <summary>The partition of the table Subscriptions that holds it, 0 to 255.</summary>
    public int Shard => int.Parse(ToString().AsSpan(0, ShardDigits), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    /// <summary>A new id in one of <paramref name="shards"/> shards.</summary>
    public static SubscriptionId New(int shards)
    {
        var shard = RandomNumberGenerator.GetInt32(shards);
        var random = Base32.Encode(RandomNumberGenerator.GetBytes(10))[..RandomCharacters];
        return new SubscriptionId($"{shard:x2}{random}");
    }

    /// <exception cref="FormatException"><paramref name="s"/> is not a subscription id.</exception>
    public static SubscriptionId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var id)
            ? id
            : throw new FormatException($"'{s}' is not a subscription id: expected 16 characters such as 00k3m5a7cq2zxw6b, as `newsalerts subscriptions list` lists them.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SubscriptionId result)
    {
        var valid = s is { Length: ShardDigits + RandomCharacters }
            && char.IsAsciiHexDigitLower(s[0])
            && char.IsAsciiHexDigitLower(s[1])
            && Base32.IsValid(s.AsSpan(ShardDigits), RandomCharacters);
        result = valid ? new SubscriptionId(s!) : default;
        return valid;
    }

    public override string ToString() => _value ?? throw new InvalidOperationException("A SubscriptionId was never set.");
}
