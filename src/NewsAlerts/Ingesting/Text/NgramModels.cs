namespace NewsAlerts.Ingesting.Text;

/// <summary>
/// Which language of a script a text is likeliest in: naive Bayes over the different runs of three letters within its words. A language that doesn't know
/// three letters is asked for their first two, then for the first. Thread-safe; the table is loaded with the first question.
/// </summary>
internal sealed class NgramModels(TextScript script)
{
    private const uint ThreeLetters = (1u << (3 * NgramTable.LetterBits)) - 1;

    private readonly Lazy<NgramTable> table = new(() => NgramTable.Load(script));

    /// <summary>What is loaded, in bytes: 0 before the first question, and the same after any number of them.</summary>
    public long Size => this.table.IsValueCreated ? this.table.Value.Size : 0;

    /// <summary>The likeliest language of those in the script, and how likely it is, 0 to 1, if it is one of them; null where no word has three letters.</summary>
    public (string Language, double Confidence)? Likeliest(ReadOnlySpan<char> text)
    {
        var trigrams = Trigrams(text);
        if (trigrams.Count == 0)
        {
            return null;
        }

        var languages = this.table.Value.Languages;
        Span<int> sums = stackalloc int[languages.Length];
        Add(trigrams, sums);
        var best = 0;
        for (var language = 1; language < sums.Length; language++)
        {
            best = sums[language] < sums[best] ? language : best;
        }

        var odds = 0d;
        foreach (var sum in sums)
        {
            odds += Math.Exp((sums[best] - sum) / NgramTable.Unit);
        }

        return (languages[best], 1 / odds);
    }

    /// <summary>The different runs of three letters, in order. Punctuation and digits are passed over, as they were where the models were counted.</summary>
    private List<uint> Trigrams(ReadOnlySpan<char> text)
    {
        var trigrams = new List<uint>(text.Length);
        var (run, letters) = (0u, 0);
        foreach (var c in text)
        {
            if (char.IsPunctuation(c) || char.IsDigit(c))
            {
                continue;
            }

            var place = this.table.Value.Place(char.ToLowerInvariant(c));
            run = ((run << NgramTable.LetterBits) | (uint)place) & ThreeLetters;
            letters = place == 0 ? 0 : letters + 1;
            if (letters >= 3)
            {
                trigrams.Add(run);
            }
        }

        trigrams.Sort();
        return trigrams;
    }

    /// <summary>Adds up the trigrams' rarities in each language. Neighbours share their beginnings, which are looked up once.</summary>
    private void Add(List<uint> trigrams, Span<int> sums)
    {
        sums.Clear();
        Span<int> one = stackalloc int[sums.Length];
        Span<int> two = stackalloc int[sums.Length];
        Span<int> three = stackalloc int[sums.Length];
        var previous = 0u;
        foreach (var trigram in trigrams)
        {
            if (trigram == previous)
            {
                continue;
            }

            if (!SameBeginning(trigram, previous, 1))
            {
                one.Fill(NgramTable.Never);
                this.table.Value.Look(Beginning(trigram, 1), one);
            }

            if (!SameBeginning(trigram, previous, 2))
            {
                one.CopyTo(two);
                this.table.Value.Look(Beginning(trigram, 2), two);
            }

            two.CopyTo(three);
            this.table.Value.Look(trigram, three);
            for (var language = 0; language < sums.Length; language++)
            {
                sums[language] += three[language];
            }

            previous = trigram;
        }
    }

    private static bool SameBeginning(uint trigram, uint other, int letters) => Beginning(trigram, letters) == Beginning(other, letters);

    private static uint Beginning(uint trigram, int letters) => trigram & ThreeLetters << ((3 - letters) * NgramTable.LetterBits);
}
