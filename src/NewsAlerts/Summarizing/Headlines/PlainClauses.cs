using System.Collections.Frozen;
using NewsAlerts.Summarizing.Embedded;

namespace NewsAlerts.Summarizing.Headlines;

/// <summary>What a lead says behind the place where a headline would end, in languages whose grammar is not known here: by short lists.</summary>
internal static class PlainClauses
{
    private static readonly WordSet _germanOpeners = WordSet.Of("dass daß ob wie warum wann wo weshalb wieso um ohne");

    // Behind them, a statement is somebody's error or is disputed.
    private static readonly FrozenDictionary<string, WordSet> _refutations = new Dictionary<string, string>
    {
        ["de"] = "falsch unwahr gefälscht widerlegt dementiert dementierte dementierten bestreitet bestritt bestreiten",
        ["fr"] = "faux fausse fausses démenti démentie dément démentent nie nient réfuté réfute infondé infondée infondées erroné erronée",
        ["es"] = "falso falsa falsos falsas desmentido desmiente desmintió niega negó niegan negaron",
        ["pt"] = "falso falsa falsos falsas desmentiu desmentido nega negou negam negaram",
        ["it"] = "falso falsa falsi smentito smentita smentisce nega negato negano",
        ["nl"] = "onwaar vals vervalst weerlegd ontkent ontkende ontkennen",
        ["sv"] = "falskt falsk osant förfalskat förnekar förnekade dementerar dementerade",
    }.ToFrozenDictionary(pair => pair.Key, pair => WordSet.Of(pair.Value), StringComparer.Ordinal);

    /// <summary>Whether the clause before a comma waits for the one behind it: "der versucht haben soll, |das Rathaus anzuzünden".</summary>
    /// <param name="text">The lead.</param>
    /// <param name="end">Offset behind the last word before the comma.</param>
    /// <param name="language">BCP 47 primary language subtag.</param>
    public static bool AreUnfinished(string text, int end, string language)
    {
        if (language is not "de" || text[end] != ',')
        {
            return false;
        }

        var rest = text.AsSpan(end + 1);
        var comma = rest.IndexOfAny(",;:.");
        var first = true;
        var before = ReadOnlySpan<char>.Empty;
        foreach (var word in new Words(comma >= 0 ? rest[..comma] : rest))
        {
            if (first ? _germanOpeners.Contains(word) : IsInfinitive(before, word))
            {
                return true;
            }

            first = false;
            before = word;
        }

        return false;
    }

    /// <summary>Whether a stretch says that something is not so.</summary>
    /// <param name="rest">What a headline would leave out.</param>
    /// <param name="language">BCP 47 primary language subtag.</param>
    public static bool TakeBack(ReadOnlySpan<char> rest, string language)
    {
        if (!_refutations.TryGetValue(language, out var refutations))
        {
            return false;
        }

        foreach (var word in new Words(rest))
        {
            if (refutations.Contains(word))
            {
                return true;
            }
        }

        return false;
    }

    // "zu bauen", "anzuzünden".
    private static bool IsInfinitive(ReadOnlySpan<char> before, ReadOnlySpan<char> word) =>
        word.EndsWith("n") && char.IsLower(word[0]) && (before is "zu" || (word.IndexOf("zu", StringComparison.Ordinal) is > 1 and var at && at + 4 < word.Length));
}
