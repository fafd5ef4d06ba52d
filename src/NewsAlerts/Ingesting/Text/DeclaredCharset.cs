using System.Text;
using System.Text.RegularExpressions;

namespace NewsAlerts.Ingesting.Text;

/// <summary>The charset that a document names itself.</summary>
public static partial class DeclaredCharset
{
    // HTML 13.2.3.2, "prescan a byte stream", looks no further either.
    private const int Prescan = 1024;

    /// <summary>
    /// The charset of an XML declaration or of the first <c>meta</c> element within the first 1,024 bytes, as written there; null for none.
    /// Whether it is true, or even exists, is not looked at.
    /// </summary>
    public static string? Sniff(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Prescan)]);
        var match = XmlDeclaration().Match(head);
        match = match.Success ? match : Meta().Match(head);
        return match.Success ? match.Groups[1].Value : null;
    }

    /// <summary>The charset of a Content-Type, as written there; null for none, and for one that nobody knows: servers send "charset=" alone.</summary>
    public static string? OfContentType(string? type)
    {
        var at = type?.IndexOf("charset=", StringComparison.OrdinalIgnoreCase) ?? -1;
        var charset = at < 0 ? null : type![(at + "charset=".Length)..].Split(';')[0].Trim(' ', '"', '\'');
        return CharsetLabels.Resolve(charset) is null ? null : charset;
    }

    [GeneratedRegex("""^(?:ï»¿)?\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9_.:-]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex XmlDeclaration();

    [GeneratedRegex("""<meta\s[^>]*?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Meta();
}
