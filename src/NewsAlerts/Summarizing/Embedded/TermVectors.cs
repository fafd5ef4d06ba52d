using System.Buffers;
using System.Runtime.InteropServices;
using NewsAlerts.Articles;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>Stretches of a text as vectors of term weights, tf × idf, of length 1: read in one pass over the text.</summary>
internal sealed class TermVectors
{
    private readonly int[] _starts;
    private readonly Entry[] _entries;
    private readonly int _termCount;

    private TermVectors(int[] starts, Entry[] entries, int termCount)
    {
        _starts = starts;
        _entries = entries;
        _termCount = termCount;
    }

    public int Count => _starts.Length - 1;

    /// <param name="text">The whole text.</param>
    /// <param name="spans">The stretches, in order and not overlapping. What is rare is counted among them.</param>
    /// <param name="language">BCP 47 primary language subtag; says how the text is cut into terms.</param>
    public static TermVectors Of(string text, ReadOnlySpan<TextSpan> spans, string language)
    {
        var terms = new List<int>(text.Length / 8);
        var starts = new int[spans.Length + 1];
        var reader = TermReader.Rent(language);
        var frequencies = new int[reader.Read(text, spans, terms, starts)];
        reader.Return();
        var entries = Gather(CollectionsMarshal.AsSpan(terms), starts, frequencies);
        Weigh(entries, starts, frequencies);
        return new TermVectors(starts, entries, frequencies.Length);
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

    /// <summary>How alike each stretch is to one of them, 0 to 1, as <see cref="Cosine"/> has it.</summary>
    /// <param name="stretch">The one.</param>
    /// <param name="cosines">Receives a cosine for every stretch.</param>
    public void CosinesTo(int stretch, Span<float> cosines)
    {
        // Its weights laid out by term: what another lacks of them adds nothing, and no two lists have to be merged.
        var weights = ArrayPool<float>.Shared.Rent(_termCount);
        var one = weights.AsSpan(0, _termCount);
        one.Clear();
        foreach (var (term, weight) in this[stretch])
        {
            one[term] = weight;
        }

        for (var i = 0; i < cosines.Length; i++)
        {
            var sum = 0f;
            foreach (var (term, weight) in this[i])
            {
                sum += one[term] * weight;
            }

            cosines[i] = sum;
        }

        ArrayPool<float>.Shared.Return(weights);
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

    /// <summary>
    /// Every stretch's entries, ordered by term, weighted by count. <paramref name="starts"/> goes over from terms to entries, and
    /// <paramref name="frequencies"/> receives how many stretches hold each term.
    /// </summary>
    private static Entry[] Gather(Span<int> terms, int[] starts, int[] frequencies)
    {
        var entries = new Entry[terms.Length];
        var count = 0;
        for (var i = 0; i + 1 < starts.Length; i++)
        {
            var stretch = terms[starts[i]..starts[i + 1]];
            stretch.Sort();
            starts[i] = count;
            for (var term = 0; term < stretch.Length; term++)
            {
                if (term > 0 && stretch[term] == stretch[term - 1])
                {
                    entries[count - 1] = entries[count - 1] with { Weight = entries[count - 1].Weight + 1 };
                }
                else
                {
                    entries[count++] = new Entry(stretch[term], 1);
                    frequencies[stretch[term]]++;
                }
            }
        }

        starts[^1] = count;
        return entries;
    }

    private static void Weigh(Span<Entry> entries, ReadOnlySpan<int> starts, ReadOnlySpan<int> frequencies)
    {
        var stretches = (float)(starts.Length - 1);
        var rarity = new float[frequencies.Length];
        for (var term = 0; term < rarity.Length; term++)
        {
            // The 1 keeps a term alive that every sentence of a short text has.
            rarity[term] = MathF.Log(1 + (stretches / frequencies[term]));
        }

        for (var i = 0; i + 1 < starts.Length; i++)
        {
            var vector = entries[starts[i]..starts[i + 1]];
            var squares = 0f;
            foreach (ref var entry in vector)
            {
                entry = entry with { Weight = entry.Weight * rarity[entry.Term] };
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
