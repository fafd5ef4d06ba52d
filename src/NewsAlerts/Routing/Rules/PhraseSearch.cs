namespace NewsAlerts.Routing.Rules;

/// <summary>
/// Finds a phrase in positions as Lucene's sloppy phrases are defined: the words' positions, each less its place in the phrase, lie at most
/// the slop apart. Two equal words of a phrase need two occurrences.
/// </summary>
internal static class PhraseSearch
{
    /// <summary>Finds the first place where the phrase stands before <paramref name="end"/>; false where there is none.</summary>
    /// <param name="words">The positions of each word, ascending.</param>
    /// <param name="slop">How far apart they may lie.</param>
    /// <param name="end">The first position that counts no more.</param>
    /// <param name="place">Gets a position a word.</param>
    public static bool TryFind(ReadOnlySpan<List<int>> words, int slop, int end, Span<int> place)
    {
        // Every place of the phrase holds its rarest word: only those are tried.
        var rarest = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Count == 0)
            {
                return false;
            }

            rarest = words[i].Count < words[rarest].Count ? i : rarest;
        }

        foreach (var position in words[rarest])
        {
            for (var start = position - rarest - slop; start <= position - rarest; start++)
            {
                if (Fits(words, slop, start, end, place))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether each word i has a position from start + i through start + i + slop, none of them twice for the same word.</summary>
    private static bool Fits(ReadOnlySpan<List<int>> words, int slop, int start, int end, Span<int> place)
    {
        for (var i = 0; i < words.Length; i++)
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
