using System.Collections.Frozen;
using NewsAlerts.Terms;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>Words to look a text's words up in, whatever their case. Most words are not in it.</summary>
internal sealed class WordSet
{
    private readonly FrozenSet<string> _all;

    // Making the lookup takes longer than looking up.
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly WordFilter _filter;

    public WordSet(IEnumerable<string> words)
    {
        _all = words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _words = _all.GetAlternateLookup<ReadOnlySpan<char>>();
        _filter = new WordFilter(_all);
    }

    /// <param name="words">Parted by spaces.</param>
    public static WordSet Of(string words) => new(words.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The words of several sets, and some more.</summary>
    /// <param name="words">Parted by spaces.</param>
    /// <param name="sets">The sets.</param>
    public static WordSet Of(string words, params IEnumerable<WordSet> sets) =>
        new(words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Concat(sets.SelectMany(set => set._all)));

    public bool Contains(ReadOnlySpan<char> word) => _filter.MayHave(word) && _words.Contains(word);
}
