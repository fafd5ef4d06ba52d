using System.Collections.Frozen;
using NewsAlerts.Summarizing.Headlines;

namespace NewsAlerts.Summarizing.Embedded.Compressing;

/// <summary>Where an English sentence can end early, told by its commas, its closed word classes and how many verbs its clauses have and need.</summary>
internal static class EnglishSplitter
{
    private const int FewestWords = 9;
    private const int FewestBehindComma = 3;

    private static readonly FrozenSet<string> _relatives = Set("which who whose where whom");

    private static readonly FrozenSet<string> _circumstances = Set("after before while when as following amid during since because with where saying");

    private static readonly FrozenSet<string> _prepositions = Set("in on at from for by along");

    // What says when or how, without a comma before it; "where", "who" and "which" would say who is meant.
    private static readonly FrozenSet<string> _bareCircumstances = Set("after while amid following before as when because");

    // They tell what is only true with them, or is not true at all.
    private static readonly FrozenSet<string> _conditions = Set("if unless except until without provided denied denies deny denying false untrue only although though however but yet despite rather than");

    private static readonly FrozenSet<string> _negations = Set("not no never nobody nothing none neither nor without hardly barely scarcely cannot");

    private static readonly FrozenSet<string> _notParticiples = Set(
        "according during depending regarding concerning considering morning evening spring king thing nothing something anything everything pending barring failing assuming providing excluding owing including");

    private static readonly FrozenSet<string> _openers = Set("who which that whose whom where when while if because although though whether unless what how why");

    private static readonly FrozenSet<string> _maybeOpeners = Set("after before as since until");

    private static readonly FrozenSet<string> _subjects = Set(
        "the a an he she it they we i you this that these those his her its their our one two three four five six seven eight nine ten some many most several both all no police officials "
        + "another others people residents critics experts authorities investigators prosecutors there");

    private static readonly FrozenSet<string> _beforeVerb = Set("also later then now still already once have been be being not never just");

    private static readonly FrozenSet<string> _telling = Set(
        "said says say told tells believes believe insists insisted argued argues claimed claims suggests suggested hopes hoped thinks thought warned warns added adds showed shows reported reports "
        + "announced confirmed revealed wrote stated alleged alleges admitted admits found knows knew feared fears expects expected");

    private static readonly FrozenSet<string> _finite = EnglishWords.Auxiliaries.Concat(EnglishWords.Verbs).Concat(_telling).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> _ends = Set("it him them up out there again back down off away together here too well");

    /// <inheritdoc cref="ClauseSplitter.Split"/>
    public static string? Split(string sentence, int mostWords)
    {
        var words = SplitWord.In(sentence);
        var attributions = EnglishAttributions.In(words);
        for (var at = Math.Min(words.Count - FewestBehindComma, mostWords + 1); at >= FewestWords; at--)
        {
            if (IsBoundary(words, at) && StandsAlone(words, 0, at) && ClauseSplitter.IsWhole(sentence.AsSpan(0, words[at - 1].End))
                && attributions.Behind(words, at) is { } saying
                && ClauseSplitter.Join(sentence, words[at - 1].End, saying.In(sentence)) is var part
                && KeyPointRules.LengthOf(part) <= mostWords)
            {
                return part;
            }
        }

        return LaterClause(sentence, words, mostWords);
    }

    // "…; the board agreed to pay", ", and the board agreed to pay": a sentence of its own.
    private static string? LaterClause(string sentence, List<SplitWord> words, int mostWords)
    {
        for (var at = FewestWords; at + FewestWords <= words.Count; at++)
        {
            var first = words[at].Before is Gap.Semicolon ? at : words[at].Before is Gap.Comma && words[at].Lower is "and" ? at + 1 : -1;
            if (first < 0 || words[first].IsQuoted || !OpensSubject(words[first]) || !StandsAlone(words, first, words.Count) || !ClauseSplitter.IsWhole(sentence.AsSpan(words[first].Start)))
            {
                continue;
            }

            var part = char.ToUpperInvariant(sentence[words[first].Start]) + sentence[(words[first].Start + 1)..];
            // What the whole is said to be by somebody, before or behind, a part must not be without.
            if (KeyPointRules.LengthOf(part) <= mostWords && !words[..first].Exists(word => !word.IsQuoted && (_telling.Contains(word.Lower) || word.Lower is "according" or "if" or "unless")))
            {
                return part;
            }
        }

        return null;
    }

