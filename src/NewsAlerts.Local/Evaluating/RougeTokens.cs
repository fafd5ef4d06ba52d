using System.Text;
using System.Text.RegularExpressions;

namespace NewsAlerts.Local.Evaluating;

/// <summary>What ROUGE counts as words.</summary>
internal static partial class RougeTokens
{
    /// <summary>
    /// As google rouge_score does with its stemmer: runs of ASCII letters and digits in lower case, stemmed where longer than three. With
    /// <paramref name="unicode"/> whole words of any script, unstemmed: for languages other than English.
    /// </summary>
    public static string[] Of(string text, bool unicode)
    {
        var lower = text.ToLowerInvariant();
        return unicode
            ? [.. UnicodeWord().Matches(lower.Normalize(NormalizationForm.FormC)).Select(match => match.Value)]
            : [.. AsciiWord().Matches(lower).Select(match => match.Length > 3 ? PorterStemmer.Stem(match.Value) : match.Value)];
    }

    [GeneratedRegex("[a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex AsciiWord();

    // Combining marks hold a word together, such as the tones of Yoruba, for which NFC has no letters.
    [GeneratedRegex(@"[\p{L}\p{N}]+(?:[\u0300-\u036f]+[\p{L}\p{N}]*)*", RegexOptions.CultureInvariant)]
    private static partial Regex UnicodeWord();
}
