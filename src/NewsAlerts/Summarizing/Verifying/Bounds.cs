using System.Collections.Frozen;

namespace NewsAlerts.Summarizing.Verifying;

/// <summary>The words before a number that say on which side of it something is.</summary>
internal static class Bounds
{
    /// <summary>By language and a phrase's last word, longest first.</summary>
    private static readonly FrozenDictionary<string, FrozenDictionary<string, Phrase[]>> _phrases = new Dictionary<string, FrozenDictionary<string, Phrase[]>>(StringComparer.Ordinal)
    {
        ["en"] = Phrases(
            about: "about, around, some, roughly, approximately, close to, an estimated",
            above: "more than, greater than, higher than, over, above, just over, exceeding, upwards of, in excess of",
            atLeast: "at least, a minimum of",
            below: "fewer than, less than, lower than, under, below, just under, nearly, almost",
            atMost: "up to, at most, at the most, a maximum of, as many as, as much as"),
        ["de"] = Phrases("rund, etwa, ungefähr, circa, ca", "mehr als, über", "mindestens, wenigstens, zumindest", "weniger als, unter, fast, knapp, beinahe", "höchstens, maximal, bis zu"),
        ["fr"] = Phrases("environ, quelque, autour de", "plus de, plus d", "au moins, au minimum", "moins de, moins d, près de, près d, presque", "au plus, au maximum, jusqu à"),
        ["es"] = Phrases("unos, unas, cerca de, alrededor de, aproximadamente", "más de", "al menos, por lo menos, como mínimo", "menos de, casi", "hasta, como máximo, a lo sumo"),
        ["it"] = Phrases("circa, intorno a", "più di, oltre", "almeno", "meno di, quasi", "fino a, al massimo"),
        ["pt"] = Phrases("cerca de, aproximadamente", "mais de", "pelo menos, ao menos", "menos de, quase", "até, no máximo"),
        ["nl"] = Phrases("ongeveer, circa, zo n", "meer dan, ruim", "minstens, ten minste, minimaal", "minder dan, bijna", "tot, hooguit, maximaal"),
        ["sv"] = Phrases("cirka, omkring, ungefär", "mer än, över", "minst, åtminstone", "mindre än, färre än, nästan", "upp till, högst"),
        ["vi"] = Phrases("khoảng", "hơn, trên", "ít nhất, tối thiểu", "dưới, gần", "nhiều nhất, tối đa"),
        ["id"] = Phrases("sekitar", "lebih dari", "setidaknya, sedikitnya, paling sedikit", "kurang dari, hampir", "hingga, paling banyak"),
        ["sw"] = Phrases("takriban, karibu", "zaidi ya", "angalau", "chini ya", ""),
        ["ru"] = Phrases("около, примерно", "более, свыше", "", "менее, почти", "до"),
        ["pl"] = Phrases("około", "ponad", "co najmniej", "mniej niż, prawie", "do"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What bounds the number whose first token, or whose currency's sign, is at <paramref name="number"/>, and where that begins.</summary>
    public static (Bound Bound, int First) Before(ReadOnlySpan<Token> tokens, int number, Vocabulary vocabulary, string language)
    {
        if (number == 0 || !_phrases.TryGetValue(language, out var phrases) || !phrases.TryGetValue(vocabulary[tokens[number - 1].Word], out var ending))
        {
            return (Bound.None, number);
        }

        foreach (var phrase in ending)
        {
            var first = number - phrase.Words.Length;
            if (first >= 0 && Matches(tokens[first..number], phrase.Words, vocabulary))
            {
                // "No more than", "pas plus de": on the other side.
                return first > 0 && tokens[first - 1].Is(Traits.Negation) ? (Denied(phrase.Bound), first - 1) : (phrase.Bound, first);
            }
        }

        return (Bound.None, number);
    }

    /// <summary>What bounds the number whose last token is at <paramref name="number"/>, behind it: "1,000-plus", "six or more".</summary>
    public static Bound After(ReadOnlySpan<Token> tokens, int number, Vocabulary vocabulary, string language)
    {
        var next = language == "en" && number + 1 < tokens.Length ? vocabulary[tokens[number + 1].Word] : string.Empty;
        return next == "plus" && tokens[number + 1].Start == tokens[number].End + 1 ? Bound.Above
            : next == "or" && number + 2 < tokens.Length && vocabulary[tokens[number + 2].Word] == "more" ? Bound.AtLeast
            : Bound.None;
    }

    /// <summary>Whether who says <paramref name="said"/> of a number also says this of it.</summary>
    public static bool Follows(this Bound claimed, Bound said) => claimed switch
    {
        Bound.None or Bound.About => true,
        Bound.Above => said is Bound.Above,
        Bound.AtLeast => said is Bound.None or Bound.Above or Bound.AtLeast,
        Bound.Below => said is Bound.Below,
        _ => said is Bound.None or Bound.Below or Bound.AtMost,
    };

    public static bool IsUpward(this Bound bound) => bound is Bound.Above or Bound.AtLeast;

    public static bool IsDownward(this Bound bound) => bound is Bound.Below or Bound.AtMost;

    private static Bound Denied(Bound bound) => bound switch
    {
        Bound.Above => Bound.AtMost,
        Bound.Below => Bound.AtLeast,
        Bound.AtLeast => Bound.Below,
        Bound.AtMost => Bound.Above,
        _ => bound,
    };

    private static bool Matches(ReadOnlySpan<Token> tokens, string[] words, Vocabulary vocabulary)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (vocabulary[tokens[i].Word] != words[i])
            {
                return false;
            }
        }

        return true;
    }

    private static FrozenDictionary<string, Phrase[]> Phrases(string about, string above, string atLeast, string below, string atMost) =>
        new[] { (Bound.About, about), (Bound.Above, above), (Bound.AtLeast, atLeast), (Bound.Below, below), (Bound.AtMost, atMost) }
            .SelectMany(list => list.Item2.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(phrase => new Phrase(phrase.Split(' '), list.Item1)))
            .GroupBy(phrase => phrase.Words[^1], StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Words.Length).ToArray(), StringComparer.Ordinal);

    private sealed record Phrase(string[] Words, Bound Bound);
}
