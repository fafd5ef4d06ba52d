using System.Collections.Frozen;
using NewsAlerts.Summarizing.Headlines;

namespace NewsAlerts.Summarizing.Embedded.Compressing;

/// <summary>Where an English sentence can end early, or begin late, told by its commas, its closed word classes and the verbs that its clauses have and need.</summary>
internal static class EnglishSplitter
{
    private const int FewestWords = 9;
    private const int FewestLeftOut = 3;

    private static readonly FrozenSet<string> _relatives = Set("which who whose where whom");

    private static readonly FrozenSet<string> _circumstances = Set("after before while when as following amid during since because with where saying complete");

    private static readonly FrozenSet<string> _prepositions = Set("in on at from for by along");

    // What says when or why without a comma before it; "where", "who" and "which" would say who is meant.
    private static readonly FrozenSet<string> _bareCircumstances = Set("after while amid following before as when because since");

    // What opens an adverbial that a sentence can begin without.
    private static readonly FrozenSet<string> _leading = Set("in on at with after as amid following during since while when");

    // They tell what is only true with them, or is not true at all.
    private static readonly FrozenSet<string> _conditions = Set(
        "if unless except until without provided denied denies deny denying false untrue only although though however but yet despite rather failing according");

    private static readonly FrozenSet<string> _negations = Set("not no never nobody nothing none neither nor without hardly barely scarcely cannot");

    private static readonly FrozenSet<string> _notParticiples = Set(
        "according during depending regarding concerning considering morning evening spring king thing nothing something anything everything pending barring failing assuming providing excluding owing "
        + "including");

    private static readonly FrozenSet<string> _subjects = Set(
        "the a an he she it they we i you this that these those his her its their our one two three four five six seven eight nine ten some many most several few both all no police officials another "
        + "others people residents critics experts authorities investigators prosecutors there nobody everyone");

    // Function words that a clause may end on: "ruled it out", "called him there".
    private static readonly FrozenSet<string> _ends = Set("it him them up out there again back down off away together here too");

    /// <inheritdoc cref="ClauseSplitter.Split"/>
    public static string? Split(string sentence, int mostWords)
    {
        var words = SplitWord.In(sentence);
        var attributions = EnglishAttributions.In(words);
        var late = LateStart(words);
        return Early(sentence, words, attributions, 0, mostWords)
            ?? (late > 0 ? Whole(sentence, words, late, mostWords) ?? Early(sentence, words, attributions, late, mostWords) : null)
            ?? LaterClause(sentence, words, mostWords);
    }

    private static string? Early(string sentence, List<SplitWord> words, EnglishAttributions attributions, int start, int mostWords)
    {
        for (var at = Math.Min(words.Count - FewestLeftOut, start + mostWords + 1); at >= start + FewestWords; at--)
        {
            if (IsBoundary(words, at, attributions) && StandsAlone(words, start, at) && ClauseSplitter.IsWhole(sentence.AsSpan(words[start].Start..ClauseSplitter.EndOf(sentence, words[at - 1].End)))
                && attributions.Behind(words, at) is { } saying
                && ClauseSplitter.Join(sentence, start == 0 ? 0 : words[start].Start, words[at - 1].End, saying.In(sentence)) is var part
                && KeyPointRules.LengthOf(part) <= mostWords)
            {
                return part;
            }
        }

        return null;
    }

    private static string? Whole(string sentence, List<SplitWord> words, int start, int mostWords)
    {
        var part = ClauseSplitter.Capital(sentence[words[start].Start..]);
        return KeyPointRules.LengthOf(part) <= mostWords && EnglishVerbs.HasMain(words, start, words.Count) && ClauseSplitter.IsWhole(part) ? part : null;
    }

    // "With five weeks to go, the candidates …", "Backing the scheme, the government …".
    private static int LateStart(List<SplitWord> words)
    {
        var comma = words.FindIndex(1, word => word.Before is Gap.Comma && !word.IsQuoted);
        if (comma < 2 || comma > words.Count - FewestWords || !OpensSubject(words[comma]) || words[comma].IsQuoted
            || (!_leading.Contains(words[0].Lower) && !IsParticiple(words[0].Lower) && !(words[0].Lower.EndsWith("ly", StringComparison.Ordinal) && IsParticiple(words[1].Lower)))
            || (EnglishVerbs.OpensClause(words[0].Lower) && EnglishVerbs.CountIn(words, 1, comma) == 0 && words[0].Lower is not ("after" or "since"))
            || EnglishVerbs.CountIn(words, comma + 1, PieceEnd(words, comma)) == 0)
        {
            return 0;
        }

        return words[..comma].Exists(word => _conditions.Contains(word.Lower) || _negations.Contains(word.Lower) || EnglishVerbs.Telling.Contains(word.Lower) || word.IsQuoted) ? 0 : comma;
    }

