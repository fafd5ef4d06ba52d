namespace NewsAlerts.Routing.Rules;

/// <summary>
/// Finds a phrase in positions as Lucene's sloppy phrases are defined: the words' positions, each less its place in the phrase, lie at most
/// the slop apart. Two equal words of a phrase need two occurrences.
/// </summary>
internal static class PhraseSearch
{
    /// <summary>A place where the phrase stands, a position a word; null where there is none before <paramref name="end"/>.</summary>
    /// <param name="words">The positions of each word, ascending.</param>
    /// <param name="slop">How far apart they may lie.</param>
    /// <param name="end">The first position that counts no more.</param>
    public static int[]? Find(IReadOnlyList<List<int>> words, int slop, int end)
    {
        // Every place of the phrase holds its rarest word: only those are tried.
        var rarest = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Count == 0)
            {
                return null;
            }

            rarest = words[i].Count < words[rarest].Count ? i : rarest;
        }

        var place = new int[words.Count];
        foreach (var position in words[rarest])
        {
            for (var start = position - rarest - slop; start <= position - rarest; start++)
            {
                if (Fits(words, slop, start, end, place))
                {
                    return place;
                }
            }
        }

        return null;
    }

    /// <summary>Whether each word i has a position from start + i through start + i + slop, none of them twice for the same word.</summary>
    private static bool Fits(IReadOnlyList<List<int>> words, int slop, int start, int end, int[] place)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var lowest = start + i;
            // The stretches of equal words begin and end in their order, so taking the first free position never costs a later one its own.
            for (var j = i - 1; j >= 0; j--)
            {
                if (ReferenceEquals(words[j], words[i]))
                {
                    lowest = Math.Max(lowest, place[j] + 1);
                    break;
                }
            }

            var index = words[i].BinarySearch(lowest);
            index = index < 0 ? ~index : index;
            if (index == words[i].Count || words[i][index] > start + i + slop || words[i][index] >= end)
            {
                return false;
            }

            place[i] = words[i][index];
        }

        return true;
    }
}
