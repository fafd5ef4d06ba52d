namespace NewsAlerts.Summarizing.Headlines;

/// <summary>Where an English headline may end, and how well.</summary>
internal static class ClauseEnd
{
    /// <summary>How good an end it is after <paramref name="length"/> words, from about -2 to 1.</summary>
    public static double Quality(List<ClauseWord> words, int length) => Boundary(words, length) - Dangling(words, length);

    /// <summary>Whether it may end there at all: not on a function word, within a name, a number, a quotation or an unfinished clause.</summary>
    public static bool IsPossible(List<ClauseWord> words, int length)
    {
        var last = words[length - 1];
        if (last.Bare.Length == 0 || last.IsFunctionWord || last.IsPossessive || IsQuoting(words, length) || IsHanging(words, length))
        {
            return false;
        }

        if (length == words.Count || last.Breaks)
        {
            return true;
        }

        var next = words[length];
        var inName = last.IsCapital && (next.IsCapital || next.IsNumber);
        return !inName && !last.IsNumber && !last.Bare.EndsWith("ly", StringComparison.Ordinal);
    }

    // "admitted last month that a donation": the clause just opened has no verb yet.
    private static bool IsHanging(List<ClauseWord> words, int length)
    {
        var opened = words.FindLastIndex(length - 1, word => EnglishWords.ClauseOpeners.Contains(word.Bare));
        return opened > 0 && !Enumerable.Range(opened + 1, length - opened - 1).Any(IsVerb);

        bool IsVerb(int i) => EnglishClause.IsVerb(words, i) || EnglishWords.Verbs.Contains(words[i].Bare) || IsPresent(words[i].Bare);
    }

    // After "who" and its like, a verb that no list has: "a plan that stops here".
    private static bool IsPresent(string word) => word.Length > 3 && word[^1] == 's' && !word.EndsWith("ss", StringComparison.Ordinal);

    private static bool IsQuoting(List<ClauseWord> words, int length)
    {
        var (straight, open) = (0, 0);
        foreach (var c in words.Take(length).SelectMany(word => word.Text))
        {
            straight += c == '"' ? 1 : 0;
            open += c switch { '“' => 1, '”' => -1, _ => 0 };
        }

        return straight % 2 == 1 || open > 0;
    }

    private static double Boundary(List<ClauseWord> words, int length)
    {
        if (length == words.Count)
        {
            return 1;
        }

        var next = words[length].Bare;
        if (words[length - 1].Breaks)
        {
            // "Albania, Bulgaria and Macedonia": a comma within a list is no end.
            return words.Skip(length).Take(4).Any(word => word.Bare is "and" or "or") && words[length - 1].IsCapital ? .2 : 1;
        }

        return EnglishWords.Times.Contains(next) ? .9
            // Without its condition, the statement says something else.
            : EnglishWords.Conditions.Contains(next) ? -1
            : next is "of" ? -1
            : next is "that" or "and" or "or" ? .1
            : EnglishWords.Subordinators.Contains(next) ? .9
            : EnglishWords.Prepositions.Contains(next) ? .55
            : next is "to" ? EnglishClause.IsVerb(words, length - 1) ? -.8 : -.1
            : next.EndsWith("ing", StringComparison.Ordinal) && !words[length].IsCapital ? .4
            : -1.5;
    }

    // "has warned it will go", "is to be presented": the verb still wants something.
    private static double Dangling(List<ClauseWord> words, int length)
    {
        var before = length > 1 ? words[length - 2].Bare : string.Empty;
        var last = words[length - 1].Bare;
        var verbal = last.EndsWith("ed", StringComparison.Ordinal)
            || before is "to" or "be" or "been" or "being" or "not"
            || EnglishWords.Auxiliaries.Contains(before);
        var subject = before is "it" or "he" or "she" or "who" or "which" or "that" || before.EndsWith("ly", StringComparison.Ordinal);
        return length < words.Count && (verbal || (subject && last.EndsWith('s'))) ? .5 : 0;
    }
}