    // "…; the board agreed to pay", ", but the board agreed to pay": a sentence of its own.
    private static string? LaterClause(string sentence, List<SplitWord> words, int mostWords)
    {
        for (var at = FewestWords; at + FewestWords <= words.Count; at++)
        {
            var first = words[at].Before is Gap.Semicolon ? at : words[at].Before is Gap.Comma && words[at].Lower is "and" or "but" ? at + 1 : -1;
            if (first < 0 || words[first].IsQuoted || words[first].Lower is "he" or "she" or "it" or "they" || !OpensSubject(words[first]) || EnglishVerbs.CountIn(words, first, PieceEnd(words, first)) == 0
                // Who says it, or on what condition, is said before it.
                || words[..first].Exists(word => !word.IsQuoted && (EnglishVerbs.Telling.Contains(word.Lower) || word.Lower is "according" or "if" or "unless" or "not")))
            {
                continue;
            }

            if (Whole(sentence, words, first, mostWords) is { } part)
            {
                return part;
            }
        }

        return null;
    }

    private static bool IsBoundary(List<SplitWord> words, int at, EnglishAttributions attributions)
    {
        var word = words[at];
        var condition = words.FindIndex(at, each => !each.IsQuoted && _conditions.Contains(each.Lower) && !attributions.Has(each));
        if (word.IsQuoted || (condition >= 0 && !IsWithinClause(words, at, condition)))
        {
            return false;
        }

        return word.Before switch
        {
            Gap.Semicolon => EnglishVerbs.CountIn(words, at, PieceEnd(words, at)) > 0,
            // A second dash closes what the first opened.
            Gap.Dash => words.FindAll(each => each.Before is Gap.Dash).Count == 1,
            Gap.Comma => OpensTail(words, at) || attributions.EndAt(at),
            Gap.Space => OpensBareTail(words, at),
            // Behind a quotation.
            Gap.Other => word.Lower is "and" && words[at - 1].IsQuoted && OpensBareTail(words, at),
            _ => false,
        };
    }

    // "… and called it wrong that nobody would come if it rained": the condition is what is said there, not of what is kept.
    private static bool IsWithinClause(List<SplitWord> words, int at, int condition) =>
        words[at].Lower is "and" && words.FindIndex(at, condition - at, word => word.Lower is "that") >= 0;

    private static bool OpensTail(List<SplitWord> words, int at)
    {
        var word = words[at].Lower;
        if (word is "and")
        {
            return OpensSubject(words[at + 1]) ? EnglishVerbs.CountIn(words, at + 1, PieceEnd(words, at + 1)) > 0 : EnglishVerbs.IsPredicate(words, at + 1);
        }

        if (words[at].IsCapital || Resumes(words, at))
        {
            return false;
        }

        return _relatives.Contains(word)
            || (_circumstances.Contains(word) && !(word is "as" && words[at + 1].Lower is "well" or "of"))
            || (_prepositions.Contains(word) && words[at + 1].Lower is "a" or "an" or "what" or "with")
            || (IsParticiple(word) && word is not "including")
            || (EnglishVerbs.IsPast(word) && EnglishWords.Prepositions.Contains(words[at + 1].Lower))
            || (word is "a" or "an" && EnglishVerbs.CountIn(words, PieceStart(words, at - 1), at) > 0)
            || (word is "including" && !words[at..].Exists(each => each.IsCapital));
    }

    private static bool OpensBareTail(List<SplitWord> words, int at)
    {
        var word = words[at].Lower;
        if (words[at].IsCapital || words[at - 1].Lower is "well" or "such" or "same" or "so" or "just" or "soon" or "even" or "days" or "hours" or "weeks" or "months" or "years" or "day" or "week" or "month"
            or "year" or "shortly" or "minutes" or "ever" or "only" or "known" or "described" || Negates(words, at))
        {
            return false;
        }

        if (word is "and")
        {
            return (words[at + 1].Lower is "he" or "she" or "it" or "they" && EnglishVerbs.CountIn(words, at + 2, Math.Min(words.Count, at + 5)) > 0) || OpensPredicate(words, at);
        }

        return _bareCircumstances.Contains(word)
            && (word is not ("as" or "when" or "because" or "since") || (OpensSubject(words[at + 1]) && EnglishVerbs.CountIn(words, at + 2, PieceEnd(words, at)) > 0))
            && !Resumes(words, at)
            && EnglishVerbs.CountIn(words, at + 1, PieceEnd(words, at)) <= 1 + words[(at + 1)..PieceEnd(words, at)].Count(each => EnglishVerbs.OpensClause(each.Lower));
    }

