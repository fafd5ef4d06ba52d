using System.Collections.Frozen;

namespace NewsAlerts.Summarizing.Verifying;

/// <summary>Two numbers, one right behind the other.</summary>
/// <param name="First">The first one's value.</param>
/// <param name="Second">The second one's.</param>
/// <param name="IsShare">Two of five; otherwise a score or a range, 2-1.</param>
/// <param name="IsPercent">Whether the first one is per cent.</param>
internal readonly record struct NumberPair(decimal First, decimal Second, bool IsShare, bool IsPercent);

/// <summary>A statement's numbers with the words around them that say how they stand to each other.</summary>
internal sealed class SaidNumbers(ClaimReading reading, Token[] tokens, IReadOnlyList<Quantity> quantities)
{
    /// <summary>"Four of their last five".</summary>
    private const int LongestShare = 4;

    private static readonly FrozenDictionary<string, FrozenDictionary<string, Change>> _changes = new Dictionary<string, FrozenDictionary<string, Change>>(StringComparer.Ordinal)
    {
        ["en"] = Words("from", "to", "by"),
        ["de"] = Words("von", "auf", "um"),
        ["fr"] = Words("contre", "à atteindre", string.Empty),
        ["es"] = Words("desde", "hasta", string.Empty),
        ["vi"] = Words("từ", "lên xuống còn", string.Empty),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> _ofWords = FrozenSet.ToFrozenSet("of in von aus sur parmi de trong di van på".Split(' '));

    /// <summary>Where a number stands in a change.</summary>
    public enum Change
    {
        From,
        To,
        By,
    }

    public IReadOnlyList<Quantity> Quantities { get; } = quantities;

    public IEnumerable<NumberPair> Pairs => Enumerable.Range(0, Quantities.Count).Select(PairAt).OfType<NumberPair>();

    public static SaidNumbers Of(ClaimReading reading, int sentence)
    {
        var tokens = reading.Source[sentence].ToArray();
        return new SaidNumbers(reading, tokens, Quantity.In(tokens, reading.Source.Vocabulary, reading.Source.Language));
    }

    /// <summary>The pair that a number makes with the next one; null where it makes none.</summary>
    public NumberPair? PairAt(int at)
    {
        if (at + 1 >= Quantities.Count)
        {
            return null;
        }

        var (first, second) = (Quantities[at], Quantities[at + 1]);
        return (second.Opening - first.Last - 1) switch
        {
            0 when tokens[second.First].Start == tokens[first.Last].End + 1 => new NumberPair(first.Value, second.Value, IsShare: false, first.Unit == "%"),
            > 0 and <= LongestShare when _ofWords.Contains(reading.WordOf(tokens[first.Last + 1])) => new NumberPair(first.Value, second.Value, IsShare: true, first.Unit == "%"),
            _ => null,
        };
    }

    /// <summary>What a number is in a change, by the word before it; null where it is in none.</summary>
    public Change? ChangeOf(Quantity quantity)
    {
        var before = quantity.Opening - 1;
        return before >= 0 && _changes.TryGetValue(reading.Source.Language, out var words) && words.TryGetValue(reading.WordOf(tokens[before]), out var change) ? change : null;
    }

    /// <summary>The term of the word right behind a number; null where none is.</summary>
    public int? CountedBy(Quantity quantity) =>
        quantity.Last + 1 < tokens.Length && tokens[quantity.Last + 1].Is(Traits.Content) && !tokens[quantity.Last + 1].Is(Traits.Unit | Traits.Date) ? tokens[quantity.Last + 1].Term : null;

    private static FrozenDictionary<string, Change> Words(string from, string to, string by) =>
        new[] { (Change.From, from), (Change.To, to), (Change.By, by) }
            .SelectMany(list => list.Item2.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (word, list.Item1)))
            .ToFrozenDictionary(pair => pair.word, pair => pair.Item2, StringComparer.Ordinal);
}
