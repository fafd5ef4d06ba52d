using NewsAlerts.Summarizing.Embedded;

namespace NewsAlerts.Summarizing.Headlines;

/// <summary>What a headline must not assert by itself: deeds and guilt, which are somebody's word until a court has spoken.</summary>
internal static class Accusations
{
    private static readonly WordSet _words = WordSet.Of(
        "kill kills killed killing murder murders murdered murdering charged charges accused accuses accuse alleged alleges allegedly allegations allegation claim claims claimed "
        + "claiming blame blames blamed blaming arrested suspect suspected suspects suspicion raped rape assault assaulted assaulting stabbed stabbing shot shooting attacked "
        + "beaten fraud bribe bribed bribery bribes corruption corrupt abuse abused abusing cheated cheating stole stolen robbed robbery kidnapped abducted tortured "
        + "molested harassed hijacked hacked bombed bombing smuggled smuggling laundering lied forged guilty extorted threatened poisoned defrauded embezzled");

    public static bool AreIn(IEnumerable<ClauseWord> words) => words.Any(word => _words.Contains(word.Bare));
}
