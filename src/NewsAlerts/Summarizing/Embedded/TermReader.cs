using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using NewsAlerts.Articles;
using NewsAlerts.Terms;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>
/// Reads a language's texts as numbered terms. What Lucene's analyzer makes of a stretch between two spaces depends on nothing beyond them
/// (no token of UAX #29 has a space, no stemmer looks at the next word), so it is asked once for each stretch and its answer kept.
/// Not for several threads at once: rent one.
/// </summary>
internal sealed class TermReader
{
    // Some 120 bytes each: four megabytes, which all readers share. A third as many are used up by a hundred articles, and their words then cut anew.
    private const int MostKept = 32_000;
    private const int LeastKept = 12_000;
    // Longer is an address, or a script without spaces: seldom the same again.
    private const int LongestKept = 32;
    private const int NotNumbered = -1;

    // As many as ever read at the same time. The last one used is the next: others, needed seldom, stay small.
    private static readonly ConcurrentDictionary<string, ConcurrentStack<TermReader>> _free = new(StringComparer.Ordinal);

    private static int _readers;

    // Between one of these and an ASCII letter or digit a token ends, so "port", "port," and "(port)" are kept as one.
    private static readonly SearchValues<char> _marks = SearchValues.Create("\"'()[].,;:!?-“”‘’…–—");

    private readonly string _language;
    private readonly Analyzer _analyzer;
    private readonly ShortStretches _short = new();
    private readonly Dictionary<string, KeptTerms> _long = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KeptTerms>.AlternateLookup<ReadOnlySpan<char>> _longBySpan;
    private readonly List<KeptTerm> _cuts = [];
    private readonly List<KeptTerm> _passing = [];
    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _termsBySpan;
    private readonly List<int> _numbers = [];
    private readonly List<int> _numbered = [];
    private Tokens? _tokens;

