using NewsAlerts.Ingesting.Text;

namespace NewsAlerts.Ingesting;

/// <summary>An article's language: what its original declares, where that is plausible.</summary>
internal static class CitedLanguage
{
    /// <summary>The BCP 47 primary subtag, in lower case; "und" where it is neither declared nor detected.</summary>
    public static string Of(string? declared, string text, LanguageDetector languages) =>
        Primary(declared) is { } primary && !(primary == "en" && IsForeignScript(text)) ? primary : languages.Detect(text);

    private static string? Primary(string? declared)
    {
        var primary = declared?.Trim().Split('-', '_', ',', ' ')[0].ToLowerInvariant();
        return primary is { Length: 2 or 3 } && primary.All(char.IsAsciiLetterLower) && primary is not ("und" or "mul" or "zxx" or "mis") ? primary : null;
    }

    /// <summary>Templates declare English whatever they are filled with; another script shows it.</summary>
    private static bool IsForeignScript(string text)
    {
        var (letters, ascii) = (0, 0);
        foreach (var c in text)
        {
            letters += char.IsLetter(c) ? 1 : 0;
            ascii += char.IsAsciiLetter(c) ? 1 : 0;
        }

        return ascii * 2 < letters;
    }
}
