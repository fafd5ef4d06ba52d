using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace NewsAlerts.Ingesting.Text;

/// <summary>
/// How rare each run of one to three letters is in each language of a script: a file in <c>Models</c>, which is made of the models that come with Lingua.
/// It is sorted arrays for all languages together, 2.7 MB for those in Latin script, where Lingua has dictionaries of strings, 70 MB.
/// </summary>
/// <remarks>
/// The file, little-endian: the number of letters, the letters in UTF-16; the number of n-grams, the n-grams, where each one's rarities begin (one more
/// than there are n-grams: where the last one's end); the rarities. Numbers are of 32 bits, rarities of 16.
/// </remarks>
internal sealed class NgramTable
{
    /// <summary>An n-gram has this many bits for each of its three letters: the letter's place in the table, from 1, and 0 where there is none. So it comes after its beginnings.</summary>
    public const int LetterBits = 10;

    /// <summary>A rarity has the language's place in <see cref="Scripts"/> above this many bits.</summary>
    public const int RarityBits = 10;

    /// <summary>In units of a rarity, the negative natural logarithm of a frequency.</summary>
    public const double Unit = 51;

    /// <summary>The rarity of what a language never has: e⁻²⁰, rarer than the rarest letter of any.</summary>
    public const int Never = (1 << RarityBits) - 1;

    /// <summary>By script, ISO 639-1 codes, at most 64. Whoever changes them makes the files anew, as NgramTableTests says.</summary>
    public static readonly FrozenDictionary<TextScript, ImmutableArray<string>> Scripts = new Dictionary<TextScript, ImmutableArray<string>>
    {
        [TextScript.Latin] =
        [
            "af", "az", "bs", "ca", "cs", "cy", "da", "de", "en", "es", "et", "eu", "fi", "fr", "ga", "hr", "hu", "id", "is", "it", "lg", "lt", "lv", "mi",
            "ms", "nb", "nl", "nn", "om", "pl", "pt", "ro", "sk", "sl", "sn", "so", "sq", "st", "sv", "sw", "tl", "tn", "tr", "ts", "vi", "xh", "yo", "zu",
        ],
        [TextScript.Cyrillic] = ["be", "bg", "kk", "mk", "mn", "ru", "sr", "uk"],
        [TextScript.Arabic] = ["ar", "fa", "ur"],
        [TextScript.Ethiopic] = ["am", "ti"],
        [TextScript.Devanagari] = ["hi", "mr"],
    }.ToFrozenDictionary();

    private readonly ushort[] places;
    private readonly uint[] ngrams;
    private readonly int[] starts;
    private readonly ushort[] rarities;

    private NgramTable(ImmutableArray<string> languages, Stream file)
    {
        Languages = languages;
        var letters = MemoryMarshal.Cast<ushort, char>(Read<ushort>(file, Count(file)));
        this.places = new ushort[letters[^1] + 1];
        for (var place = 0; place < letters.Length; place++)
        {
            this.places[letters[place]] = (ushort)(place + 1);
        }

        this.ngrams = Read<uint>(file, Count(file));
        this.starts = Read<int>(file, this.ngrams.Length + 1);
        this.rarities = Read<ushort>(file, this.starts[^1]);
    }

    public ImmutableArray<string> Languages { get; }

    /// <summary>In bytes.</summary>
    public long Size => this.places.Length * sizeof(ushort) + this.ngrams.Length * sizeof(uint) + this.starts.Length * sizeof(int) + this.rarities.Length * sizeof(ushort);

    /// <summary>Reads a script's table, from the folder <c>Models</c> beside the program: a few milliseconds.</summary>
    /// <exception cref="IOException">It is not there.</exception>
    public static NgramTable Load(TextScript script)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Models", FileName(script)));
        return new NgramTable(Scripts[script], file);
    }

    public static string FileName(TextScript script) => $"{script}.ngrams";

    /// <summary>The letter's place, from 1; 0 where no language has it. Only lower case has one.</summary>
    public int Place(char letter) => letter < this.places.Length ? this.places[letter] : 0;

    /// <summary>Puts the n-gram's rarity in the place of each language that has it.</summary>
    public void Look(uint ngram, Span<int> ofLanguages)
    {
        var at = Array.BinarySearch(this.ngrams, ngram);
        if (at < 0)
        {
            return;
        }

        foreach (var rarity in this.rarities.AsSpan(this.starts[at]..this.starts[at + 1]))
        {
            ofLanguages[rarity >> RarityBits] = rarity & Never;
        }
    }

    private static int Count(Stream file) => Read<int>(file, 1)[0];

    private static T[] Read<T>(Stream file, int count)
        where T : unmanaged
    {
        var values = new T[count];
        file.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
