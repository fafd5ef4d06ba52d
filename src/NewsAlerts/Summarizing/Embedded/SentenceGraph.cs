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

    // Sentences that are ranked side by side.
    private const int Lanes = 8;

    /// <summary>Every sentence's centrality, relative to the mean of those in the graph.</summary>
    public static float[] CentralityOf(TermVectors vectors)
    {
        var size = Math.Min(vectors.Count, Largest);
        // Rows are filled up with zeros to whole vectors.
        var width = (size + Lanes - 1) / Lanes * Lanes;
        var rented = ArrayPool<float>.Shared.Rent(size * width);
        try
        {
            var edges = rented.AsSpan(0, size * width);
            Connect(vectors, edges, size, width);
            var centrality = new float[vectors.Count];
            Rank(edges, centrality.AsSpan(0, size), width);
            Extend(vectors, centrality, size);
            return centrality;
        }
        finally
        {
            ArrayPool<float>.Shared.Return(rented);
        }
    }

    private static void Connect(TermVectors vectors, Span<float> edges, int size, int width)
    {
        edges.Clear();
        vectors.AddCosines(size, edges, width);
        for (var i = 0; i < size; i++)
        {
            var row = edges.Slice(i * width, size);
            row[i] = 1;
            for (var j = 0; j < i; j++)
            {
                var likeness = row[j] >= WeakestEdge ? row[j] : 0;
                row[j] = likeness;
                edges[(j * width) + i] = likeness;
            }
        }
    }

    private static void Rank(ReadOnlySpan<float> edges, Span<float> centrality, int width)
    {
        var size = centrality.Length;
        Span<float> degree = stackalloc float[width];
        Span<float> share = stackalloc float[width];
        Span<float> rank = stackalloc float[width];
        degree.Clear();
        for (var i = 0; i < size; i++)
        {
            Add(degree, edges.Slice(i * width, width));
        }

        rank[..size].Fill(1);
        // What fills the rows up has no edges, and is from the first what it stays.
        rank[size..].Fill(1 - Damping);
        for (var (round, change) = (0, 1f); round < MostRounds && change > Settled; round++)
        {
            for (var i = 0; i < size; i++)
            {
                share[i] = rank[i] / degree[i];
            }

            var most = Vector256<float>.Zero;
            for (var i = 0; i < width; i += Lanes)
            {
                var next = Vector256.Create(1 - Damping) + (Damping * Inflow(edges[i..], share[..size], width));
                most = Vector256.Max(most, Vector256.Abs(next - Vector256.Create<float>(rank[i..])));
                next.CopyTo(rank[i..]);
            }

            change = 0;
            for (var lane = 0; lane < Lanes; lane++)
            {
                change = Math.Max(change, most[lane]);
            }
        }

        rank[..size].CopyTo(centrality);
    }

    /// <summary>What flows into eight sentences side by side: both halves of the edges are the same, so their columns are their rows.</summary>
    private static Vector256<float> Inflow(ReadOnlySpan<float> edges, ReadOnlySpan<float> share, int width)
    {
        // Four sums that don't wait for each other, in the same order whatever the processor can do: the same article has the same summary everywhere.
        var (first, second, third, fourth) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        var from = 0;
        for (; from + 4 <= share.Length; from += 4)
        {
            first += Vector256.Create(edges[(from * width)..]) * share[from];
            second += Vector256.Create(edges[((from + 1) * width)..]) * share[from + 1];
            third += Vector256.Create(edges[((from + 2) * width)..]) * share[from + 2];
            fourth += Vector256.Create(edges[((from + 3) * width)..]) * share[from + 3];
        }

        var sum = first + second + (third + fourth);
        for (; from < share.Length; from++)
        {
            sum += Vector256.Create(edges[(from * width)..]) * share[from];
        }

        return sum;
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
        for (var i = 0; i < sums.Length; i += Lanes)
        {
            (Vector256.Create<float>(sums[i..]) + Vector256.Create(values[i..])).CopyTo(sums[i..]);
        }
    }
}
