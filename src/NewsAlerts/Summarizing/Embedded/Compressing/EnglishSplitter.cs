using NewsAlerts.Summarizing.Headlines;

namespace NewsAlerts.Summarizing.Embedded.Compressing;

/// <summary>Where an English sentence can end early, or begin late, told by its commas, its closed word classes and the verbs that its clauses have and need.</summary>
internal static class EnglishSplitter
{
    private const int FewestWords = 9;
    private const int FewestLeftOut = 3;

    // What opens an adverbial that a sentence can begin without.
    private static readonly WordSet _leading = WordSet.Of("in on at with after as amid following during since while when within");

    // Function words that a clause may end on: "ruled it out", "called him there".
    private static readonly WordSet _ends = WordSet.Of("it him them up out there again back down off away together here too");

    /// <inheritdoc cref="ClauseSplitter.Split"/>
    public static string? Split(string sentence, int mostWords)
    {
        var words = SplitWord.In(sentence);
        var attributions = EnglishAttributions.In(words);
        var late = LateStart(words);
        var boundaries = new EnglishBoundaries(words, attributions);
        return Early(0)
            ?? (late > 0 ? Whole(sentence, words, late, mostWords) ?? Early(late) : null)
            ?? LaterClause(sentence, words, mostWords);

        string? Early(int start) => EarlyEnd(sentence, words, attributions, boundaries, start, mostWords);
    }

    private static string? EarlyEnd(string sentence, List<SplitWord> words, EnglishAttributions attributions, EnglishBoundaries boundaries, int start, int mostWords)
    {
        for (var at = Math.Min(words.Count - FewestLeftOut, start + mostWords + 1); at >= start + FewestWords; at--)
        {
            if (boundaries.IsAt(at) && StandsAlone(words, start, at) && ClauseSplitter.IsWhole(sentence.AsSpan(words[start].Start..ClauseSplitter.EndOf(sentence, words[at - 1].End)))
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
        var comma = MainAfterComma(words);
        if (comma < 2 || comma > words.Count - FewestWords
            || (!_leading.Contains(words[0].Lower) && !EnglishPieces.IsParticiple(words[0].Lower) && !IsPastParticiple(words) && !(words[0].Lower.EndsWith("ly", StringComparison.Ordinal) && EnglishPieces.IsParticiple(words[1].Lower)))
            || (EnglishVerbs.OpensClause(words[0].Lower) && EnglishVerbs.CountIn(words, 1, comma) == 0 && words[0].Lower is not ("after" or "since" or "as"))
            || IsCompared(words))
        {
            return 0;
        }

        return words[..comma].Exists(word => EnglishPieces.IsCondition(word.Lower) || EnglishPieces.Negates(word.Lower) || EnglishVerbs.Telling.Contains(word.Lower) || word.IsQuoted) ? 0 : comma;
    }

    // "As many as 40 islanders, …": they are the subject.
    private static bool IsCompared(List<SplitWord> words) => words[0].Lower is "as" && words[1].Lower is "many" or "much" or "few" or "little" or "far" or "long" or "well";

    // "Stranded on the quay for three days, …"
    private static bool IsPastParticiple(List<SplitWord> words) =>
        EnglishVerbs.IsPast(words[0].Lower) && EnglishWords.Prepositions.Contains(words[1].Lower) && words[1].Before is Gap.Space;

    // "After protests in Ellery, Marrow, a strike, and a storm, the board …": behind the last of several, and the province of a town.
    private static int MainAfterComma(List<SplitWord> words)
    {
        var isList = true;
        for (var comma = NextComma(1); comma > 0; comma = NextComma(comma + 1))
        {
            var end = EnglishPieces.EndOf(words, comma);
            if (EnglishPieces.OpensSubject(words[comma]) && EnglishVerbs.CountIn(words, comma + 1, end) > 0)
            {
                return isList ? comma : 0;
            }

            isList = words[comma].Lower is "and" or "or" || (isList && words[comma..end].TrueForAll(word => word.IsCapital));
        }

        return 0;

        int NextComma(int start) => words.FindIndex(start, word => word.Before is Gap.Comma && !word.IsQuoted);
    }

    // "…; the board agreed to pay", ", but the board agreed to pay": a sentence of its own.
    private static string? LaterClause(string sentence, List<SplitWord> words, int mostWords)
    {
        for (var at = FewestWords; at + FewestWords <= words.Count; at++)
        {
            var first = words[at].Before is Gap.Semicolon ? at : words[at].Before is Gap.Comma && words[at].Lower is "and" or "but" ? at + 1 : -1;
            if (first < 0 || words[first].IsQuoted || words[first].Lower is "he" or "she" or "it" or "they" || !EnglishPieces.OpensSubject(words[first]) || EnglishVerbs.CountIn(words, first, EnglishPieces.EndOf(words, first)) == 0
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
            && words[telling].Before is Gap.Space && EnglishPieces.OpensSubject(words[telling + 1]);
    }
}
