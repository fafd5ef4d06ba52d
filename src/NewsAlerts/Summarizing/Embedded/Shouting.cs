using NewsAlerts.Summarizing.Embedded.Compressing;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>Sentences in capitals: labels and headings for the most part, and the leads of some wires.</summary>
internal static class Shouting
{
    private const int FewestCapitals = 13;
    private const int FewestWordsOfLead = 13;

    /// <summary>Whether a text is written in capitals.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        var (upper, lower) = (0, 0);
        // After a third in small letters, the rest can't outweigh them.
        for (var i = 0; i < text.Length && upper + text.Length - i > lower * 2; i++)
        {
            upper += char.IsUpper(text[i]) ? 1 : 0;
            lower += char.IsLower(text[i]) ? 1 : 0;
        }

        return upper >= FewestCapitals && upper > lower * 2;
    }

    /// <summary>
    /// Whether what is written so tells news: a whole sentence, in English with a verb of its own. It stays in capitals, since which of its words
    /// are names can't be told.
    /// </summary>
    public static bool Tells(string text, int words, string language)
    {
        if (words < FewestWordsOfLead || text.AsSpan().TrimEnd("\"'”’)»」 ") is not [.., '.' or '!' or '。'])
        {
            return false;
        }

        var lower = SplitWord.In(text.ToLowerInvariant());
        return language is not "en" || EnglishVerbs.HasMain(lower, 0, lower.Count);
    }
}
