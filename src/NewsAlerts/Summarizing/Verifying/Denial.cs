using System.Collections.Frozen;

namespace NewsAlerts.Summarizing.Verifying;

/// <summary>A negation, or a verb that denies, with the words that it denies.</summary>
/// <param name="Token">Index of its token.</param>
/// <param name="Target">Term of the content word right behind it; of the one before where it comes last, as in German; -1 where there is none.</param>
/// <param name="Further">Term of the content word behind that; -1 where there is none.</param>
/// <param name="IsAdding">"Not only": it denies nothing of what follows.</param>
internal readonly record struct Denial(int Token, int Target, int Further, bool IsAdding)
{
    /// <summary>"Pay compensation": an object, and not the next clause's word.</summary>
    private const int Near = 1;

    /// <summary>How far behind a French "ne" its "pas" stands.</summary>
    private const int LongestPair = 3;

    /// <summary>Not only, not just: no negation of what follows.</summary>
    private static readonly FrozenSet<string> _adding = FrozenSet.ToFrozenSet("only just least merely simply nur bloß seulement solo sólo solamente soltanto alleen bara chỉ but".Split(' '));

    /// <summary>What may stand between a negation and what it denies: "no longer sails", "nor ever sailed".</summary>
    private static readonly FrozenSet<string> _between = FrozenSet.ToFrozenSet("longer yet ever even".Split(' '));

    private static readonly FrozenSet<string> _verbs = FrozenSet.ToFrozenSet(
        ("fail fails failed failing refuse refuses refused refusing decline declines declined declining deny denies denied denying reject rejects rejected rejecting lack lacks lacked unable unlikely avoid avoids avoided avoiding "
            + "prevent prevents prevented doubt doubts doubted dismiss dismisses dismissed miss misses missed stop stops stopped "
            + "weigert weigerte weigerten bestreitet bestritt ablehnte lehnte refuse refusé refusent nie nié nient rejeté niega negó negaron rechazó rechaza").Split(' '));

    public static bool IsVerb(string word) => _verbs.Contains(word);

    /// <summary>All of a statement's, but for the "No. 1".</summary>
    public static List<Denial> In(ReadOnlySpan<Token> tokens, Vocabulary vocabulary)
    {
        var found = new List<Denial>();
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!tokens[i].Is(Traits.Negation) && !_verbs.Contains(vocabulary[tokens[i].Word]))
            {
                continue;
            }

            if (vocabulary[tokens[i].Word] is "ne" or "n" && IsPaired(tokens[(i + 1)..Math.Min(tokens.Length, i + 1 + LongestPair)]))
            {
                continue;
            }

            var next = i + 1 < tokens.Length ? vocabulary[tokens[i + 1].Word] : string.Empty;
            if (vocabulary[tokens[i].Word] == "no" && next.Length > 0 && char.IsDigit(next[0]))
            {
                continue;
            }

            var target = Next(tokens, i, vocabulary);
            var further = target < 0 ? -1 : Next(tokens, target, vocabulary);
            further = further - target <= Near ? further : -1;
            target = target < 0 ? Array.FindLastIndex(tokens[..i].ToArray(), token => token.Is(Traits.Content)) : target;
            found.Add(new Denial(i, target < 0 ? -1 : tokens[target].Term, further < 0 ? -1 : tokens[further].Term, _adding.Contains(next)));
        }

        return found;
    }

    /// <summary>Whether both deny the same: "will not pay compensation", "will pay no compensation".</summary>
    public bool IsSame(Denial other) =>
        Target == other.Target || (Target >= 0 && Target == other.Further) || (Further >= 0 && Further == other.Target);

    private static bool IsPaired(ReadOnlySpan<Token> behind)
    {
        foreach (var token in behind)
        {
            if (token.Is(Traits.Negation))
            {
                return true;
            }
        }

        return false;
    }

    private static int Next(ReadOnlySpan<Token> tokens, int at, Vocabulary vocabulary)
    {
        while (++at < tokens.Length)
        {
            if (tokens[at].Is(Traits.Content) && !tokens[at].Is(Traits.Number) && !_between.Contains(vocabulary[tokens[at].Word]))
            {
                return at;
            }
        }

        return -1;
    }
}
