namespace NewsAlerts.Ingesting.Text;

/// <summary>Which stops stand inside short CJK brackets, where the sentence around them goes on: 「行く。帰る。」と彼は言った。</summary>
internal static class CornerBrackets
{
    private const int LongestQuote = 300;
    private static readonly HashSet<int> None = [];

    /// <summary>Offsets of the stops that end nothing.</summary>
    public static HashSet<int> Of(ReadOnlySpan<char> block)
    {
        if (!block.ContainsAny('「', '『'))
        {
            return None;
        }

        var inside = new HashSet<int>();
        var open = -1;
        var pending = new List<int>();
        for (var i = 0; i < block.Length; i++)
        {
            var c = block[i];
            if (c is '「' or '『' && open < 0)
            {
                open = i;
                pending.Clear();
            }
            else if (c is '」' or '』' && open >= 0)
            {
                // The last stop before the bracket may end the sentence, if nothing continues it.
                if (i - open <= LongestQuote)
                {
                    inside.UnionWith(pending.Where(stop => stop != i - 1));
                    if (pending.Count > 0 && pending[^1] == i - 1 && Continues(block, i + 1))
                    {
                        inside.Add(i - 1);
                    }
                }

                open = -1;
            }
            else if (open >= 0 && (Marks.IsFullStop(c) || Marks.IsStop(c)))
            {
                pending.Add(i);
            }
        }

        return inside;
    }

    /// <summary>Japanese quotes go on with a particle.</summary>
    private static bool Continues(ReadOnlySpan<char> block, int i) =>
        i < block.Length && "とっなのをがはにでも、".Contains(block[i]);
}