    private static bool IsBoundary(List<SplitWord> words, int at)
    {
        var word = words[at];
        if (word.IsQuoted || IsConditional(words, at))
        {
            return false;
        }

        return word.Before switch
        {
            Gap.Semicolon or Gap.Dash => true,
            Gap.Comma => OpensTail(words, at),
            Gap.Space => OpensBareTail(words, at),
            _ => false,
        };
    }

    private static bool OpensTail(List<SplitWord> words, int at)
    {
        var word = words[at].Lower;
        if (word is "and")
        {
            return OpensSubject(words[at + 1]) ? VerbsIn(words, at + 1, PieceEnd(words, at + 1)) > 0 : IsPredicate(words, at + 1);
        }

        if (words[at].IsCapital || Resumes(words, at))
        {
            return false;
        }

        return _relatives.Contains(word)
            || (_circumstances.Contains(word) && !(word is "as" && words[at + 1].Lower is "well" or "of"))
            || (_prepositions.Contains(word) && words[at + 1].Lower is "a" or "an" or "what" or "with")
            || IsParticiple(words, at)
            || (IsPast(word) && EnglishWords.Prepositions.Contains(words[at + 1].Lower))
            || (word is "a" or "an" && VerbsIn(words, PieceStart(words, at - 1), at) > 0)
            || (word is "including" && !words[at..].Exists(each => each.IsCapital));
    }

    private static bool OpensBareTail(List<SplitWord> words, int at)
    {
        var word = words[at].Lower;
        if (words[at].IsCapital || Negates(words, at))
        {
            return false;
        }

        if (word is "and")
        {
            return words[at + 1].Lower is "he" or "she" or "it" or "they" && VerbsIn(words, at + 2, Math.Min(words.Count, at + 5)) > 0;
        }

        return _bareCircumstances.Contains(word)
            && (word is not ("as" or "when" or "because") || OpensSubject(words[at + 1]))
            && !Resumes(words, at)
            && VerbsIn(words, at + 1, PieceEnd(words, at)) <= 1 + OpenersIn(words, at + 1, PieceEnd(words, at));
    }

