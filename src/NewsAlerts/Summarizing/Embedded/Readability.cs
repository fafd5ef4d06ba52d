namespace NewsAlerts.Summarizing.Embedded;

/// <summary>Whether a reader who sees one sentence alone understands it.</summary>
internal static class Readability
{
    /// <summary>From here on, a sentence says too little by itself to stand for the story.</summary>
    public const float Dependent = .7f;

    // Relative to each other; the scorer weighs them against centrality and position.
    private const float HalfQuotation = 3f;
    private const float Referring = 1f;
    private const float Continuing = .7f;
    private const float Speaking = 1f;
    private const float TooLong = 1f;
    private const float TooShort = 2.5f;
    private const int Longest = 40;
    private const int Shortest = 6;

    /// <summary>0 for a key point that can be read alone and at once, more the more it leans on its neighbours or tries patience.</summary>
    /// <param name="text">The key point.</param>
    /// <param name="words">How many words it has.</param>
    public static float LeaningOf(string text, int words) => DependenceOf(text) + (words > Longest ? TooLong : words < Shortest ? TooShort : 0);

    /// <summary>How much of its sense lies in its neighbours, whatever its length.</summary>
    public static float DependenceOf(string text)
    {
        var dependence = IsHalfQuotation(text) ? HalfQuotation : 0;
        dependence += text is ['(', .., ')'] ? Referring : 0;
        dependence += SpeaksOutsideQuotation(text) ? Speaking : 0;
        var words = new Words(text);
        if (words.MoveNext())
        {
            dependence += Openings.Refers(words.Current) ? Referring : Openings.Continues(words.Current) ? Continuing : 0;
        }

        return dependence;
    }

    private static bool IsHalfQuotation(ReadOnlySpan<char> text)
    {
        var (straight, opened, closed) = (0, 0, 0);
        foreach (var c in text)
        {
            straight += c == '"' ? 1 : 0;
            opened += c is '“' or '«' or '「' or '『' ? 1 : 0;
            closed += c is '”' or '»' or '」' or '』' ? 1 : 0;
        }

        return straight % 2 == 1 || opened != closed;
    }

    private static bool SpeaksOutsideQuotation(ReadOnlySpan<char> text)
    {
        var quoted = false;
        var end = 0;
        var reader = new Words(text);
        while (reader.MoveNext())
        {
            foreach (var c in text[end..reader.Span.Start])
            {
                quoted = c switch { '"' => !quoted, '“' or '«' => true, '”' or '»' => false, _ => quoted };
            }

            end = reader.Span.End;
            // "US" is a country.
            if (!quoted && reader.Current is not "US" && Openings.Speaks(reader.Current))
            {
                return true;
            }
        }

        return false;
    }
}
