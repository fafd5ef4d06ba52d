using System.Collections.Frozen;

namespace NewsAlerts.Summarizing.Verifying;

/// <summary>A number with what it counts.</summary>
/// <param name="Value">The number, multiplied out: 1.2 million is 1200000.</param>
/// <param name="Unit">Its unit in one spelling, such as "%" or "km"; null where it has none.</param>
/// <param name="First">Index of its first token.</param>
/// <param name="Last">Index of its last token, with the unit.</param>
/// <param name="Bound">What the text says before it: "more than", "at least", "about".</param>
/// <param name="Opening">Index of the first token with that and a currency's sign.</param>
internal readonly record struct Quantity(decimal Value, string? Unit, int First, int Last, Bound Bound, int Opening)
{
    private const decimal LargestPlace = 1_000_000_000_000m;

    /// <summary>"Nearly 2 million" are this share of them, at least.</summary>
    private const decimal Nearly = .9m;

    private static readonly FrozenSet<string> _rangeWords = FrozenSet.ToFrozenSet("and to or und bis oder et à ou y a o e en tot of och till đến dan hingga na и до i do ve".Split(' '));

    /// <summary>Without "between" before them, "3 and 5 million" are two numbers.</summary>
    private static readonly FrozenSet<string> _and = FrozenSet.ToFrozenSet("and und et y e en och và dan и i ve".Split(' '));

    private static readonly FrozenSet<string> _between = FrozenSet.ToFrozenSet("between zwischen entre tra fra tussen mellan giữa antara kati между między".Split(' '));

    private static readonly FrozenDictionary<string, string> _spellings = Spell(
        "% percent prozent procent pourcent persen yüzde asilimia प्रतिशत процент процента процентов", "$ dollar dollars usd dólar dólares dollari dollaro dolar dola доллар доллара долларов दॉलर",
        "£ pound pounds gbp pfund livre livres libra libras pond", "€ euro euros eur евро", "¥ yen", "₹ rupee rupees", "km kilometre kilometres kilometer kilometers kilomètre kilomètres kilómetro kilómetros chilometro chilometri kilomita",
        "m metre metres meter meters mètre mètres metro metros metri mita", "mile miles mph meilen meile", "cm centimetre centimetres", "kg kilo kilos kilogram kilograms kilogramme kilogrammes",
        "t tonne tonnes ton tons tonnen", "h hour hours stunden heures", "minute minutes", "second seconds", "day days", "week weeks", "month months", "year years", "acre acres", "ha hectare hectares", "foot feet", "inch inches", "litre litres liter liters", "mw megawatt megawatts");

    /// <summary>All of a text's numbers, in order.</summary>
    public static List<Quantity> In(ReadOnlySpan<Token> tokens, Vocabulary vocabulary, string language)
    {
        var found = new List<Quantity>();
        for (var i = 0; i < tokens.Length; i++)
        {
            if (Read(tokens, i, vocabulary, language) is { } quantity)
            {
                found.Add(quantity);
                i = quantity.Last;
            }
        }

        // "Between 5 and 10 per cent", "5-10%", "310-340 million": the first has the second's unit and magnitude.
        for (var i = 0; i + 1 < found.Count; i++)
        {
            found[i] = WithMagnitudeOf(found[i], found[i + 1], tokens, vocabulary);
            if (found[i].Unit is null && AreRange(tokens, found[i].Last, found[i + 1].First, vocabulary) && found[i + 1].Unit is "%" or "km" or "mile" or "$" or "£" or "€")
            {
                found[i] = found[i] with { Unit = found[i + 1].Unit };
            }
        }

        return found;
    }

    /// <summary>Whether a source that says <paramref name="said"/> supports this value, units aside.</summary>
    public bool HasValueOf(Quantity said) => Value == said.Value || IsRounded(said);

    /// <summary>Whether both count the same, as far as they say.</summary>
    public bool HasUnitOf(Quantity said) => Unit is null || Unit == said.Unit || (said.Unit is null && Unit is not ("%" or "$" or "£" or "€"));

    /// <summary>Whether both put it on the same side of the value; another value proves the side itself.</summary>
    public bool HasBoundOf(Quantity said) => Value != said.Value || Bound.Follows(said.Bound);

    // "More than 200" or "about 210" of 214, "nearly 2 million" of 1.96: digits at the end gone, others as they are.
    private bool IsRounded(Quantity said) => HasUnitOf(said) && Bound switch
    {
        Bound.About => IsRoundedDown(said),
        Bound.Above or Bound.AtLeast => !said.Bound.IsDownward() && IsRoundedDown(said),
        Bound.Below or Bound.AtMost => !said.Bound.IsUpward() && IsRoundedUp(said),
        _ => false,
    };

    private bool IsRoundedDown(Quantity said)
    {
        for (var place = 10m; place <= said.Value && place <= LargestPlace; place *= 10)
        {
            if (said.Value - (said.Value % place) == Value)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsRoundedUp(Quantity said)
    {
        if (said.Value >= Value || said.Value < Value * Nearly)
        {
            return false;
        }

        for (var place = 10m; place <= Value && place <= LargestPlace; place *= 10)
        {
            if (Value % place == 0 && Value - said.Value < place)
            {
                return true;
            }
        }

        return false;
    }

    private static Quantity? Read(ReadOnlySpan<Token> tokens, int first, Vocabulary vocabulary, string language)
    {
        if (!tokens[first].Is(Traits.Number) || NumberReader.ValueOfKey(vocabulary[tokens[first].Term]) is not { } value)
        {
            return null;
        }

        var last = first;
        var spelled = char.IsLetter(vocabulary[tokens[first].Word][0]);
        if (spelled && value is >= 20 and < 100 && value % 10 == 0 && Number(tokens, last + 1, vocabulary) is > 0 and < 10 and { } ones && tokens[last + 1].Start == tokens[last].End + 1)
        {
            value += ones;
            last++;
        }

        while (last + 1 < tokens.Length && NumberWords.MagnitudeOf(vocabulary[tokens[last + 1].Word], tokens[last + 1].Start == tokens[last].End) is > 0 and var magnitude && value < 1_000_000_000_000m)
        {
            value *= magnitude;
            last++;
        }

        if (spelled && last > first && value is < 1000 && last + 2 < tokens.Length && vocabulary[tokens[last + 1].Word] == "and" && Number(tokens, last + 2, vocabulary) is > 0 and < 100 and { } rest)
        {
            value += rest;
            last += 2;
        }

        var (unit, end) = UnitOf(tokens, first, last, vocabulary);
        var opening = first > 0 && IsCurrencySign(vocabulary[tokens[first - 1].Word]) ? first - 1 : first;
        if (opening > 0 && value > 0 && vocabulary[tokens[opening - 1].Word] is "minus" or "минус" or "âm")
        {
            (value, opening) = (-value, opening - 1);
        }

        var (bound, before) = Bounds.Before(tokens, opening, vocabulary, language);
        bound = bound == Bound.None ? Bounds.After(tokens, end, vocabulary, language) : bound;
        return new Quantity(value, unit, first, end, bound, before);
    }

    // Only a smaller number: "from 900 to 1.2 million" has 900.
    private static Quantity WithMagnitudeOf(Quantity first, Quantity second, ReadOnlySpan<Token> tokens, Vocabulary vocabulary)
    {
        var word = second.First + 1;
        if (first.First != first.Last || first.Unit is not (null or "$" or "£" or "€") || word >= tokens.Length || Number(tokens, second.First, vocabulary) is not { } plain || first.Value >= plain || !AreRange(tokens, first.Last, second.First, vocabulary))
        {
            return first;
        }

        var isPair = _and.Contains(vocabulary[tokens[first.Last + 1].Word]) && !(first.Opening > 0 && _between.Contains(vocabulary[tokens[first.Opening - 1].Word]));
        var magnitude = isPair ? 0 : NumberWords.MagnitudeOf(vocabulary[tokens[word].Word], tokens[word].Start == tokens[second.First].End);
        return magnitude > 0 ? first with { Value = first.Value * magnitude } : first;
    }

    private static bool AreRange(ReadOnlySpan<Token> tokens, int last, int first, Vocabulary vocabulary)
    {
        first = IsCurrencySign(vocabulary[tokens[first - 1].Word]) ? first - 1 : first;
        return first - last == 1
            ? tokens[first].Start - tokens[last].End <= 3
            : first - last == 2 && _rangeWords.Contains(vocabulary[tokens[last + 1].Word]);
    }

    private static decimal? Number(ReadOnlySpan<Token> tokens, int at, Vocabulary vocabulary) =>
        at < tokens.Length && tokens[at].Is(Traits.Number) ? NumberReader.ValueOfKey(vocabulary[tokens[at].Term]) : null;

    private static (string? Unit, int Last) UnitOf(ReadOnlySpan<Token> tokens, int first, int last, Vocabulary vocabulary)
    {
        if (first > 0 && IsCurrencySign(vocabulary[tokens[first - 1].Word]))
        {
            return (vocabulary[tokens[first - 1].Word], last);
        }

        if (last + 1 >= tokens.Length)
        {
            return (null, last);
        }

        var next = vocabulary[tokens[last + 1].Word];
        if (last + 2 < tokens.Length && next is "per" or "pour" or "por" && vocabulary[tokens[last + 2].Word] is "cent" or "ciento" or "cento")
        {
            return ("%", last + 2);
        }

        // 9 a.m. is not 9 p.m.
        if (next is "am" or "pm")
        {
            return (next, last + 1);
        }

        if (last + 2 < tokens.Length && next is "a" or "p" && vocabulary[tokens[last + 2].Word] is "m" && tokens[last + 2].Start == tokens[last + 1].End + 1)
        {
            return (next is "a" ? "am" : "pm", last + 2);
        }

        // 1,2 million d'euros, 3 millones de euros.
        if (last + 2 < tokens.Length && next is "d" or "de" or "di" && tokens[last + 2].Is(Traits.Unit))
        {
            return (_spellings.GetValueOrDefault(vocabulary[tokens[last + 2].Word], vocabulary[tokens[last + 2].Word]), last + 2);
        }

        return tokens[last + 1].Is(Traits.Unit) ? (_spellings.GetValueOrDefault(next, next), last + 1) : (null, last);
    }

    private static bool IsCurrencySign(string word) => word is "$" or "£" or "€" or "¥" or "₹";

    private static FrozenDictionary<string, string> Spell(params string[] lists) =>
        lists.SelectMany(list => list.Split(' ').Select(word => (word, Unit: list.Split(' ')[0]))).ToFrozenDictionary(pair => pair.word, pair => pair.Unit, StringComparer.Ordinal);
}
