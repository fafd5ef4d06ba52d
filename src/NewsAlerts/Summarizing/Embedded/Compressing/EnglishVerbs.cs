using NewsAlerts.Summarizing.Headlines;

namespace NewsAlerts.Summarizing.Embedded.Compressing;

/// <summary>Where an English sentence has its verbs, and which of them belong to a clause within it, as far as closed word classes tell.</summary>
internal static class EnglishVerbs
{
    // Farther from "who" or "that", a verb is more likely the sentence's own.
    private const int LongestToVerb = 10;

    public static readonly WordSet Telling = Set(
        "said says say told tells believes believe insists insisted argued argues claimed claims suggests suggested hopes hoped thinks thought warned warns added adds showed shows reported reports "
        + "announced confirmed revealed wrote stated alleged alleges admitted admits found finds knows knew feared fears expects expected indicate indicates indicated allege");

    private static readonly WordSet _finite = WordSet.Of(string.Empty, EnglishWords.Auxiliaries, EnglishWords.Verbs, Telling);

    private static readonly WordSet _openers = Set("who which that whose whom where when while if because although though whether unless what how why");

    private static readonly WordSet _maybeOpeners = Set("after before as since until");

    private static readonly WordSet _withinVerb = Set("also later then now still already once have been be being not never just");

    private static readonly WordSet _subjects = Set("who which that he she it they i we police officials");

    /// <summary>Whether a word opens a clause that needs a verb of its own: always, or where one comes soon.</summary>
    public static bool OpensClause(string word) => _openers.Contains(word) || _maybeOpeners.Contains(word);

    /// <summary>Whether a stretch has a verb that no clause within it needs.</summary>
    public static bool HasMain(List<SplitWord> words, int start, int end)
    {
        Span<bool> taken = stackalloc bool[end - start];
        for (var i = start; i < end; i++)
        {
            if (!words[i].IsQuoted && OpensClause(words[i].Lower))
            {
                var last = Math.Min(end, i + 1 + LongestToVerb);
                for (var verb = i + 1; verb < last; verb++)
                {
                    if (IsHead(words, verb, start, end) && !taken[verb - start])
                    {
                        taken[verb - start] = true;
                        break;
                    }

                    if (verb > i + 1 && words[verb].Before is Gap.Comma && _maybeOpeners.Contains(words[i].Lower))
                    {
                        break;
                    }
                }
            }
        }

        for (var i = start; i < end; i++)
        {
            if (!taken[i - start] && IsHead(words, i, start, end))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many verbs a stretch has; "has been seen" is one.</summary>
    public static int CountIn(List<SplitWord> words, int start, int end)
    {
        var count = 0;
        for (var i = start; i < end; i++)
        {
            count += IsHead(words, i, start, end) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether a word goes on with the verb of a subject before it: "said …", "has also won …".</summary>
    public static bool IsPredicate(List<SplitWord> words, int at)
    {
        var verb = at;
        while (verb + 1 < words.Count && (words[verb].Lower is "also" or "later" or "then" or "now" or "still" or "already" or "once" || words[verb].Lower.EndsWith("ly", StringComparison.Ordinal)))
        {
            verb++;
        }

        var word = words[verb];
        return !word.IsCapital && !word.IsQuoted && (EnglishWords.Auxiliaries.Contains(word.Lower)
            || ((_finite.Contains(word.Lower) || IsPast(word.Lower))
                && (verb + 1 >= words.Count || !EnglishWords.Prepositions.Contains(words[verb + 1].Lower) || (at > 0 && words[at - 1].Lower is "and"))));
    }

    /// <summary>Whether a word has the form of a regular past tense.</summary>
    public static bool IsPast(string word) =>
        word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) && !word.Contains('-', StringComparison.Ordinal) && word is not ("hundred" or "indeed" or "speed" or "united" or "kindred");

    private static bool IsHead(List<SplitWord> words, int i, int start, int end)
    {
        if (words[i].IsQuoted || !IsVerb(words, i, end))
        {
            return false;
        }

        var before = i - 1;
        while (before >= start && (_withinVerb.Contains(words[before].Lower) || words[before].Lower.EndsWith("ly", StringComparison.Ordinal)) && !IsVerb(words, before, end))
        {
            before--;
        }

        return before < start || words[i].Before is not Gap.Space || !EnglishWords.Auxiliaries.Contains(words[before].Lower);
    }

    // A participle that begins to say which, "a man arrested in May", is none: a preposition follows, and nothing before it is its subject.
    private static bool IsVerb(List<SplitWord> words, int i, int end)
    {
        var word = words[i];
        var before = i > 0 && word.Before is Gap.Space ? words[i - 1] : default;
        if (word.IsCapital || before.Lower is "to" or "the" or "a" or "an")
        {
            return false;
        }

        if (!IsPast(word.Lower) && !EnglishWords.Participles.Contains(word.Lower))
        {
            return _finite.Contains(word.Lower);
        }

        return before.IsCapital || before.Lower is { } subject && (_subjects.Contains(subject) || EnglishWords.Auxiliaries.Contains(subject) || subject.EndsWith("ly", StringComparison.Ordinal))
            || (i + 1 < end && words[i + 1].Before is Gap.Space && !EnglishWords.Prepositions.Contains(words[i + 1].Lower));
    }

    private static WordSet Set(string words) => WordSet.Of(words);
}
