namespace NewsAlerts.Summarizing.Verifying;

/// <summary>Who does something to whom, as the words around a verb say: the terms of whoever acts and of whoever is acted upon; empty where nobody is named.</summary>
internal readonly record struct Clause(List<int> Agent, List<int> Patient, bool IsPassive)
{
    /// <summary>A longer phrase is several.</summary>
    private const int LongestPhrase = 4;

    private const int MostAuxiliaries = 4;

    /// <summary>How far behind its verb a "by" may stand.</summary>
    private const int ReachOfBy = 8;

    /// <summary>What a passive's "by" is followed by where nobody acts: "by ignoring", "by 5 percent".</summary>
    private const string Manner = "ing";

    /// <param name="source">What the words are read as.</param>
    /// <param name="words">Those of its language.</param>
    /// <param name="tokens">A claim's, or a sentence's.</param>
    /// <param name="verb">Which of them may be the verb.</param>
    public static Clause Around(Source source, RoleWords words, ReadOnlySpan<Token> tokens, int verb)
    {
        var head = HeadOf(source, words, tokens, verb);
        var passive = false;
        for (var at = head; at < verb; at++)
        {
            passive |= words.Be.Contains(source.Vocabulary[tokens[at].Word]);
        }

        var before = Subject(source, words, tokens, head);
        var by = By(source, words, tokens, verb);
        passive = by == verb + 1 || (passive && words.IsParticiple(source.Vocabulary[tokens[verb].Word]));
        return passive
            ? new Clause(by < 0 ? [] : After(source, words, tokens, by + 1), before, true)
            : new Clause(before, After(source, words, tokens, verb + 1), false);
    }

    /// <summary>The phrase before a verb, whether or not it acts.</summary>
    public static List<int> SubjectOf(Source source, RoleWords words, ReadOnlySpan<Token> tokens, int verb) =>
        Subject(source, words, tokens, HeadOf(source, words, tokens, verb));

    /// <summary>The phrase from a token on.</summary>
    public static List<int> After(Source source, RoleWords words, ReadOnlySpan<Token> tokens, int start)
    {
        var terms = new List<int>();
        for (var at = start; at < tokens.Length && terms.Count < LongestPhrase; at++)
        {
            var (token, word) = (tokens[at], source.Vocabulary[tokens[at].Word]);
            // "Sued on Monday", in Spanish without the "on".
            var opens = terms.Count == 0 && (token.Is(Traits.Date) || words.Determiners.Contains(word));
            var joins = terms.Count > 0 && (words.Of.Contains(word) || (words.Determiners.Contains(word) && words.Of.Contains(source.Vocabulary[tokens[at - 1].Word])));
            joins &= at + 1 < tokens.Length && !source.Vocabulary[tokens[at + 1].Word].EndsWith(Manner, StringComparison.Ordinal);
            var endsName = terms.Count > 0 && token.Is(Traits.Content) && !token.Is(Traits.Capital) && tokens[at - 1].Is(Traits.Capital);
            if (token.Is(Traits.Number | Traits.Unit | Traits.Speech) || (token.Is(Traits.Parted) && terms.Count > 0) || endsName || (!token.Is(Traits.Content) && !opens && !joins))
            {
                break;
            }

            if (token.Is(Traits.Content))
            {
                terms.Add(token.Term);
            }
        }

        return terms;
    }

    /// <summary>Where the verb's auxiliaries begin.</summary>
    private static int HeadOf(Source source, RoleWords words, ReadOnlySpan<Token> tokens, int verb)
    {
        var head = verb;
        while (head > 0 && verb - head < MostAuxiliaries && !tokens[head].Is(Traits.Parted) && words.IsAuxiliary(source, tokens[head - 1]))
        {
            head--;
        }

        return head;
    }

    // What stands between commas right before the verb is about the subject, which is before that.
    private static List<int> Subject(Source source, RoleWords words, ReadOnlySpan<Token> tokens, int head)
    {
        var isRelative = head > 0 && words.Relative.Contains(source.Vocabulary[tokens[head - 1].Word]);
        if (isRelative || !tokens[head].Is(Traits.Parted))
        {
            return Before(source, words, tokens, isRelative ? head - 1 : head).Terms;
        }

        var begin = head - 1;
        while (begin > 0 && !tokens[begin].Is(Traits.Parted))
        {
            begin--;
        }

        var (terms, start) = Before(source, words, tokens, begin);
        if (start > 0 && start < begin && tokens[start].Is(Traits.Parted))
        {
            terms.AddRange(Before(source, words, tokens, start).Terms);
        }

        // An apposition names the same: "the regulator, Ofpower, fined".
        if (head - begin <= LongestPhrase)
        {
            terms.AddRange(Before(source, words, tokens, head).Terms);
        }

        return terms;
    }

    /// <summary>The phrase that ends before a token, and where it starts.</summary>
    private static (List<int> Terms, int Start) Before(Source source, RoleWords words, ReadOnlySpan<Token> tokens, int end)
    {
        var terms = new List<int>();
        var at = end - 1;
        for (; at >= 0 && terms.Count < LongestPhrase; at--)
        {
            var (token, word) = (tokens[at], source.Vocabulary[tokens[at].Word]);
            if (token.Is(Traits.Speech | Traits.Number) || (!token.Is(Traits.Content) && !words.Of.Contains(word) && !words.Determiners.Contains(word)))
            {
                break;
            }

            if (token.Is(Traits.Content))
            {
                terms.Add(token.Term);
            }

            var opens = words.Determiners.Contains(word) && !(at > 0 && words.Of.Contains(source.Vocabulary[tokens[at - 1].Word]));
            if (token.Is(Traits.Parted) || opens)
            {
                return (terms, at);
            }
        }

        return (terms, at + 1);
    }

    private static int By(Source source, RoleWords words, ReadOnlySpan<Token> tokens, int verb)
    {
        for (var at = verb + 1; at + 1 < tokens.Length && at - verb <= ReachOfBy && !tokens[at].Is(Traits.Parted); at++)
        {
            if (words.By.Contains(source.Vocabulary[tokens[at].Word]))
            {
                return tokens[at + 1].Is(Traits.Number) || source.Vocabulary[tokens[at + 1].Word].EndsWith(Manner, StringComparison.Ordinal) ? -1 : at;
            }
        }

        return -1;
    }
}