    // "The plan, which had been dropped, will be taken up": behind what could go, the verb of what is before it.
    private static bool Resumes(List<SplitWord> words, int at)
    {
        for (var next = at + 1; next < words.Count; next++)
        {
            if (words[next].Before is Gap.Comma && !words[next].IsQuoted && IsPredicate(words, next))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsConditional(List<SplitWord> words, int at)
    {
        for (var i = at; i < words.Count; i++)
        {
            if (!words[i].IsQuoted && _conditions.Contains(words[i].Lower))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Negates(List<SplitWord> words, int end) => words[..end].Exists(word => _negations.Contains(word.Lower) || word.Lower.EndsWith("n't") || word.Lower.EndsWith("n’t"));

    /// <summary>Whether a stretch of words has a verb more than its clauses need, and ends as a sentence can.</summary>
    private static bool StandsAlone(List<SplitWord> words, int start, int end)
    {
        var last = words[end - 1];
        if (end - start < FewestWords || VerbsIn(words, start, end) <= OpenersIn(words, start, end))
        {
            return false;
        }

        if (end == words.Count)
        {
            return true;
        }

        return (_ends.Contains(last.Lower) || (!EnglishWords.IsFunctionWord(last.Lower) && !_telling.Contains(last.Lower) && !EnglishWords.Attributive.Contains(last.Lower)))
            && !(last.IsCapital && words[end].IsCapital)
            && !EndsInTelling(words, start, end);
    }

    // "Officials said the plan": what is said has no verb yet.
    private static bool EndsInTelling(List<SplitWord> words, int start, int end)
    {
        var telling = words.FindLastIndex(end - 1, end - start, word => !word.IsQuoted && _telling.Contains(word.Lower));
        return telling >= 0 && end - telling > 1 && VerbsIn(words, telling + 1, end) == 0 && !words[(telling + 1)..end].Exists(word => word.IsQuoted)
            && words[telling + 1].Lower is not ("in" or "on" or "at" or "to" or "by") && OpensSubject(words[telling + 1]);
    }

    /// <summary>How many verbs there are, "has been seen" being one.</summary>
    private static int VerbsIn(List<SplitWord> words, int start, int end)
    {
        var (count, verb) = (0, false);
        for (var i = start; i < end; i++)
        {
            var is_ = !words[i].IsQuoted && IsVerb(words, i, end);
            count += is_ && !verb ? 1 : 0;
            verb = is_ || (verb && (_beforeVerb.Contains(words[i].Lower) || words[i].Lower.EndsWith("ly")));
        }

        return count;
    }

    // A participle that begins to say which, "a man arrested in May", is none: what follows it is a preposition, and nothing helps it.
    private static bool IsVerb(List<SplitWord> words, int i, int end)
    {
        var word = words[i];
        if (word.IsCapital || (i > 0 && EnglishWords.Articles.Contains(words[i - 1].Lower)) || (i > 0 && words[i - 1].Lower is "to"))
        {
            return false;
        }

        var ambiguous = IsPast(word.Lower) || EnglishWords.Participles.Contains(word.Lower);
        return ambiguous
            ? i + 1 < end && !EnglishWords.Prepositions.Contains(words[i + 1].Lower) && words[i + 1].Before is Gap.Space || (i > 0 && words[i - 1].IsCapital && words[i].Before is Gap.Space)
                || (i > 0 && words[i - 1].Lower is "who" or "which" or "that" or "he" or "she" or "it" or "they" or "police" or "officials")
            : _finite.Contains(word.Lower);
    }

    private static int OpenersIn(List<SplitWord> words, int start, int end)
    {
        var count = 0;
        for (var i = start; i < end; i++)
        {
            count += words[i].IsQuoted ? 0
                : _openers.Contains(words[i].Lower) ? 1
                : _maybeOpeners.Contains(words[i].Lower) && VerbsIn(words, i + 1, Math.Min(end, Math.Min(i + 7, PieceEnd(words, i)))) > 0 ? 1
                : 0;
        }

        return count;
    }

    private static int PieceEnd(List<SplitWord> words, int at)
    {
        var end = at + 1;
        while (end < words.Count && (words[end].Before is Gap.Space || words[end].IsQuoted))
        {
            end++;
        }

        return Math.Min(end, words.Count);
    }

    private static int PieceStart(List<SplitWord> words, int at)
    {
        while (at > 0 && words[at].Before is Gap.Space)
        {
            at--;
        }

        return at;
    }

    private static bool IsPredicate(List<SplitWord> words, int at)
    {
        var verb = at;
        while (verb + 1 < words.Count && (words[verb].Lower is "also" or "later" or "then" or "now" or "still" or "already" or "once" || words[verb].Lower.EndsWith("ly")))
        {
            verb++;
        }

        return !words[verb].IsCapital && (_finite.Contains(words[verb].Lower) || IsPast(words[verb].Lower))
            && (EnglishWords.Auxiliaries.Contains(words[verb].Lower) || verb + 1 >= words.Count || !EnglishWords.Prepositions.Contains(words[verb + 1].Lower) || at > 0 && words[at - 1].Lower is "and");
    }

    private static bool IsParticiple(List<SplitWord> words, int at) =>
        words[at].Lower is { Length: > 4 } word && word.EndsWith("ing") && !_notParticiples.Contains(word) && !words[at..Math.Min(words.Count, at + 6)].Exists(each => each.Lower is "and" or "or" && false);

    private static bool OpensSubject(SplitWord word) => _subjects.Contains(word.Lower) || word.IsCapital;

    private static bool IsPast(string word) => word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) && !word.Contains('-') && word is not ("hundred" or "indeed" or "speed" or "united" or "kindred");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
