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
        // "just hours after": of a span nobody knows what it is counted from. "Public library", "for an entire day": the noun is missing.
        var inSpan = EnglishWords.Spans.Contains(last.Bare) && EnglishWords.SpanEnds.Contains(next.Bare);
        var describes = EnglishWords.Attributive.Contains(last.Bare);
        return !inName && !inSpan && !describes && !last.IsNumber && !last.Bare.EndsWith("ly", StringComparison.Ordinal);
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
            : next.EndsWith("ing", StringComparison.Ordinal) && !words[length].IsCapital && !IsWithin(words, length) ? .4
            // Between two nouns, or between a verb and its object.
            : -2.5;
    }

    // "opposes giving", "of food testing": the word in "-ing" is an object, or the second half of a noun.
    private static bool IsWithin(List<ClauseWord> words, int length)
    {
        var before = length > 1 ? words[length - 2].Bare : string.Empty;
        return EnglishWords.Prepositions.Contains(before)
            || before is "of"
            || words[length - 1].Bare.EndsWith("ed", StringComparison.Ordinal)
            || EnglishWords.Verbs.Contains(words[length - 1].Bare);
    }

    // "has warned it will go", "is to be presented": the verb still wants something.
    private static double Dangling(List<ClauseWord> words, int length)
    {
        var before = length > 1 ? words[length - 2].Bare : string.Empty;
        var last = words[length - 1].Bare;
        var verbal = last.EndsWith("ed", StringComparison.Ordinal)
            || before is "to" or "be" or "been" or "being" or "not"
            || EnglishWords.Auxiliaries.Contains(before);
        var described = IsReduced(words, length - 1);
        var subject = before is "it" or "he" or "she" or "who" or "which" or "that" || before.EndsWith("ly", StringComparison.Ordinal);
        return length == words.Count ? 0 : described ? 1.2 : verbal || (subject && last.EndsWith('s')) ? .5 : 0;
    }

    // "a questionnaire put to women", "software known to be harmful": a participle that begins to say which.
    private static bool IsReduced(List<ClauseWord> words, int index)
    {
        var main = EnglishClause.VerbIn(words);
        return main >= 0 && main < index - 2 && EnglishClause.IsParticiple(words[index].Bare) && !EnglishWords.Auxiliaries.Contains(words[index - 1].Bare)
            && words[index - 1].Bare is not ("be" or "been" or "being" or "get" or "got");
    }
}
