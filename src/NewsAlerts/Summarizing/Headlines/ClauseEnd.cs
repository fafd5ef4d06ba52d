namespace NewsAlerts.Summarizing.Headlines;

/// <summary>Where an English headline may end, and how well.</summary>
internal static class ClauseEnd
{
    /// <summary>How good an end it is after <paramref name="length"/> words, from about -2 to 1.</summary>
    /// <param name="words">The clause.</param>
    /// <param name="main">Index of its main verb, as <see cref="EnglishClause.VerbIn"/> finds it.</param>
    /// <param name="length">How many of its words.</param>
    public static double Quality(List<ClauseWord> words, int main, int length) => Boundary(words, length) - Dangling(words, main, length);

    /// <summary>Whether it may end there at all: not on a function word, within a name, a number, a quotation or an unfinished clause.</summary>
    public static bool IsPossible(List<ClauseWord> words, int length)
    {
        var last = words[length - 1];
        return last.Bare.Length > 0
            && !last.IsPossessive
            && (length == words.Count || last.Breaks || IsPossibleWithin(words, length))
            && (!last.IsFunctionWord || IsParticle(words, length))
            && !IsQuoting(words, length)
            && !IsHanging(words, length)
            && !Complements.AreMissing(words, length);
    }

    // Where no mark ends what is kept.
    private static bool IsPossibleWithin(List<ClauseWord> words, int length)
    {
        var (last, next) = (words[length - 1], words[length]);
        var inName = last.IsCapital && (next.IsCapital || next.IsNumber);
        var uncounted = next.Bare is "of" && EnglishWords.Multitudes.Contains(last.Bare);
        return !inName
            && !uncounted
            && !last.IsNumber
            && !last.Bare.EndsWith("ly", StringComparison.Ordinal)
            && !EnglishWords.Unfinished.Contains(last.Bare)
            && !EnglishWords.Numerals.Contains(last.Bare)
            && !IsHalfPreposition(words, length);
    }

    // "in connection with", "as part of": of three words, the first two say nothing.
    private static bool IsHalfPreposition(List<ClauseWord> words, int length) =>
        length > 1
        && words[length].Bare is "with" or "to" or "of" or "for" or "that" or "between"
        && words[length - 2].Bare is "in" or "on" or "as" or "at" or "by" or "with" or "under" or "for"
        && EnglishWords.HalfPrepositions.Contains(words[length - 1].Bare);

    // "have been watered down": where the clause ends, the second half of its verb may.
    private static bool IsParticle(List<ClauseWord> words, int length) =>
        length > 2
        && (length == words.Count || words[length - 1].Breaks)
        && EnglishWords.Particles.Contains(words[length - 1].Bare)
        && (EnglishClause.IsVerb(words, length - 2) || EnglishClause.IsParticiple(words[length - 2].Bare));

    // "admitted last month that a donation": the clause just opened has no verb yet.
    private static bool IsHanging(List<ClauseWord> words, int length)
    {
        var opened = words.FindLastIndex(length - 1, word => EnglishWords.ClauseOpeners.Contains(word.Bare));
        return opened > 0
            && words.FindIndex(opened + 1, length - opened - 1, word => EnglishWords.Verbs.Contains(word.Bare) || EnglishClause.IsParticiple(word.Bare) || (!word.IsCapital && IsPresent(word.Bare))) < 0
            && !HasVerb(words, opened + 1, length);
    }

    // After "who" and its like, a verb that no list has: "a plan that stops here".
    private static bool IsPresent(string word) => word.Length > 3 && word[^1] == 's' && !word.EndsWith("ss", StringComparison.Ordinal);

    private static bool IsQuoting(List<ClauseWord> words, int length)
    {
        var (straight, open) = (0, 0);
        for (var i = 0; i < length; i++)
        {
            var text = words[i].Text.AsSpan();
            straight += text.Count('"');
            open += text.Count('“') - text.Count('”');
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
            return IsListed(words, length) ? .2 : 1;
        }

        return Splits(words[length - 1].Bare, next) ? -3
            : EnglishWords.Times.Contains(next) ? .9
            // Without its condition, the statement says something else.
            : EnglishWords.Conditions.Contains(next) ? -1
            : next is "that" && EnglishClause.IsVerb(words, length - 1) ? -1.5
            : next is "that" or "and" or "or" ? .1
            : EnglishWords.Subordinators.Contains(next) ? .9
            : next is "to" ? Infinitive(words, length)
            // "would take a job | in another industry": it says which.
            : EnglishWords.Prepositions.Contains(next) ? length + 1 < words.Count && words[length + 1].Bare is "another" or "other" or "different" ? -1.5 : Completes(words, length) ? -.5 : .55
            : next.EndsWith("ing", StringComparison.Ordinal) && !words[length].IsCapital && !IsWithin(words, length) ? .4
            : next is "of" ? -1.5
            // "beeps | created as players bash buttons": it only says which.
            : Describes(words, length) ? -1.2
            // Between two nouns, or between a verb and its object.
            : -3;
    }

    // "Albania, Bulgaria and Macedonia", "blips, boops and beeps": a comma within a list is no end.
    private static bool IsListed(List<ClauseWord> words, int length) =>
        (words[length - 1].IsCapital && words.Skip(length).Take(4).Any(IsJoining))
        || (length + 1 < words.Count && (words[length].Breaks || IsJoining(words[length + 1])) && words.Skip(length + 1).Take(4).Any(IsJoining) && !EnglishClause.IsVerb(words, length));

