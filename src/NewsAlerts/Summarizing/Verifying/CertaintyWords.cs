using System.Collections.Frozen;

namespace NewsAlerts.Summarizing.Verifying;

/// <summary>Words before a verb by which it did not happen, or not yet.</summary>
internal static class CertaintyWords
{
    /// <summary>Right before a verb.</summary>
    public static FrozenSet<string> Possible { get; } = Words("may might could would should considering considers considered");

    /// <summary>With whatever is not sure.</summary>
    public static FrozenSet<string> Probable { get; } = Words("likely probably possibly perhaps");

    /// <summary>Before a verb with "to" that is sure to happen: "will" says the same.</summary>
    public static FrozenSet<string> Due { get; } = Words("due set scheduled going about");

    /// <summary>Before a verb with "to" that may happen.</summary>
    public static FrozenSet<string> Intended { get; } = Words(
        "plan plans planned planning agree agrees agreed poised vow vows vowed pledge pledges pledged promise promises promised expect expects expected intend intends intended threaten threatens threatened threatening want wants wanted hope hopes hoped hoping aim aims aimed aiming seek seeks sought "
        + "try tries tried trying attempt attempts attempted consider considered offer offers offered propose proposes proposed likely yet bid ask asks asked order orders ordered tell told urge urges urged call calls called prepare prepares preparing");

    /// <summary>Before a verb with "to" that does not happen.</summary>
    public static FrozenSet<string> Failed { get; } = Words("fail fails failed failing refuse refuses refused refusing decline declines declined declining unable unlikely");

    /// <summary>Before "that": what somebody wants done.</summary>
    public static FrozenSet<string> Asking { get; } = Words("ask asks asked request requests requested demand demands demanded propose proposes proposed recommend recommends recommended");

    public static FrozenSet<string> Disputing { get; } = Words(
        "deny denies denied denying reject rejects rejected rejecting dismiss dismisses dismissed dismissing dispute disputes disputed disputing refute refutes refuted doubt doubts doubted");

    /// <summary>"Rejected any claims that …": what may stand between the verb and what it disputes.</summary>
    public static FrozenSet<string> Disputed { get; } = Words(
        "that the a an any all claim claims report reports allegation allegations suggestion suggestions accusation accusations rumour rumours rumor rumors as false untrue");

    /// <summary>What somebody says, and nobody has shown.</summary>
    public static FrozenSet<string> Alleging { get; } = Words("allege alleges alleged alleging suspect suspects suspected suspecting");

    /// <summary>Languages in which such a word stands anywhere before, or behind, its verb.</summary>
    public static FrozenDictionary<string, (FrozenSet<string> Possible, FrozenSet<string> Failed)> Elsewhere { get; } = new Dictionary<string, (FrozenSet<string>, FrozenSet<string>)>(StringComparer.Ordinal)
    {
        ["de"] = (Words("soll sollen sollte sollten könnte könnten dürfte dürften würde würden hätte hätten droht drohen drohte plant planen plante erwägt erwägen prüft prüfen will wollen wollte"), Words("weigert weigern weigerte weigerten bestreitet bestreiten bestritt")),
        ["fr"] = (Words("pourrait pourraient devrait devraient envisage envisagent menace menacent souhaite veut veulent voudrait prévoit"), Words("refusé refuse refusent nié nie nient")),
        ["es"] = (Words("podría podrían debería deberían planea planean amenaza amenazó quiere quieren pretende prevé pidió pide pidieron piden solicitó exigió exige"), Words("negó negaron niega niegan rechazó rehusó")),
        ["vi"] = (Phrases("có thể, dự kiến, dự định, muốn"), Phrases("từ chối")),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static FrozenSet<string> Phrases(string phrases) => FrozenSet.ToFrozenSet(phrases.Split(", "));

    private static FrozenSet<string> Words(string words) => FrozenSet.ToFrozenSet(words.Split(' '));
}