    // "The court heard the case |and fixed a day for the next": what else the subject did. Not one of several things, nor of "beaten and robbed" or "rural and impoverished areas".
    private static bool OpensPredicate(List<SplitWord> words, int at)
    {
        var (piece, next) = (at - 1, words[at + 1]);
        while (piece > 0 && words[piece].Before is Gap.Space or Gap.Other)
        {
            piece--;
        }

        return next.Before is Gap.Space && EnglishVerbs.IsPredicate(words, at + 1)
            && (!EnglishVerbs.IsPast(next.Lower) || (at + 2 < words.Count && (OpensSubject(words[at + 2]) || char.IsDigit(words[at + 2].Lower[0]) || EnglishWords.IsFunctionWord(words[at + 2].Lower))))
            && !EnglishVerbs.IsPast(words[at - 1].Lower) && !EnglishWords.Participles.Contains(words[at - 1].Lower)
            && (piece == 0 || OpensSubject(words[piece])) && EnglishVerbs.CountIn(words, piece, at) > 0
            && !words[..at].Exists(word => word.Lower is "both" or "between" or "either" || word.Before is Gap.Dash) && !Resumes(words, at);
    }

    // "The plan, which had been dropped, will be taken up": behind what could go, the verb of what is before it.
    private static bool Resumes(List<SplitWord> words, int at) =>
        Enumerable.Range(at + 1, words.Count - at - 1).Any(next => words[next].Before is Gap.Comma && EnglishVerbs.IsPredicate(words, next));

    private static bool Negates(List<SplitWord> words, int end) =>
        words.FindIndex(0, end, word => _negations.Contains(word.Lower) || word.Lower.EndsWith("n't", StringComparison.Ordinal) || word.Lower.EndsWith("n’t", StringComparison.Ordinal)) >= 0;

    /// <summary>Whether a stretch of words has a verb of its own, and ends as a sentence can.</summary>
    private static bool StandsAlone(List<SplitWord> words, int start, int end)
    {
        var last = words[end - 1];
        if (!EnglishVerbs.HasMain(words, start, end) || EndsInTelling(words, start, end) || (last.IsCapital && words[end].IsCapital && words[end].Before is Gap.Space))
        {
            return false;
        }

        // "After the storm had passed, …": the clause that opens it is not the sentence.
        if (EnglishVerbs.OpensClause(words[start].Lower))
        {
            var comma = words.FindIndex(start + 1, end - start - 1, word => word.Before is Gap.Comma);
            return comma > 0 && end - comma >= FewestWords / 2 && EnglishVerbs.HasMain(words, comma, end) && EndsWell(last);
        }

        return EndsWell(last);
    }

    private static bool EndsWell(SplitWord last) =>
        _ends.Contains(last.Lower) || (!EnglishWords.IsFunctionWord(last.Lower) && !EnglishVerbs.Telling.Contains(last.Lower) && !EnglishWords.Attributive.Contains(last.Lower)) || last.IsQuoted || last.IsCapital;

    // "Officials said the plan": what is said has no verb yet.
    private static bool EndsInTelling(List<SplitWord> words, int start, int end)
    {
        var telling = words.FindLastIndex(end - 1, end - start, word => !word.IsQuoted && EnglishVerbs.Telling.Contains(word.Lower));
        return telling >= 0 && end - telling > 1 && EnglishVerbs.CountIn(words, telling + 1, end) == 0 && !words[(telling + 1)..end].Exists(word => word.IsQuoted)
            && words[telling].Before is Gap.Space && OpensSubject(words[telling + 1]);
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

    private static bool IsParticiple(string word) => word.Length > 4 && word.EndsWith("ing", StringComparison.Ordinal) && !_notParticiples.Contains(word);

    private static bool OpensSubject(SplitWord word) => _subjects.Contains(word.Lower) || word.IsCapital;

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