    private TermReader(string language)
    {
        Interlocked.Increment(ref _readers);
        _language = language;
        _analyzer = TermAnalyzers.For(language);
        _longBySpan = _long.GetAlternateLookup<ReadOnlySpan<char>>();
        _termsBySpan = _terms.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <param name="language">BCP 47 primary language subtag; any string.</param>
    public static TermReader Rent(string language)
    {
        var analyzed = TermAnalyzers.Has(language) ? language : string.Empty;
        return _free.TryGetValue(analyzed, out var free) && free.TryPop(out var reader) ? reader : new TermReader(analyzed);
    }

    /// <summary>Gives it back with what it has kept. One that threw is not given back.</summary>
    public void Return() => _free.GetOrAdd(_language, static _ => []).Push(this);

    /// <summary>Reads stretches of a text; returns how many different terms they have.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="spans">The stretches, in order and not overlapping.</param>
    /// <param name="terms">Receives the terms, numbered from 0 in the order that they first occur in.</param>
    /// <param name="starts">Receives where in <paramref name="terms"/> each stretch starts, and at last where the last one ends.</param>
    public int Read(string text, ReadOnlySpan<TextSpan> spans, List<int> terms, Span<int> starts)
    {
        if (_short.Count + _long.Count > Math.Max(LeastKept, MostKept / Volatile.Read(ref _readers)))
        {
            Forget();
        }

        for (var (current, read) = (0, 0); current < spans.Length;)
        {
            var start = StartOf(text, Math.Max(read, spans[current].Start), read);
            foreach (var (offset, term) in Next(text, ref start, out read))
            {
                var at = start + offset;
                while (current < spans.Length && at >= spans[current].End)
                {
                    starts[++current] = terms.Count;
                }

                if (current < spans.Length && at >= spans[current].Start)
                {
                    terms.Add(NumberOf(term));
                }
            }

            while (current < spans.Length && read >= spans[current].End)
            {
                starts[++current] = terms.Count;
            }
        }

        return Renumber();
    }

    /// <summary>Where a stretch starts: behind the space before, or behind what is read already.</summary>
    private static int StartOf(string text, int at, int read)
    {
        while (at > read && !IsSpace(text[at - 1]))
        {
            at--;
        }

        while (at < text.Length && IsSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsSpace(char c) => c is ' ' or '\n';

    /// <summary>The terms of the stretch up to the next space.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="start">Where the stretch starts; moves on to what the terms' offsets count from.</param>
    /// <param name="end">Where it ends.</param>
    private ReadOnlySpan<KeptTerm> Next(string text, ref int start, out int end)
    {
        // Most are a short word, with a comma or a full stop or nothing behind it.
        var packed = 0ul;
        for (end = start; end < text.Length && char.IsAsciiLetterOrDigit(text[end]); end++)
        {
            packed = ShortStretches.Pack(packed, text[end]);
        }

        if (ShortStretches.Fits(end - start))
        {
            var marks = end < text.Length && text[end] is ',' or '.' ? 1 : 0;
            if (end + marks == text.Length || IsSpace(text[end + marks]))
            {
                var word = text.AsSpan(start, end - start);
                end += marks;
                return TermsOf(word, packed);
            }
        }

        var length = text.AsSpan(end).IndexOfAny(' ', '\n');
        end = length < 0 ? text.Length : end + length;
        var bare = Bare(text, new TextSpan(start, end - start));
        start = bare.Start;
        return TermsOf(bare.In(text), ShortStretches.Pack(bare.In(text)));
    }

    private static TextSpan Bare(string text, TextSpan stretch)
    {
        var whole = stretch.In(text);
        if (whole.Length == 0 || (char.IsAsciiLetterOrDigit(whole[0]) && char.IsAsciiLetterOrDigit(whole[^1])))
        {
            return stretch;
        }

        var first = whole.IndexOfAnyExcept(_marks);
        var last = whole.LastIndexOfAnyExcept(_marks);
        return first >= 0 && char.IsAsciiLetterOrDigit(whole[first]) && char.IsAsciiLetterOrDigit(whole[last])
            ? new TextSpan(stretch.Start + first, last + 1 - first)
            : stretch;
    }

    /// <param name="stretch">What to cut into terms.</param>
    /// <param name="packed">The same packed, 0 where it can't be.</param>
    private ReadOnlySpan<KeptTerm> TermsOf(ReadOnlySpan<char> stretch, ulong packed)
    {
        if (packed != 0 && _short.TryFind(packed, out var terms))
        {
            return terms;
        }

        if (stretch.Length > LongestKept)
        {
            _passing.Clear();
            Cut(stretch.ToString(), _passing);
            return CollectionsMarshal.AsSpan(_passing);
        }

        return _longBySpan.TryGetValue(stretch, out var kept) ? CollectionsMarshal.AsSpan(_cuts).Slice(kept.Start, kept.Count) : Keep(stretch.ToString(), packed);
    }

    private ReadOnlySpan<KeptTerm> Keep(string stretch, ulong packed)
    {
        var start = _cuts.Count;
        Cut(stretch, _cuts);
        var count = _cuts.Count - start;
        if (packed != 0 && count <= 1)
        {
            var only = count > 0 ? _cuts[start] : KeptTerm.None;
            _cuts.RemoveRange(start, count);
            return _short.Add(packed, only);
        }

        _long[stretch] = new KeptTerms(start, count);
        return CollectionsMarshal.AsSpan(_cuts)[start..];
    }

    private void Cut(string stretch, List<KeptTerm> terms)
    {
        using var stream = _analyzer.GetTokenStream(string.Empty, stretch);
        // An analyzer has one stream a thread; looking its attributes up takes as long as a short word does.
        var tokens = _tokens = _tokens?.Stream == stream ? _tokens : new Tokens(stream, stream.GetAttribute<ICharTermAttribute>(), stream.GetAttribute<IOffsetAttribute>());
        stream.Reset();
        while (stream.IncrementToken())
        {
            foreach (var part in TermParts.Of(tokens.Term.Buffer.AsSpan(0, tokens.Term.Length)))
            {
                terms.Add(new KeptTerm(tokens.Offset.StartOffset, IdOf(part)));
            }
        }
    }

    private int IdOf(ReadOnlySpan<char> term)
    {
        if (!_termsBySpan.TryGetValue(term, out var id))
        {
            _termsBySpan[term] = id = _numbers.Count;
            _numbers.Add(NotNumbered);
        }

        return id;
    }

    private int NumberOf(int term)
    {
        ref var number = ref CollectionsMarshal.AsSpan(_numbers)[term];
        if (number == NotNumbered)
        {
            number = _numbered.Count;
            _numbered.Add(term);
        }

        return number;
    }

    /// <summary>Makes ready for the next text; returns how many terms this one had.</summary>
    private int Renumber()
    {
        var count = _numbered.Count;
        foreach (var term in _numbered)
        {
            _numbers[term] = NotNumbered;
        }

        _numbered.Clear();
        return count;
    }

    private void Forget()
    {
        _short.Clear();
        _long.Clear();
        _cuts.Clear();
        _terms.Clear();
        _numbers.Clear();
    }

    private sealed record Tokens(TokenStream Stream, ICharTermAttribute Term, IOffsetAttribute Offset);

    /// <summary>Where the terms of a longer stretch are kept.</summary>
    private readonly record struct KeptTerms(int Start, int Count);
}
