namespace NewsAlerts.Local.Evaluating;

/// <summary>
/// The Porter stemmer (Porter, "An algorithm for suffix stripping", 1980) with the extensions that NLTK makes by default, since
/// rouge_score stems with that one. Lucene's, which follows the paper, differs: it makes "skies" "ski" and "enjoy" "enjoi".
/// </summary>
internal static class PorterStemmer
{
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["sky"] = "sky",
        ["skies"] = "sky",
        ["dying"] = "die",
        ["lying"] = "lie",
        ["tying"] = "tie",
        ["news"] = "news",
        ["innings"] = "inning",
        ["inning"] = "inning",
        ["outings"] = "outing",
        ["outing"] = "outing",
        ["cannings"] = "canning",
        ["canning"] = "canning",
        ["howe"] = "howe",
        ["proceed"] = "proceed",
        ["exceed"] = "exceed",
        ["succeed"] = "succeed",
    };

    private static readonly Rule[] Plurals = [new("sses", "ss"), new("ies", "i"), new("ss", "ss"), new("s", "")];

    private static readonly Rule[] DoubleSuffixes =
    [
        new("ational", "ate"), new("tional", "tion"), new("enci", "ence"), new("anci", "ance"), new("izer", "ize"), new("bli", "ble"),
        new("alli", "al"), new("entli", "ent"), new("eli", "e"), new("ousli", "ous"), new("ization", "ize"), new("ation", "ate"),
        new("ator", "ate"), new("alism", "al"), new("iveness", "ive"), new("fulness", "ful"), new("ousness", "ous"), new("aliti", "al"),
        new("iviti", "ive"), new("biliti", "ble"), new("fulli", "ful"),
    ];

    private static readonly Rule[] Endings =
        [new("icate", "ic"), new("ative", ""), new("alize", "al"), new("iciti", "ic"), new("ical", "ic"), new("ful", ""), new("ness", "")];

    private static readonly Rule[] LastSuffixes =
    [
        new("al", ""), new("ance", ""), new("ence", ""), new("er", ""), new("ic", ""), new("able", ""), new("ible", ""), new("ant", ""),
        new("ement", ""), new("ment", ""), new("ent", ""), new("ion", ""), new("ou", ""), new("ism", ""), new("ate", ""), new("iti", ""),
        new("ous", ""), new("ive", ""), new("ize", ""),
    ];

    /// <param name="word">Lower-case letters and digits.</param>
    public static string Stem(string word)
    {
        if (Irregular.TryGetValue(word, out var stem))
        {
            return stem;
        }

        return word.Length <= 2 ? word : WithoutDoubleL(WithoutE(WithoutLastSuffix(Apply(Endings, WithoutDoubleSuffix(WithI(WithoutParticiple(WithoutPlural(word))))))));
    }

    // Step 1a.
    private static string WithoutPlural(string word) =>
        word.Length == 4 && Ends(word, "ies") ? word[..^1] : Apply(Plurals, word, least: -1);

    // Step 1b.
    private static string WithoutParticiple(string word)
    {
        if (Ends(word, "ied"))
        {
            return word.Length == 4 ? word[..^1] : word[..^2];
        }

        if (Ends(word, "eed"))
        {
            return Measure(word.AsSpan(..^3)) > 0 ? word[..^1] : word;
        }

        var suffix = Ends(word, "ed") ? 2 : Ends(word, "ing") ? 3 : 0;
        return suffix > 0 && HasVowel(word.AsSpan(..^suffix)) ? Mended(word[..^suffix]) : word;
    }

    /// <summary>What "-ed" and "-ing" took away or doubled.</summary>
    private static string Mended(string stem)
    {
        if (Ends(stem, "at") || Ends(stem, "bl") || Ends(stem, "iz"))
        {
            return stem + "e";
        }

        if (stem.Length >= 2 && stem[^1] == stem[^2] && IsConsonant(stem, stem.Length - 1))
        {
            return stem[^1] is 'l' or 's' or 'z' ? stem : stem[..^1];
        }

        return Measure(stem) == 1 && EndsShort(stem) ? stem + "e" : stem;
    }

    // Step 1c.
    private static string WithI(string word) =>
        word.Length > 2 && word[^1] == 'y' && IsConsonant(word, word.Length - 2) ? word[..^1] + "i" : word;

    // Step 2.
    private static string WithoutDoubleSuffix(string word)
    {
        if (Ends(word, "alli") && Measure(word.AsSpan(..^4)) > 0)
        {
            return WithoutDoubleSuffix(word[..^2]);
        }

        if (Ends(word, "logi"))
        {
            return Measure(word.AsSpan(..^3)) > 0 ? word[..^1] : word;
        }

        return Apply(DoubleSuffixes, word);
    }

    // Step 4.
    private static string WithoutLastSuffix(string word) =>
        Ends(word, "ion") && (word.Length < 4 || word[^4] is not ('s' or 't')) ? word : Apply(LastSuffixes, word, least: 1);

    // Step 5a.
    private static string WithoutE(string word)
    {
        if (!Ends(word, "e"))
        {
            return word;
        }

        var stem = word[..^1];
        var measure = Measure(stem);
        return measure > 1 || (measure == 1 && !EndsShort(stem)) ? stem : word;
    }

    // Step 5b.
    private static string WithoutDoubleL(string word) => Ends(word, "ll") && Measure(word.AsSpan(..^1)) > 1 ? word[..^1] : word;

    /// <summary>The first rule whose suffix the word has decides, and does nothing where what remains measures no more than <paramref name="least"/>.</summary>
    private static string Apply(Rule[] rules, string word, int least = 0)
    {
        foreach (var (suffix, replacement) in rules)
        {
            if (Ends(word, suffix))
            {
                return Measure(word.AsSpan(..^suffix.Length)) > least ? string.Concat(word.AsSpan(..^suffix.Length), replacement) : word;
            }
        }

        return word;
    }

    private static bool Ends(string word, string suffix) => word.EndsWith(suffix, StringComparison.Ordinal);

    /// <summary>How often a consonant follows a vowel.</summary>
    private static int Measure(ReadOnlySpan<char> stem)
    {
        var (measure, vowel) = (0, false);
        for (var i = 0; i < stem.Length; i++)
        {
            var consonant = IsConsonant(stem, i);
            measure += vowel && consonant ? 1 : 0;
            vowel = !consonant;
        }

        return measure;
    }

    private static bool HasVowel(ReadOnlySpan<char> stem)
    {
        for (var i = 0; i < stem.Length; i++)
        {
            if (!IsConsonant(stem, i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Consonant, vowel, consonant other than w, x and y; or the whole is a vowel and a consonant.</summary>
    private static bool EndsShort(ReadOnlySpan<char> stem) => stem.Length switch
    {
        < 2 => false,
        2 => !IsConsonant(stem, 0) && IsConsonant(stem, 1),
        var n => IsConsonant(stem, n - 3) && !IsConsonant(stem, n - 2) && IsConsonant(stem, n - 1) && stem[n - 1] is not ('w' or 'x' or 'y'),
    };

    private static bool IsConsonant(ReadOnlySpan<char> word, int index)
    {
        // A y is one at the start and after a vowel: of a run of them, every other.
        var consonant = true;
        for (; index > 0 && word[index] == 'y'; index--)
        {
            consonant = !consonant;
        }

        return word[index] is 'a' or 'e' or 'i' or 'o' or 'u' ? !consonant : consonant;
    }

    private readonly record struct Rule(string Suffix, string Replacement);
}
