namespace NewsAlerts.Ingesting.Formats;

/// <summary>What follows a newsletter's text: a signature, a way to unsubscribe. Cut only where it is clearly marked.</summary>
internal static class MailFooter
{
    private const int LongestMark = 240;

    private static readonly string[] FooterMarks =
        ["unsubscribe", "manage your preferences", "email preferences", "you are receiving this", "you received this e", "you're receiving this", "you’re receiving this",
         "abbestellen", "se désabonner", "se désinscrire", "darse de baja", "cancelar suscripción"];

    private static readonly string[] HeaderMarks = ["in your browser", "view online", "view this email", "read online", "im browser", "dans votre navigateur", "en tu navegador"];

    public static string Cut(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var start = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        start = start >= 0 && start < lines.Length - 1 && Has(lines[start], HeaderMarks) ? start + 1 : Math.Max(0, start);
        // RFC 3676, section 4.3; the HTML part loses the space.
        var signature = Array.FindLastIndex(lines, line => line is "-- " or "--");
        var end = signature > start ? signature : lines.Length;
        // An article may be about unsubscribing: only the last third is searched.
        var from = start + ((end - start) * 2 / 3);
        var footer = Array.FindIndex(lines, from, end - from, line => Has(line, FooterMarks));
        end = footer > start ? footer : end;
        return string.Join('\n', lines[start..end]);
    }

    private static bool Has(string line, string[] marks) =>
        line.Length <= LongestMark && marks.Any(mark => line.Contains(mark, StringComparison.OrdinalIgnoreCase));
}
