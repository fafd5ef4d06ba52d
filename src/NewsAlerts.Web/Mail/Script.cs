namespace NewsAlerts.Web.Mail;

/// <summary>What a language tag says about how its text is written.</summary>
internal static class Script
{
    /// <summary>Languages whose usual script runs from right to left (CLDR: Arabic, Hebrew, Syriac, Thaana, N'Ko, Adlam).</summary>
    private static readonly HashSet<string> Leftward =
    [
        "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi",
    ];

    public static bool RunsToTheLeft(string language) => Leftward.Contains(language.Split('-')[0].ToLowerInvariant());

    /// <summary>Whether it may stand in a <c>lang</c> attribute: letters, digits and hyphens, and a language that was told.</summary>
    public static bool IsTag(string language) =>
        language is { Length: >= 2 and <= 35 } and not "und" && language.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
