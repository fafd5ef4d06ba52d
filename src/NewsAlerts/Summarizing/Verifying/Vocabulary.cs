namespace NewsAlerts.Summarizing.Verifying;

/// <summary>Words as numbers, so that comparing them costs nothing.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public Vocabulary() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public string this[int number] => _words[number];

    public int Of(ReadOnlySpan<char> word)
    {
        if (!_lookup.TryGetValue(word, out var number))
        {
            number = _words.Count;
            _words.Add(word.ToString());
            _lookup[word] = number;
        }

        return number;
    }
}
