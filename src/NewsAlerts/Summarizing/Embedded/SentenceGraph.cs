using System.Buffers;
using System.Runtime.Intrinsics;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>
/// How central each sentence is among the others: continuous LexRank (Erkan and Radev, 2004), over the first sentences only, since it is
/// quadratic; a later one has the centrality that its likeness to the most central of those earns it.
/// </summary>
internal static class SentenceGraph
{
    /// <summary>Sentences in the graph, at most. News tells its story in its first two hundred.</summary>
    public const int Largest = 200;

    private const float WeakestEdge = .03f;
    private const float Damping = .85f;
    private const int MostRounds = 50;
    private const float Settled = 1e-4f;

    /// <summary>Every sentence's centrality, relative to the mean of those in the graph.</summary>
    public static float[] CentralityOf(TermVectors vectors)
    {
        var size = Math.Min(vectors.Count, Largest);
        var rented = ArrayPool<float>.Shared.Rent(size * size);
        try
        {
            var edges = rented.AsSpan(0, size * size);
            Connect(vectors, edges, size);
            var centrality = new float[vectors.Count];
            Rank(edges, centrality.AsSpan(0, size));
            Extend(vectors, centrality, size);
            return centrality;
        }
        finally
        {
            ArrayPool<float>.Shared.Return(rented);
        }
    }

    private static void Connect(TermVectors vectors, Span<float> edges, int size)
    {
        edges.Clear();
        vectors.AddCosines(size, edges);
        for (var i = 0; i < size; i++)
        {
            edges[(i * size) + i] = 1;
            for (var j = 0; j < i; j++)
            {
                ref var likeness = ref edges[(i * size) + j];
                likeness = likeness >= WeakestEdge ? likeness : 0;
                edges[(j * size) + i] = likeness;
            }
        }
    }

    private static void Rank(ReadOnlySpan<float> edges, Span<float> rank)
    {
        var size = rank.Length;
        Span<float> degree = stackalloc float[size];
        Span<float> share = stackalloc float[size];
        // Both halves are the same, so the rows can be added up side by side: a sum's additions are the same, in the same order.
        degree.Clear();
        for (var i = 0; i < size; i++)
        {
            Add(degree, edges.Slice(i * size, size));
        }

        rank.Fill(1);
        for (var (round, change) = (0, 1f); round < MostRounds && change > Settled; round++)
        {
            change = 0;
            for (var i = 0; i < size; i++)
            {
                share[i] = rank[i] / degree[i];
            }

            for (var i = 0; i < size; i++)
            {
                var next = 1 - Damping + (Damping * Dot(edges.Slice(i * size, size), share));
                change = Math.Max(change, Math.Abs(next - rank[i]));
                rank[i] = next;
            }
        }
    }

    private static void Extend(TermVectors vectors, float[] centrality, int size)
    {
        if (vectors.Count == size)
        {
            return;
        }

        var hubs = Enumerable.Range(0, size).OrderByDescending(i => centrality[i]).Take(10).ToArray();
        var usual = 0f;
        for (var i = 0; i < size; i++)
        {
            usual += LikenessTo(i) / size;
        }

        for (var i = size; i < vectors.Count; i++)
        {
            centrality[i] = usual > 0 ? 1 - Damping + (Damping * LikenessTo(i) / usual) : 1;
        }

        float LikenessTo(int sentence)
        {
            var sum = 0f;
            foreach (var hub in hubs)
            {
                sum += vectors.Cosine(sentence, hub);
            }

            return sum;
        }
    }

    private static void Add(Span<float> sums, ReadOnlySpan<float> values)
    {
        var i = 0;
        for (; i + Vector128<float>.Count <= sums.Length; i += Vector128<float>.Count)
        {
            (Vector128.Create<float>(sums[i..]) + Vector128.Create(values[i..])).CopyTo(sums[i..]);
        }

        for (; i < sums.Length; i++)
        {
            sums[i] += values[i];
        }
    }

    private static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        // Four sums, whatever the processor could do: the same article has the same summary everywhere.
        var sums = Vector128<float>.Zero;
        var i = 0;
        for (; i + Vector128<float>.Count <= left.Length; i += Vector128<float>.Count)
        {
            sums += Vector128.Create(left[i..]) * Vector128.Create(right[i..]);
        }

        var sum = sums[0] + sums[1] + (sums[2] + sums[3]);
        for (; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }
}
