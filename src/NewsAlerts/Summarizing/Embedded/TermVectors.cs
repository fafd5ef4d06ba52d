using System.Runtime.InteropServices;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using NewsAlerts.Articles;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>Stretches of a text as vectors of term weights, tf × idf, of length 1: read in one pass over the text.</summary>
internal sealed class TermVectors
{
    private readonly int[] _starts;
    private readonly Entry[] _entries;

    private TermVectors(int[] starts, Entry[] entries)
    {
        _starts = starts;
        _entries = entries;
    }

    public int Count => _starts.Length - 1;

    /// <param name="text">The whole text.</param>
    /// <param name="spans">The stretches, in order and not overlapping. What is rare is counted among them.</param>
    /// <param name="analyzer">Cuts the text into terms.</param>
    public static TermVectors Of(string text, IReadOnlyList<TextSpan> spans, Analyzer analyzer)
    {
        var entries = new List<Entry>(text.Length / 8);
        var starts = new int[spans.Count + 1];
        var frequencies = Read(text, spans, analyzer, entries, starts);
        Weigh(CollectionsMarshal.AsSpan(entries), starts, CollectionsMarshal.AsSpan(frequencies));
        return new TermVectors(starts, [.. entries]);
    }

    /// <summary>How alike two stretches are, 0 to 1.</summary>
    public float Cosine(int a, int b)
    {
        var left = this[a];
        var right = this[b];
        var sum = 0f;
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            var (x, y) = (left[i].Term, right[j].Term);
            if (x == y)
            {
                sum += left[i].Weight * right[j].Weight;
            }

            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }

        return sum;
    }

    /// <summary>
    /// Adds up how alike each of the first <paramref name="count"/> stretches is to each before it: term by term, so that what two stretches
    /// don't share costs nothing.
    /// </summary>
    /// <param name="count">How many stretches, at most <see cref="Count"/>.</param>
    /// <param name="cosines">A square, row by row, of zeros; its lower half is filled in.</param>
    public void AddCosines(int count, Span<float> cosines)
    {
        var entries = _entries.AsSpan(0, _starts[count]);
        var holders = new Holder[entries.Length];
        var ends = Positions(entries);
        for (var i = 0; i < count; i++)
        {
            foreach (var (term, weight) in this[i])
            {
                holders[ends[term]++] = new Holder(i, weight);
            }
        }

        var start = 0;
        foreach (var end in ends)
        {
            var alike = holders.AsSpan(start..end);
            for (var i = 1; i < alike.Length; i++)
            {
                var row = cosines.Slice(alike[i].Stretch * count, count);
                foreach (var (stretch, weight) in alike[..i])
                {
                    row[stretch] += alike[i].Weight * weight;
                }
            }

            start = end;
        }
    }

    /// <summary>Where each term's holders begin, if they stand in the order of their terms.</summary>
    private static int[] Positions(ReadOnlySpan<Entry> entries)
    {
        var positions = new int[entries.IsEmpty ? 0 : 1 + LastTerm(entries)];
        foreach (var entry in entries)
        {
            positions[entry.Term]++;
        }

        var sum = 0;
        foreach (ref var position in positions.AsSpan())
        {
            (position, sum) = (sum, sum + position);
        }

        return positions;
    }

    private static int LastTerm(ReadOnlySpan<Entry> entries)
    {
        var last = 0;
        foreach (var entry in entries)
        {
            last = Math.Max(last, entry.Term);
        }

        return last;
    }

    private ReadOnlySpan<Entry> this[int index] => _entries.AsSpan(_starts[index].._starts[index + 1]);

    /// <summary>Fills in every stretch's entries, ordered by term, weighted by count; returns how many stretches hold each term.</summary>
    private static List<int> Read(string text, IReadOnlyList<TextSpan> spans, Analyzer analyzer, List<Entry> entries, int[] starts)
    {
        var frequencies = new List<int>();
        var terms = new Dictionary<string, int>(StringComparer.Ordinal);
        var known = terms.GetAlternateLookup<ReadOnlySpan<char>>();
        var current = 0;
        using var stream = analyzer.GetTokenStream(string.Empty, text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var offset = stream.GetAttribute<IOffsetAttribute>();
        stream.Reset();
        while (current < spans.Count && stream.IncrementToken())
        {
            while (current < spans.Count && offset.StartOffset >= spans[current].End)
            {
                Close();
            }

            if (current == spans.Count || offset.StartOffset < spans[current].Start)
            {
                continue;
            }

            foreach (var part in TermParts.Of(term.Buffer.AsSpan(0, term.Length)))
            {
                if (!known.TryGetValue(part, out var id))
                {
                    known[part] = id = frequencies.Count;
                    frequencies.Add(0);
                }

                entries.Add(new Entry(id, 1));
            }
        }

        while (current < spans.Count)
        {
            Close();
        }

        return frequencies;

        void Close()
        {
            var start = starts[current];
            var merged = start + Merge(CollectionsMarshal.AsSpan(entries)[start..]);
            entries.RemoveRange(merged, entries.Count - merged);
            foreach (var entry in CollectionsMarshal.AsSpan(entries)[start..])
            {
                frequencies[entry.Term]++;
            }

            starts[++current] = entries.Count;
        }
    }

    private static int Merge(Span<Entry> entries)
    {
        entries.Sort(static (a, b) => a.Term.CompareTo(b.Term));
        var count = 0;
        foreach (var entry in entries)
        {
            if (count > 0 && entries[count - 1].Term == entry.Term)
            {
                entries[count - 1] = new Entry(entry.Term, entries[count - 1].Weight + 1);
            }
            else
            {
                entries[count++] = entry;
            }
        }

        return count;
    }

    private static void Weigh(Span<Entry> entries, int[] starts, ReadOnlySpan<int> frequencies)
    {
        var stretches = (float)(starts.Length - 1);
        for (var i = 0; i + 1 < starts.Length; i++)
        {
            var vector = entries[starts[i]..starts[i + 1]];
            var squares = 0f;
            foreach (ref var entry in vector)
            {
                // The 1 keeps a term alive that every sentence of a short text has.
                entry = entry with { Weight = entry.Weight * MathF.Log(1 + (stretches / frequencies[entry.Term])) };
                squares += entry.Weight * entry.Weight;
            }

            var length = MathF.Sqrt(squares);
            foreach (ref var entry in vector)
            {
                entry = entry with { Weight = entry.Weight / length };
            }
        }
    }

    private readonly record struct Holder(int Stretch, float Weight);

    private readonly record struct Entry(int Term, float Weight);
}
