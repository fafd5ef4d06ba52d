namespace NewsAlerts.Summarizing.Embedded;

/// <summary>
/// What of a term is compared: the term itself, except in the scripts that write no spaces between words and for which there is no
/// dictionary here (Thai, Lao, Burmese, Khmer): there every three characters.
/// </summary>
internal ref struct TermParts
{
    private const int Gram = 3;

    private readonly ReadOnlySpan<char> _term;
    private readonly int _length;
    private int _start;

    private TermParts(ReadOnlySpan<char> term)
    {
        _term = term;
        _length = term.Length > Gram && IsUnspaced(term[0]) ? Gram : term.Length;
        _start = -1;
    }

    public readonly ReadOnlySpan<char> Current => _term.Slice(_start, _length);

    public static TermParts Of(ReadOnlySpan<char> term) => new(term);

    public readonly TermParts GetEnumerator() => this;

    public bool MoveNext() => ++_start + _length <= _term.Length && _length > 0;

    private static bool IsUnspaced(char c) =>
        c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF');
}
