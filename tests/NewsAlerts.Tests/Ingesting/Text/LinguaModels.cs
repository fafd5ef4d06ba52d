using System.Globalization;
using System.IO.Compression;
using System.Reflection;
using System.Text.Json;
using NewsAlerts.Ingesting.Text;

namespace NewsAlerts.Tests.Ingesting.Text;

/// <summary>
/// Makes the detector's table of the models in Lingua's package: a file a language and length, <c>{"language":"ENGLISH","ngrams":{"5/93616591":"ą ħ", …}}</c>
/// (so many of so many, and which n-grams they are). Of each, what is in the language's own script.
/// </summary>
internal static class LinguaModels
{
    private static readonly string Folder = typeof(LinguaModels).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "LinguaModels").Value!;

    public static byte[] ToTable(TextScript script)
    {
        var languages = NgramTable.Scripts[script];
        var ngrams = languages
            .SelectMany((language, place) => Ngrams(language).Select(ngram => (ngram.Letters, Rarity: (ushort)((place << NgramTable.RarityBits) | ngram.Rarity))))
            .ToLookup(ngram => ngram.Letters, ngram => ngram.Rarity);
        var places = ngrams.SelectMany(ngram => ngram.Key).Distinct().Where(letter => TextScripts.Of([letter], out _) == script).Order()
            .Select((letter, index) => (letter, Place: index + 1)).ToDictionary(pair => pair.letter, pair => pair.Place);
        Assert.InRange(places.Count, 1, (1 << NgramTable.LetterBits) - 1);
        Assert.InRange(languages.Length, 1, 1 << (16 - NgramTable.RarityBits));

        var sorted = ngrams.Where(ngram => ngram.Key.All(places.ContainsKey)).OrderBy(ngram => ngram.Key, StringComparer.Ordinal).ToList();
        using var table = new MemoryStream();
        using var writer = new BinaryWriter(table);
        writer.Write(places.Count);
        places.Keys.ToList().ForEach(letter => writer.Write((ushort)letter));
        writer.Write(sorted.Count);
        sorted.ForEach(ngram => writer.Write(ngram.Key.PadRight(3, '\0').Aggregate(0u, (packed, letter) => (packed << NgramTable.LetterBits) | (uint)places.GetValueOrDefault(letter))));
        var start = 0;
        foreach (var ngram in sorted)
        {
            writer.Write(start);
            start += ngram.Count();
        }

        writer.Write(start);
        sorted.SelectMany(ngram => ngram).ToList().ForEach(writer.Write);
        return table.ToArray();
    }

    private static IEnumerable<(string Letters, int Rarity)> Ngrams(string language)
    {
        foreach (var file in new[] { "unigrams", "bigrams", "trigrams" })
        {
            using var packed = new BrotliStream(File.OpenRead(Path.Combine(Folder, language, file + ".json.br")), CompressionMode.Decompress);
            using var model = JsonDocument.Parse(packed);
            foreach (var ngrams in model.RootElement.GetProperty("ngrams").EnumerateObject())
            {
                var counts = ngrams.Name.Split('/').Select(count => double.Parse(count, CultureInfo.InvariantCulture)).ToList();
                var rarity = Math.Min(NgramTable.Never - 1, (int)Math.Round(Math.Log(counts[1] / counts[0]) * NgramTable.Unit));
                foreach (var ngram in ngrams.Value.GetString()!.Split(' '))
                {
                    yield return (ngram, rarity);
                }
            }
        }
    }
}
