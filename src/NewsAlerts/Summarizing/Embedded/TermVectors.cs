using System.Buffers;
using System.Runtime.InteropServices;
using NewsAlerts.Articles;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>Stretches of a text as vectors of term weights, tf × idf, of length 1: read in one pass over the text.</summary>
internal sealed class TermVectors
{
    // Where each stretch's entries start and end; in between, they stand in the order of their terms.
    private readonly int[] _starts;
    private readonly int[] _ends;
    private readonly Entry[] _entries;

    // How many stretches hold each term.
    private readonly int[] _frequencies;

    private TermVectors(int[] starts, ReadOnlySpan<int> terms, int termCount)
    {
        _starts = starts;
        _ends = starts[..^1];
        _entries = new Entry[terms.Length];
        _frequencies = new int[termCount];
        Gather(terms);
        Weigh();
    }

    public int Count => _ends.Length;

    /// <param name="text">The whole text.</param>
    /// <param name="spans">The stretches, in order and not overlapping. What is rare is counted among them.</param>
    /// <param name="language">BCP 47 primary language subtag; says how the text is cut into terms.</param>
    public static TermVectors Of(string text, ReadOnlySpan<TextSpan> spans, string language)
    {
        var terms = new List<int>(text.Length / 8);
        var starts = new int[spans.Length + 1];
        var reader = TermReader.Rent(language);
        var termCount = reader.Read(text, spans, terms, starts);
        reader.Return();
        return new TermVectors(starts, CollectionsMarshal.AsSpan(terms), termCount);
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
        var weights = ArrayPool<float>.Shared.Rent(_frequencies.Length);
        var one = weights.AsSpan(0, _frequencies.Length);
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
    /// <param name="cosines">Rows of zeros; the half before the diagonal is filled in.</param>
    /// <param name="width">How long a row is.</param>
    public void AddCosines(int count, Span<float> cosines, int width)
    {
        var holders = new Holder[_entries.Length];
        var starts = EndsOf(_frequencies);
        for (var i = count - 1; i >= 0; i--)
        {
            foreach (var (term, weight) in this[i])
            {
                holders[--starts[term]] = new Holder(i, weight);
            }
        }

        var end = 0;
        for (var term = 0; term < starts.Length; term++)
        {
            end += _frequencies[term];
            var alike = holders.AsSpan(starts[term]..end);
            for (var i = 1; i < alike.Length; i++)
            {
                var row = cosines.Slice(alike[i].Stretch * width, count);
                foreach (var (stretch, weight) in alike[..i])
                {
                    row[stretch] += alike[i].Weight * weight;
                }
            }
        }
    }

    private ReadOnlySpan<Entry> this[int index] => _entries.AsSpan(_starts[index].._ends[index]);

    /// <summary>
    /// Counts what every stretch holds: its terms go to their holders and, term by term, back to it. That puts them in order without comparing
    /// any two, as sorting would.
    /// </summary>
    private void Gather(ReadOnlySpan<int> terms)
    {
        var counts = new int[_frequencies.Length];
        foreach (var term in terms)
        {
            counts[term]++;
        }

        var holders = new int[terms.Length];
        var starts = EndsOf(counts);
        for (var stretch = Count - 1; stretch >= 0; stretch--)
        {
            foreach (var term in terms[_starts[stretch].._starts[stretch + 1]])
            {
                holders[--starts[term]] = stretch;
            }
        }

        for (var term = 0; term < starts.Length; term++)
        {
            foreach (var stretch in holders.AsSpan(starts[term], counts[term]))
            {
                ref var end = ref _ends[stretch];
                if (end > _starts[stretch] && _entries[end - 1].Term == term)
                {
                    _entries[end - 1].Weight++;
                }
                else
                {
                    _entries[end++] = new Entry(term, 1);
                    _frequencies[term]++;
                }
            }
        }
    }

    private void Weigh()
    {
        // By how many stretches hold a term, not by term: most are held by one or two.
        var rarity = new float[Count + 1];
        for (var frequency = 1; frequency < rarity.Length; frequency++)
        {
            // The 1 keeps a term alive that every sentence of a short text has.
            rarity[frequency] = MathF.Log(1 + ((float)Count / frequency));
        }

        for (var i = 0; i < Count; i++)
        {
            var vector = _entries.AsSpan(_starts[i].._ends[i]);
            var squares = 0f;
            foreach (ref var entry in vector)
            {
                entry.Weight *= rarity[_frequencies[entry.Term]];
                squares += entry.Weight * entry.Weight;
            }

            var length = MathF.Sqrt(squares);
            foreach (ref var entry in vector)
            {
                entry.Weight /= length;
            }
        }
    }

    /// <summary>Where so many of each end that stand one behind the other.</summary>
    private static int[] EndsOf(ReadOnlySpan<int> counts)
    {
        var ends = new int[counts.Length];
        var sum = 0;
        for (var i = 0; i < ends.Length; i++)
        {
            ends[i] = sum += counts[i];
        }

        return ends;
    }

    private readonly record struct Holder(int Stretch, float Weight);

    private record struct Entry(int Term, float Weight);
}
