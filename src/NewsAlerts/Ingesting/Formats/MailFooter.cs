using NewsAlerts.Ingesting.Text;

namespace NewsAlerts.Ingesting.Formats;

/// <summary>
/// What stands around a newsletter's text: a link to the letter on the web, a signature, a way to unsubscribe. Cut only where it is clearly marked, and where
/// little of the letter goes with it.
/// </summary>
internal static class MailFooter
{
    private const int LongestMark = 240;

    /// <summary>A longer line that ends like a sentence is one, in characters.</summary>
    private const int LongestInvitation = 60;

    private const int LongestSignature = 15;

    private static readonly string[] FooterMarks =
        ["unsubscribe", "manage your preferences", "email preferences", "you are receiving this", "you received this e", "you're receiving this", "you’re receiving this",
         "abbestellen", "se désabonner", "se désinscrire", "darse de baja", "cancelar suscripción"];

    private static readonly string[] HeaderMarks = ["in your browser", "view online", "view this email", "read online", "im browser", "dans votre navigateur", "en tu navegador"];

    public static string Cut(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var start = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        start = start >= 0 && start < lines.Length - 1 && IsInvitation(lines[start], lines[start + 1]) ? start + 1 : Math.Max(0, start);
        // RFC 3676, section 4.3; the HTML part loses the space.
        var signature = Array.FindLastIndex(lines, line => line is "-- " or "--");
        var end = signature > start && IsSignature(lines, signature) ? signature : lines.Length;
        // An article may be about unsubscribing: only the last third is searched.
        var from = start + ((end - start) * 2 / 3);
        var footer = Array.FindIndex(lines, from, end - from, line => Has(line, FooterMarks));
        end = footer > start ? footer : end;
        return string.Join('\n', lines[start..end]);
    }

    /// <summary>A line by itself; a paragraph that begins with such words goes on in the next one.</summary>
    private static bool IsInvitation(string line, string next) =>
        Has(line, HeaderMarks)
        && (string.IsNullOrWhiteSpace(next) || next.Contains("://", StringComparison.Ordinal))
        && (line.Length <= LongestInvitation || !Lines.EndsSentence(line, Lines.Trim(line, 0, line.Length)));

    /// <summary>Newsletters have the same line between their parts: a signature is short, and in the last third of the letter.</summary>
    private static bool IsSignature(string[] lines, int at)
    {
        var after = lines[(at + 1)..];
        return after.Length <= LongestSignature && after.Sum(line => line.Length) * 2 <= lines[..at].Sum(line => line.Length);
    }

    private static bool Has(string line, string[] marks) =>
        line.Length <= LongestMark && marks.Any(mark => line.Contains(mark, StringComparison.OrdinalIgnoreCase));
}
