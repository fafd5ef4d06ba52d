namespace NewsAlerts.Terms;

/// <summary>
/// Says of most words that they are not among certain ones, whatever their case, by their length and their ends: asked first, it saves looking them up
/// in a table that lies outside the processor's cache.
/// </summary>
internal readonly struct WordFilter
{
    // For every length, a bit for each ASCII letter that a word begins with, and one for each that it ends with.
    private readonly (uint First, uint Last)[] _ends;

    public WordFilter(IEnumerable<string> words)
    {
        var ends = new List<(uint First, uint Last)>();
        foreach (var word in words.Where(word => word.Length > 0))
        {
            while (ends.Count <= word.Length)
            {
                ends.Add(default);
            }

            ends[word.Length] = (ends[word.Length].First | Bit(word[0]), ends[word.Length].Last | Bit(word[^1]));
        }

        _ends = [.. ends];
    }

    /// <summary>Whether a word may be one of them; never false for one that is.</summary>
    public bool MayHave(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || word.Length >= _ends.Length)
        {
            return false;
        }

        var (first, last) = _ends[word.Length];
        return (first & Bit(word[0])) != 0 && (last & Bit(word[^1])) != 0;
    }

    // The case of an ASCII letter is not among its last five bits; of other letters it may be, so they pass.
    private static uint Bit(char c) => char.IsAscii(c) ? 1u << c : uint.MaxValue;
}
