using System.Text;

namespace NewsAlerts.Adapters.Templates;

/// <summary>The plain text of a mail as any client can show it.</summary>
internal static class PlainText
{
    /// <summary>Lines that end with LF, without trailing space or control characters, at most two empty ones in a row. Null where nothing is left.</summary>
    public static string? Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        var empty = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var shown = string.Concat(line.Where(c => !char.IsControl(c))).TrimEnd();
            empty = shown.Length == 0 ? empty + 1 : 0;
            if (empty <= 2 && (clean.Length > 0 || shown.Length > 0))
            {
                clean.Append(shown).Append('\n');
            }
        }

        return clean.Length == 0 ? null : clean.ToString().TrimEnd('\n') + "\n";
    }
}
