using NewsAlerts.Articles;
using NewsAlerts.Ingesting.Text;

namespace NewsAlerts.Ingesting;

/// <summary>An article's language: what its original declares, where that is plausible.</summary>
internal static class CitedLanguage
{
    /// <summary>So many characters say what is plain.</summary>
    private const int Opening = 1_000;

    /// <summary>The language's one code, a BCP 47 primary subtag (<see cref="LanguageCode"/>); "und" where it is neither declared nor detected.</summary>
    public static string Of(string? declared, string text, LanguageDetector languages) =>
        Primary(declared) is { } primary && !(primary == "en" && IsForeign(text)) ? primary : LanguageCode.Canonical(languages.Detect(text));

    private static string? Primary(string? declared)
    {
        var primary = declared?.Trim().Split('-', '_', ',', ' ')[0].ToLowerInvariant();
        return primary is { Length: 2 or 3 } && primary.All(char.IsAsciiLetterLower) && primary is not ("und" or "mul" or "zxx" or "mis")
            ? LanguageCode.Canonical(primary)
            : null;
    }

    /// <summary>Templates declare English whatever they are filled with; another script shows it, and so do another language's small words.</summary>
    private static bool IsForeign(string text) => IsForeignScript(text) || (!IsPlainlyEnglish(text) && LanguageDetector.DetectByWords(text) is not (null or "en"));

    // Most of what is declared English is, and looking for its commonest word is far cheaper than telling the language.
    private static bool IsPlainlyEnglish(string text) => text.AsSpan(0, Math.Min(text.Length, Opening)).Count(" the ") >= 3;

    private static bool IsForeignScript(string text)
    {
        var foreign = 0;
        var rest = text.AsSpan();
        for (var next = rest.IndexOfAnyExceptInRange('\0', '\u007F'); next >= 0; next = rest.IndexOfAnyExceptInRange('\0', '\u007F'))
        {
            foreign += char.IsLetter(rest[next]) ? 1 : 0;
            rest = rest[(next + 1)..];
        }

        var ascii = 0;
        for (var i = 0; i < text.Length && ascii < foreign; i++)
        {
            ascii += char.IsAsciiLetter(text[i]) ? 1 : 0;
        }

        return ascii < foreign;
    }
}
