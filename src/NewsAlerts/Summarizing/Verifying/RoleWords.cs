using System.Collections.Frozen;

namespace NewsAlerts.Summarizing.Verifying;

/// <summary>The small words by which a language that puts the subject before its verb shows who acts: for English, French and Spanish.</summary>
internal sealed class RoleWords
{
    private static readonly FrozenDictionary<string, RoleWords> _languages = new Dictionary<string, RoleWords>(StringComparer.Ordinal)
    {
        ["en"] = new()
        {
            Determiners = Set("a an the this that these those his her its their our my your all some each"),
            Be = Set("is are was were be been being"),
            By = Set("by"),
            Of = Set("of s and"),
            Relative = Set("who which that"),
            Auxiliaries = Set("has have had will would may might could can should must also not never then later to"),
            ParticipleEndings = ["ed", "en", "wn", "ght"],
            Participles = Set("beat cut done fed found gone heard held hit hurt kept led left let lost made met paid put read said sent set shot sold struck sung sunk taken told won"),
        },
        ["fr"] = new()
        {
            Determiners = Set("le la l les un une des ce cette ces son sa ses leur leurs du au aux"),
            Be = Set("est sont était étaient été être sera seront"),
            By = Set("par"),
            Of = Set("de d du des et"),
            Relative = Set("qui"),
            Auxiliaries = Set("a ont avait avaient aura n ne pas jamais"),
            ParticipleEndings = ["é", "ée", "és", "ées", "i", "ie", "is", "ies", "u", "ue", "us", "ues", "t", "te", "ts", "tes"],
            Participles = [],
        },
        ["es"] = new()
        {
            Determiners = Set("el la los las un una unos unas este esta su sus al a"),
            Be = Set("es son era eran fue fueron sido ser será serán"),
            By = Set("por"),
            Of = Set("de del y"),
            Relative = Set("que"),
            Auxiliaries = Set("ha han había habían no nunca"),
            ParticipleEndings = ["ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas", "cho", "cha", "chos", "chas", "to", "ta", "tos", "tas"],
            Participles = [],
        },
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>For the other languages, where no word but an article tells how a phrase goes on.</summary>
    public static RoleWords None { get; } = new() { Determiners = Set("der die das den dem des ein eine einen einem einer de het een il lo la o a os as"), Be = [], By = [], Of = [], Relative = [], Auxiliaries = [], ParticipleEndings = [], Participles = [] };

    public required FrozenSet<string> Determiners { get; init; }

    public required FrozenSet<string> Be { get; init; }

    public required FrozenSet<string> By { get; init; }

    /// <summary>What goes on within a phrase.</summary>
    public required FrozenSet<string> Of { get; init; }

    public required FrozenSet<string> Relative { get; init; }

    public required FrozenSet<string> Auxiliaries { get; init; }

    public required string[] ParticipleEndings { get; init; }

    /// <summary>Those with other endings.</summary>
    public required FrozenSet<string> Participles { get; init; }

    /// <summary>Null where a language's order does not tell, or nobody wrote the words down.</summary>
    public static RoleWords? For(string language) => _languages.GetValueOrDefault(language);

    /// <summary>Whether a word stands between a subject and its verb: is, has, not, recently.</summary>
    public bool IsAuxiliary(Source source, Token token)
    {
        var word = source.Vocabulary[token.Word];
        return Be.Contains(word) || Auxiliaries.Contains(word) || token.Is(Traits.Negation) || (source.Language == "en" && word.EndsWith("ly", StringComparison.Ordinal) && !token.Is(Traits.Capital));
    }

    public bool IsParticiple(string word) => Participles.Contains(word) || Array.Exists(ParticipleEndings, end => word.EndsWith(end, StringComparison.Ordinal));

    private static FrozenSet<string> Set(string words) => FrozenSet.ToFrozenSet(words.Split(' '));
}
