namespace NewsAlerts.Summarizing.Verifying;

/// <summary>Words as numbers, so that comparing them costs nothing.</summary>
/// <param name="capacity">How many words to make room for.</param>
internal sealed class Vocabulary(int capacity = 0)
{
    private readonly List<string> _words = new(capacity);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numbers =
        new Dictionary<string, int>(capacity, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public string this[int number] => _words[number];

    public int Of(ReadOnlySpan<char> word)
    {
        if (!_numbers.TryGetValue(word, out var number))
        {
            number = _words.Count;
            _words.Add(word.ToString());
            _numbers[word] = number;
        }

        return number;
    }
}
