using NewsAlerts.Summarizing.Embedded;

namespace NewsAlerts.Summarizing.Headlines;

/// <summary>
/// What an English lead takes back: "…, a claim that 14 studies have shown to be false", "… was long thought to be a forgery". A headline of its
/// first half would state what is not so.
/// </summary>
internal static class Refutations
{
    // Said of something: "found to be forged", not "forged papers".
    private static readonly WordSet _untrue = WordSet.Of("false untrue forged wrong fake faked fabricated mistaken baseless unfounded groundless debunked disproved disproven refuted discredited");

    private static readonly WordSet _being = WordSet.Of("is are was were be been being as proved proven proves");

    private static readonly WordSet _denials = WordSet.Of("denied denies deny denying debunks disproves refutes refuting");

    // Who is accused has not done it yet: the headline says no more than that.
    private static readonly WordSet _accusing = WordSet.Of("accused accuses charged alleged allegedly suspected claims claimed claim allegation allegations trial denied denies deny");

    private static readonly WordSet _beliefs = WordSet.Of("thought believed said assumed presumed rumoured rumored supposed reputed considered");

    private static readonly WordSet _formerly = WordSet.Of("long once previously originally widely always");

    /// <summary>Whether a headline of the first words of a lead would leave out that they are not so.</summary>
    /// <param name="words">The lead.</param>
    /// <param name="verb">Index of its verb.</param>
    /// <param name="length">How many of its words.</param>
    public static bool AreCutOff(List<ClauseWord> words, int verb, int length)
    {
        for (var i = length; i < words.Count; i++)
        {
            if (IsUntrue(words, i) || (_denials.Contains(words[i].Bare) && !words[..length].Exists(word => _accusing.Contains(word.Bare))))
            {
                return true;
            }
        }

        return IsFormerBelief(words, verb) && !Enumerable.Range(verb, length - verb).Any(i => IsUntrue(words, i) || words[i].Bare is "but" or "until");
    }

    /// <summary>Whether any of the words takes back what another one says.</summary>
    public static bool AreIn(List<ClauseWord> words) => Enumerable.Range(0, words.Count).Any(i => IsUntrue(words, i) || _denials.Contains(words[i].Bare));

    /// <summary>Whether a lead's verb says what was held to be so: "was long thought to", "once believed".</summary>
    public static bool IsFormerBelief(List<ClauseWord> words, int verb)
    {
        if (words[verb].Bare is "thought" or "believed" or "assumed")
        {
            return _formerly.Contains(words[verb - 1].Bare);
        }

        var belief = verb + 1;
        while (belief < words.Count && (_formerly.Contains(words[belief].Bare) || words[belief].Bare is "been"))
        {
            belief++;
        }

        return words[verb].Bare is "was" or "were" or "had"
            && belief + 1 < words.Count && _beliefs.Contains(words[belief].Bare)
            && (words[belief + 1].Bare is "to" or "that" || (words[verb].Bare is "had" && words[belief].Bare is "thought" or "believed" or "assumed"));
    }

    private static bool IsUntrue(List<ClauseWord> words, int at)
    {
        var before = at - 1;
        before -= before > 0 && words[before].Bare.EndsWith("ly", StringComparison.Ordinal) ? 1 : 0;
        return before >= 0 && _untrue.Contains(words[at].Bare) && _being.Contains(words[before].Bare);
    }
}
