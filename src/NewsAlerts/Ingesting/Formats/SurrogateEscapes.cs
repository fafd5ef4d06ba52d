using System.Text.RegularExpressions;

namespace NewsAlerts.Ingesting.Formats;

/// <summary>
/// Escapes in JSON that stand for half of a character (<c>\ud83d</c> alone), as they come from titles that were cut. They are valid JSON
/// (RFC 8259, section 8.2), but the platform's reader throws when it is asked for such a string.
/// </summary>
internal static partial class SurrogateEscapes
{
    /// <summary>The JSON with U+FFFD in the place of each half.</summary>
    public static string Mend(string json) =>
        json.Contains("\\ud", StringComparison.OrdinalIgnoreCase) ? Escape().Replace(json, found => found.Groups["half"].Success ? "\\uFFFD" : found.Value) : json;

    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\.")]
    private static partial Regex Escape();
}
