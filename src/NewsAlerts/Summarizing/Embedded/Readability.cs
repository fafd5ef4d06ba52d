using System.Buffers;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>Whether a reader who sees one sentence alone understands it.</summary>
internal static class Readability
{
    /// <summary>From here on, a sentence says too little by itself to stand for the story.</summary>
    public const float Dependent = .7f;

    // Relative to each other.
    private const float HalfQuotation = 3f;
    private const float Referring = 1f;
    private const float Continuing = .7f;
    private const float Speaking = 1f;

    private static readonly SearchValues<char> _quotationMarks = SearchValues.Create("\"“”«»「」『』");

    /// <summary>How much of its sense lies in its neighbours, whatever its length.</summary>
    public static float DependenceOf(string text) => DependenceOf(text, SentenceReading.Of(text).Speaks);

    private static float DependenceOf(string text, bool speaks)
    {
        var dependence = IsHalfQuotation(text) ? HalfQuotation : 0;
        dependence += text is ['(', .., ')'] ? Referring : 0;
        dependence += speaks ? Speaking : 0;
        var words = new Words(text);
        if (words.MoveNext())
        {
            dependence += Openings.Refers(words.Current) ? Referring : Openings.Continues(words.Current) ? Continuing : 0;
        }

        return dependence;
    }

    private static bool IsHalfQuotation(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAny(_quotationMarks))
        {
            return false;
        }

        var (straight, opened, closed) = (0, 0, 0);
        foreach (var c in text)
        {
            straight += c == '"' ? 1 : 0;
            opened += c is '“' or '«' or '「' or '『' ? 1 : 0;
            closed += c is '”' or '»' or '」' or '』' ? 1 : 0;
        }

        return straight % 2 == 1 || opened != closed;
    }
}
