using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using NewsAlerts.Summarizing.Embedded;
using NewsAlerts.Terms;

namespace NewsAlerts.Summarizing.Verifying;

/// <summary>What a language's words do in a claim. Plain lists for the languages that most news is in; the rest go without.</summary>
internal sealed class Lexicon
{
    private static readonly ConcurrentDictionary<string, Lexicon> _known = new(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Traits> _everywhere = Entries(
        (Traits.Unit, "km m cm mm kg g mg t ha l mw gw kw kwh km² m² km2 mph kph c f usd eur gbp $ £ € ¥ ₹ % °"));

    private readonly FrozenDictionary<string, Traits>.AlternateLookup<ReadOnlySpan<char>> _traits;
    private readonly WordFilter _filter;

    private Lexicon(string language)
    {
        var traits = new Dictionary<string, Traits>(_everywhere, StringComparer.Ordinal);
        foreach (var (word, trait) in LexiconWords.For(language))
        {
            traits[word] = traits.GetValueOrDefault(word) | trait;
        }

        foreach (var word in DateWords(language))
        {
            traits[word] = traits.GetValueOrDefault(word) | Traits.Date;
        }

        foreach (var word in TermAnalyzers.StopWordsOf(language))
        {
            // Some stop lists hold negations and numbers; those keep what they are.
            traits.TryAdd(word, Traits.None);
        }

        _filter = new WordFilter(traits.Keys);
        _traits = traits.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <param name="language">BCP 47 primary language subtag; any string.</param>
    public static Lexicon For(string language) => _known.GetOrAdd(LexiconWords.Has(language) ? language : string.Empty, static key => new Lexicon(key));

    /// <summary>A lower-cased word's traits; a word that no list has is content.</summary>
    public Traits TraitsOf(ReadOnlySpan<char> word) => _filter.MayHave(word) && _traits.TryGetValue(word, out var traits) ? traits : Traits.Content;

    private static FrozenDictionary<string, Traits> Entries(params (Traits Traits, string Words)[] lists) =>
        lists.SelectMany(list => list.Words.Split(' ').Select(word => (word, list.Traits))).ToFrozenDictionary(pair => pair.word, pair => pair.Traits, StringComparer.Ordinal);

    private static IEnumerable<string> DateWords(string language)
    {
        if (language.Length == 0)
        {
            return [];
        }

        var format = CultureInfo.GetCultureInfo(language).DateTimeFormat;
        return format.DayNames.Concat(format.MonthNames).Concat(format.MonthGenitiveNames)
            .Select(name => name.ToLowerInvariant())
            // Names of several words, and those that number the month.
            .Where(name => name.Length > 2 && name.All(char.IsLetter));
    }
}
