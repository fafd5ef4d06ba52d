using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using NewsAlerts.Articles;
using NewsAlerts.Terms;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>Reads a language's texts as terms, from what it has kept of earlier ones. Not for several threads at once: rent one.</summary>
internal sealed class TermReader
{
    // Some 120 bytes each: four megabytes, which all readers share. A third as many are used up by a hundred articles, and their words then cut anew.
    private const int MostKept = 32_000;
    private const int LeastKept = 12_000;
    private const int NotNumbered = -1;

    // As many as ever read at the same time. The last one used is the next: others, needed seldom, stay small.
    private static readonly ConcurrentDictionary<string, ConcurrentStack<TermReader>> _free = new(StringComparer.Ordinal);

    private static int _readers;

    private readonly string _language;
    private readonly KeptTerms _kept;
    private readonly List<int> _numbers = [];
    private readonly List<int> _numbered = [];

    private TermReader(string language)
    {
        Interlocked.Increment(ref _readers);
        _language = language;
        _kept = new KeptTerms(language);
    }

    /// <param name="language">BCP 47 primary language subtag; any string.</param>
    public static TermReader Rent(string language)
    {
        var analyzed = TermAnalyzers.Has(language) ? language : string.Empty;
        return _free.TryGetValue(analyzed, out var free) && free.TryPop(out var reader) ? reader : new TermReader(analyzed);
    }

    /// <summary>Gives it back with what it has kept. One that threw is not given back.</summary>
    public void Return() => _free.GetOrAdd(_language, static _ => []).Push(this);

    /// <summary>Goes through a text term by term.</summary>
    public TermWalk Walk(string text)
    {
        if (_kept.Count > Math.Max(LeastKept, MostKept / Volatile.Read(ref _readers)))
        {
            _kept.Clear();
            _numbers.Clear();
        }

        return new TermWalk(_kept, text);
    }

    /// <summary>What a term of the walk says.</summary>
    public string TextOf(int id) => _kept.TextOf(id);

    /// <summary>Reads stretches of a text; returns how many different terms they have.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="spans">The stretches, in order and not overlapping.</param>
    /// <param name="terms">Receives the terms, numbered from 0 in the order that they first occur in.</param>
    /// <param name="starts">Receives where in <paramref name="terms"/> each stretch starts, and at last where the last one ends.</param>
    public int Read(string text, ReadOnlySpan<TextSpan> spans, List<int> terms, Span<int> starts)
    {
        var current = 0;
        for (var walk = Walk(text); current < spans.Length && walk.MoveNext();)
        {
            while (current < spans.Length && walk.Span.Start >= spans[current].End)
            {
                starts[++current] = terms.Count;
            }

            if (current < spans.Length && walk.Span.Start >= spans[current].Start)
            {
                terms.Add(NumberOf(walk.Id));
            }
            else if (current < spans.Length)
            {
                walk.SkipTo(spans[current].Start);
            }
        }

        starts[(current + 1)..].Fill(terms.Count);
        return Renumber();
    }

    private int NumberOf(int term)
    {
        if (term >= _numbers.Count)
        {
            var known = _numbers.Count;
            CollectionsMarshal.SetCount(_numbers, _kept.TermCount);
            CollectionsMarshal.AsSpan(_numbers)[known..].Fill(NotNumbered);
        }

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
}