    private static bool IsJoining(ClauseWord word) => word.Bare is "and" or "or";

    // "wants his weight | to stay", "given the chance | to sing": what is wanted is missing.
    private static double Infinitive(List<ClauseWord> words, int length)
    {
        var told = Enumerable.Range(0, length).LastOrDefault(i => i > 0 && (EnglishClause.IsVerb(words, i) || EnglishWords.Prompting.Contains(words[i].Bare)));
        return (told > 0 && EnglishWords.Prompting.Contains(words[told].Bare)) || words[..length].Exists(word => word.Bare is "too") || EnglishWords.Purposes.Contains(words[length - 1].Bare) ? -2
            : EnglishClause.IsVerb(words, length - 1) ? -.8
            : -.1;
    }

    // "learned about Native Americans came | from his books"
    private static bool Completes(List<ClauseWord> words, int length) =>
        EnglishWords.Completing.Contains(words[length].Bare)
        && length > 1
        && EnglishClause.IsVerb(words, length - 1)
        && !words[length - 1].Bare.EndsWith('s')
        && !EnglishWords.Auxiliaries.Contains(words[length - 2].Bare)
        && words[length - 2].Bare is not ("be" or "been" or "being");

    // A participle after a noun; where a clause that has no verb yet was opened, it is its verb: "after a small boat | collided".
    private static bool Describes(List<ClauseWord> words, int length)
    {
        var opened = words.FindLastIndex(length - 1, word => EnglishWords.Subordinators.Contains(word.Bare) && word.Bare is not ("and" or "or" or "nor" or "than"));
        return !words[length - 1].IsCapital
            && !words[length].Bare.Contains('-', StringComparison.Ordinal)
            && EnglishClause.IsParticiple(words[length].Bare)
            && (opened < 0 || Enumerable.Range(opened, length - opened).Any(i => EnglishClause.IsVerb(words, i)));
    }

    // "just hours after": nobody knows what they are counted from. "For an entire working day": the noun is missing. "Snapped up": one verb.
    private static bool Splits(string last, string next) =>
        (EnglishWords.Relational.Contains(last) && next is "with" or "against" or "between" or "over" or "to" or "about" or "on")
        || (EnglishWords.Spans.Contains(last) && EnglishWords.SpanEnds.Contains(next))
        || (EnglishWords.Attributive.Contains(last) && !EnglishWords.IsFunctionWord(next) && !EnglishWords.Times.Contains(next))
        || EnglishWords.Particles.Contains(next);

    // "opposes giving", "of food testing": the word in "-ing" is an object, or the second half of a noun.
    private static bool IsWithin(List<ClauseWord> words, int length)
    {
        var before = length > 1 ? words[length - 2].Bare : string.Empty;
        return !EnglishWords.Tellings.Contains(words[length].Bare) && !words[length].IsFunctionWord && (EnglishWords.Prepositions.Contains(before)
            || before is "of"
            || words[length - 1].Bare.EndsWith("ed", StringComparison.Ordinal)
            || EnglishWords.Verbs.Contains(words[length - 1].Bare));
    }

    // "has warned it will go", "is to be presented": the verb still wants something.
    private static double Dangling(List<ClauseWord> words, int main, int length)
    {
        var before = length > 1 ? words[length - 2].Bare : string.Empty;
        var last = words[length - 1].Bare;
        var verbal = last.EndsWith("ed", StringComparison.Ordinal)
            || before is "to" or "be" or "been" or "being" or "not"
            || EnglishWords.Auxiliaries.Contains(before);
        var unfinished = IsReduced(words, main, length - 1) || SaysNothing(words, main, length) || (before is "and" or "or" or "who" or "which" or "that" && EnglishClause.IsParticiple(last));
        var subject = before is "it" or "he" or "she" or "who" or "which" or "that" || before.EndsWith("ly", StringComparison.Ordinal);
        return length == words.Count ? 0 : unfinished || before is "to" ? 1.2 : verbal || (subject && last.EndsWith('s')) ? .5 : 0;
    }

    // "said their qualification": what is said needs a verb of its own.
    private static bool SaysNothing(List<ClauseWord> words, int main, int length) =>
        main >= 0 && main < length
        && words[main].Bare is "said" or "says" or "believes" or "insists" or "insisted" or "argued" or "claimed" or "claims" or "suggests" or "suggested"
        && !HasVerb(words, main + 1, length);

    private static bool HasVerb(List<ClauseWord> words, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (EnglishClause.IsVerb(words, i))
            {
                return true;
            }
        }

        return false;
    }

    // "a questionnaire put to women", "software known to be harmful": a participle that begins to say which.
    private static bool IsReduced(List<ClauseWord> words, int main, int index)
    {
        var participle = EnglishClause.IsParticiple(words[index].Bare) || EnglishWords.PureParticiples.Contains(words[index].Bare);
        if (!participle)
        {
            return false;
        }

        var before = index - 1;
        while (before > 0 && words[before].Bare.EndsWith("ly", StringComparison.Ordinal))
        {
            before--;
        }

        var passive = EnglishWords.Auxiliaries.Contains(words[before].Bare) || words[before].Bare is "be" or "been" or "being" or "get" or "got";
        // After "and" or "when", a clause of its own may have begun.
        return main >= 0 && main < index - 2 && !passive
            && !words[(main + 1)..index].Exists(word => EnglishWords.Subordinators.Contains(word.Bare) || word.Breaks);
    }
}
