using System.Buffers;
using NewsAlerts.Articles;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>Goes from term to term through a text, from space to space.</summary>
internal ref struct TermWalk(KeptTerms terms, string text)
{
    // Between one of these and an ASCII letter or digit a token ends, so "port", "port," and "(port)" are kept as one.
    private static readonly SearchValues<char> _marks = SearchValues.Create("\"'()[].,;:!?-“”‘’…–—");

    private ReadOnlySpan<KeptTerm> _left;
    private int _base;
    private int _next;

    /// <summary>The number of the term, as <see cref="KeptTerms.TextOf"/> wants it.</summary>
    public int Id { get; private set; }

    /// <summary>Where the token stands in the text that the term was made of.</summary>
    public TextSpan Span { get; private set; }

    /// <summary>Goes on with the stretch that a place lies in, if it is not there or beyond it.</summary>
    public void SkipTo(int place)
    {
        if (_left.IsEmpty && place > _next)
        {
            while (place > _next && !IsSpace(text[place - 1]))
            {
                place--;
            }

            _next = place;
        }
    }

    public bool MoveNext()
    {
        while (_left.IsEmpty)
        {
            while (_next < text.Length && IsSpace(text[_next]))
            {
                _next++;
            }

            if (_next == text.Length)
            {
                return false;
            }

            if (!TryShort(out var only) && !TryStretch(out only))
            {
                continue;
            }

            if (only.Id >= 0)
            {
                Take(only);
                return true;
            }
        }

        Take(_left[0]);
        _left = _left[1..];
        return true;
    }

    private void Take(KeptTerm term)
    {
        Id = term.Id;
        Span = new TextSpan(_base + term.Offset, term.Length);
    }

    /// <summary>Most stretches are a short word, with nothing or a comma or a full stop behind it.</summary>
    private bool TryShort(out KeptTerm term)
    {
        var word = PackedWord.At(text, _next);
        var end = _next + word.Length;
        if (!IsEnd(end) && text[end] is ',' or '.')
        {
            end++;
        }

        if (word.Length == 0 || !IsEnd(end) || !terms.TryFind(word.Packed, out term))
        {
            term = default;
            return false;
        }

        (_base, _next) = (_next, end);
        return true;
    }

    /// <summary>Any stretch; false where more than one term may be <see cref="_left"/> of it.</summary>
    private bool TryStretch(out KeptTerm term)
    {
        var length = text.AsSpan(_next).IndexOfAny(' ', '\n');
        var end = length < 0 ? text.Length : _next + length;
        var bare = Bare(text, new TextSpan(_next, end - _next));
        (_base, _next) = (bare.Start, end);
        if (terms.TryFind(bare.In(text), out term))
        {
            return true;
        }

        _left = terms.Of(bare.In(text));
        return false;
    }

    private static TextSpan Bare(string text, TextSpan stretch)
    {
        var whole = stretch.In(text);
        if (char.IsAsciiLetterOrDigit(whole[0]) && char.IsAsciiLetterOrDigit(whole[^1]))
        {
            return stretch;
        }

        var first = whole.IndexOfAnyExcept(_marks);
        var last = whole.LastIndexOfAnyExcept(_marks);
        return first >= 0 && char.IsAsciiLetterOrDigit(whole[first]) && char.IsAsciiLetterOrDigit(whole[last])
            ? new TextSpan(stretch.Start + first, last + 1 - first)
            : stretch;
    }

    private readonly bool IsEnd(int place) => place == text.Length || IsSpace(text[place]);

    private static bool IsSpace(char c) => c is ' ' or '\n';
}
