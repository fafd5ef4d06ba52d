using System.Text.RegularExpressions;

namespace NewsAlerts.Summarizing.Headlines;

internal static partial class Brackets
{
    /// <summary>The text without what stands in brackets.</summary>
    public static string Remove(string text) => Bracketed().Replace(text, string.Empty);

    [GeneratedRegex(@"\s*[(\[（][^()\[\]（）]{0,200}[)\]）]")]
    private static partial Regex Bracketed();
}
