using System.Collections.Frozen;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>Words to look a text's words up in, whatever their case. Most words are not in it, and mostly their length and ends tell.</summary>
internal sealed class WordSet
{
    private readonly FrozenSet<string> _all;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;

    // For every length, a bit for each ASCII letter that a word begins with, and one for each that it ends with.
    private readonly (uint First, uint Last)[] _ends;

    public WordSet(IEnumerable<string> words)
    {
        var set = words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _ends = new (uint, uint)[1 + set.Select(word => word.Length).DefaultIfEmpty().Max()];
        foreach (var word in set)
        {
            ref var ends = ref _ends[word.Length];
            ends = (ends.First | Bit(word[0]), ends.Last | Bit(word[^1]));
        }

        // Making the lookup takes longer than looking up.
        _words = set.GetAlternateLookup<ReadOnlySpan<char>>();
        _all = set;
    }

    /// <param name="words">Parted by spaces.</param>
    public static WordSet Of(string words) => new(words.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The words of several sets, and some more.</summary>
    /// <param name="words">Parted by spaces.</param>
    /// <param name="sets">The sets.</param>
    public static WordSet Of(string words, params ReadOnlySpan<WordSet> sets)
    {
        var all = new List<string>(words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        foreach (var set in sets)
        {
            all.AddRange(set._all);
        }

        return new WordSet(all);
    }

    public bool Contains(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || word.Length >= _ends.Length)
        {
            return false;
        }

        var (first, last) = _ends[word.Length];
        return (first & Bit(word[0])) != 0 && (last & Bit(word[^1])) != 0 && _words.Contains(word);
    }

    // The case of an ASCII letter is not among its last five bits; of other letters it may be, so they pass.
    private static uint Bit(char c) => char.IsAscii(c) ? 1u << c : uint.MaxValue;
}
