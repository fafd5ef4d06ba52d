using System.Text;

namespace NewsAlerts.Adapters.Feeds;

/// <summary>
/// What a robots.txt says to one crawler, by RFC 9309. Our own, since no package here reads robots.txt at all; it is the smallest that keeps the
/// standard's rules: groups merge, the most specific path wins, Allow wins a tie, <c>*</c> and <c>$</c>, percent-encodings compare as octets.
/// </summary>
/// <param name="Rules">The rules of the groups that concern us; none allows everything.</param>
public sealed record RobotsRules(IReadOnlyList<RobotsRule> Rules)
{
    /// <summary>Of a host that has no robots.txt.</summary>
    public static RobotsRules None { get; } = new([]);

    /// <summary>Reads what concerns a crawler: the groups that name it, whatever the case, else those for <c>*</c>. Lines that are no record are passed over.</summary>
    /// <param name="text">The file.</param>
    /// <param name="token">The crawler's product token: letters, <c>-</c> and <c>_</c>.</param>
    public static RobotsRules Parse(string text, string token)
    {
        List<RobotsRule> ours = [], everybodys = [];
        var (named, forUs, forAll, inRules) = (false, false, false, false);
        foreach (var line in text.TrimStart('\uFEFF').Split('\n', '\r'))
        {
            var record = line.Split('#', 2)[0];
            var colon = record.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
            {
                continue;
            }

            var (key, value) = (record[..colon].Trim().ToLowerInvariant(), record[(colon + 1)..].Trim());
            if (key == "user-agent")
            {
                // Agents that follow one another share the rules below them; after a rule, a new group begins.
                (forUs, forAll, inRules) = inRules ? (false, false, false) : (forUs, forAll, false);
                forUs |= Product(value).Equals(token, StringComparison.OrdinalIgnoreCase);
                forAll |= value == "*";
                named |= forUs;
            }
            else if (key is "allow" or "disallow")
            {
                inRules = true;
                if (value.Length > 0 && forUs)
                {
                    ours.Add(new RobotsRule(key == "allow", Octets(value)));
                }
                else if (value.Length > 0 && forAll)
                {
                    everybodys.Add(new RobotsRule(key == "allow", Octets(value)));
                }
            }
        }

        return new RobotsRules(named ? ours : everybodys);
    }

    /// <summary>Whether a URL of that host may be asked for.</summary>
    public bool Allow(Uri url)
    {
        var path = Octets(url.PathAndQuery).Replace("*", "%2A", StringComparison.Ordinal).Replace("$", "%24", StringComparison.Ordinal);
        return path == "/robots.txt" || Rules
            .Where(rule => Matches(rule.Path, path))
            .OrderByDescending(rule => rule.Path.Length)
            .ThenByDescending(rule => rule.Allow)
            .FirstOrDefault() is not { Allow: false };
    }

    /// <summary>From the beginning, with <c>*</c> for anything and <c>$</c> at the end for the end. Only the last <c>*</c> is ever gone back to, which is enough.</summary>
    private static bool Matches(string pattern, string path)
    {
        // Without its $, a rule is a prefix: as if it ended with *.
        pattern = pattern.EndsWith('$') ? pattern[..^1] : pattern + "*";
        var (p, s, star, resume) = (0, 0, -1, 0);
        while (s < path.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, resume) = (p++, s);
            }
            else if (p < pattern.Length && pattern[p] == path[s])
            {
                (p, s) = (p + 1, s + 1);
            }
            else if (star >= 0)
            {
                (p, s) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).TrimStart('*').IsEmpty;
    }

    /// <summary>The token at the beginning of what a line names: some add a version.</summary>
    private static string Product(string agent) => new([.. agent.TakeWhile(c => char.IsAsciiLetter(c) || c is '-' or '_')]);

    /// <summary>One spelling for each path (RFC 9309, section 2.2.2): what is beyond ASCII encoded, what needs no encoding plain, hexadecimal digits in capitals.</summary>
    private static string Octets(string path)
    {
        var bytes = Encoding.UTF8.GetBytes(path);
        var plain = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            var encoded = bytes[i] == '%' && i + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[i + 1]) && char.IsAsciiHexDigit((char)bytes[i + 2]);
            var octet = encoded ? Convert.ToByte(Encoding.ASCII.GetString(bytes, i + 1, 2), 16) : bytes[i];
            i += encoded ? 2 : 0;
            var unreserved = char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~';
            if (unreserved || (!encoded && octet is > 0x20 and < 0x7F))
            {
                plain.Append((char)octet);
            }
            else
            {
                plain.Append('%').Append(octet.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        return plain.ToString();
    }
}

/// <param name="Allow">Or disallow.</param>
/// <param name="Path">The pattern, each octet in its one spelling.</param>
public sealed record RobotsRule(bool Allow, string Path);
