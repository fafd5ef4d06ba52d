using System.Collections.Frozen;

namespace NewsAlerts.Summarizing.Verifying;

/// <summary>
/// Whether a verb that stands in the evidence behind "may", "plans to" or "refused to" stands in the claim as a fact, whatever form it has there and whatever is between:
/// "sold its arm" for "is expected to sell its Norwegian arm". In other languages than English the word is looked for in the stretch that the claim follows.
/// </summary>
internal static class HedgedVerbChecks
{
    /// <summary>How far before a claim's verb a word of its own keeps it from being a fact.</summary>
    private const int Reach = 6;

    /// <summary>"Asked the board to repay".</summary>
    private const int LongestObject = 4;

    private const double Close = .5;

    private static readonly FrozenSet<string> _skipped = FrozenSet.ToFrozenSet("be have been not also only still soon never well now even yet himself herself itself themselves further".Split(' '));

    private static readonly FrozenSet<string> _keeping = FrozenSet.ToFrozenSet("to if whether unless or can cannot must believe believes believed think thinks fear fears feared".Split(' '));

    private static readonly FrozenSet<string> _auxiliaries = FrozenSet.ToFrozenSet("is are was were has have had been being will".Split(' '));

    public static IEnumerable<UnsupportedPart> Run(ClaimReading reading) =>
        reading.Source.Language == "en" ? Hedged(reading)
        : CertaintyWords.Elsewhere.TryGetValue(reading.Source.Language, out var words) && reading.Closeness >= PartChecks.Following ? Elsewhere(reading, words.Possible, words.Failed)
        : [];

    private static IEnumerable<UnsupportedPart> Hedged(ClaimReading reading)
    {
        if (reading.Closeness < Close)
        {
            yield break;
        }

        var said = reading.Said;
        var hedges = HedgesOf(reading, said);
        for (var i = 1; hedges.Count > 0 && i < reading.Tokens.Length; i++)
        {
            var verb = reading.BaseOf(reading.Tokens[i]);
            if (hedges.TryGetValue(verb, out var hedge) && IsFact(reading, i, hedge) && !IsSaidOtherwise(reading, i, said))
            {
                var word = reading.WordOf(said[hedge]);
                yield return CertaintyWords.Failed.Contains(word) || CertaintyWords.Disputing.Contains(word)
                    ? new UnsupportedPart(UnsupportedKind.Negation, word)
                    : new UnsupportedPart(UnsupportedKind.Words, reading.TextOf(reading.Tokens[i]));
            }
        }
    }

    /// <summary>The bases of the verbs that are hedged, with the index of what hedges them.</summary>
    private static Dictionary<string, int> HedgesOf(ClaimReading reading, Token[] said)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < said.Length; i++)
        {
            var word = reading.WordOf(said[i]);
            var verb = (word == "will" || CertaintyWords.Possible.Contains(word)) && !said[i].Is(Traits.Capital) ? i + 1
                : CertaintyWords.Disputing.Contains(word) && i + 1 < said.Length && reading.WordOf(said[i + 1]).EndsWith("ing", StringComparison.Ordinal) ? i + 1
                : IsBeforeTo(word) ? BehindTo(reading, said, i)
                : word == "to" && i > 0 && reading.WordOf(said[i - 1]) is "is" or "are" or "was" or "were" ? i + 1
                : said.Length;
            while (verb < said.Length && (_skipped.Contains(reading.WordOf(said[verb])) || reading.WordOf(said[verb]).EndsWith("ly", StringComparison.Ordinal)))
            {
                verb++;
            }

            if (verb < said.Length && said[verb].Is(Traits.Content))
            {
                found.TryAdd(reading.BaseOf(said[verb]), i);
            }
        }

        return found;
    }

    // "Had dropped and could fall further" says that it fell.
    private static bool IsSaidOtherwise(ClaimReading reading, int verb, Token[] said)
    {
        var its = reading.BaseOf(reading.Tokens[verb]);
        return said.Count(token => reading.BaseOf(token) == its) > 1
            || Paraphrases.For(reading.Source.Language)?.HasSynonym(reading.Source, reading.Tokens[verb], Array.FindAll(said, token => reading.BaseOf(token) != its)) is true;
    }

    private static bool IsBeforeTo(string word) => CertaintyWords.Due.Contains(word) || CertaintyWords.Intended.Contains(word) || CertaintyWords.Failed.Contains(word);

    private static int BehindTo(ClaimReading reading, Token[] said, int hedge)
    {
        var to = hedge + 1;
        while (to < said.Length && to - hedge <= LongestObject && reading.WordOf(said[to]) != "to")
        {
            to++;
        }

        return to < said.Length && reading.WordOf(said[to]) == "to" ? to + 1 : said.Length;
    }

    // A form of the past or with an auxiliary; "its appeal" is none.
    private static bool IsFact(ClaimReading reading, int verb, int hedge)
    {
        var (word, before) = (reading.WordOf(reading.Tokens[verb]), reading.WordOf(reading.Tokens[verb - 1]));
        var isAuxiliary = _auxiliaries.Contains(before);
        var isVerb = isAuxiliary
            || ((word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith('s') || IrregularVerbs.IsPast(word, reading.Source.Vocabulary[reading.Tokens[verb].Term]))
                && reading.Tokens[verb - 1].Is(Traits.Content | Traits.Capital) | before is "it" or "he" or "she" or "they" or "who" or "which" or "and");
        var saidHedge = reading.WordOf(reading.Said[hedge]);
        return isVerb
            && (saidHedge != "will" || IsPast(reading, verb, before))
            && !reading.Tokens[Math.Max(0, verb - Reach)..verb].Any(token => Keeps(reading, token))
            && !(before == "will" && (CertaintyWords.Due.Contains(saidHedge) || saidHedge == "to"));
    }

    // "Is to be replaced" and "steps down" tell what will be, "will cut" and "cut" are of one form.
    private static bool IsPast(ClaimReading reading, int verb, string before)
    {
        var (word, term) = (reading.WordOf(reading.Tokens[verb]), reading.Source.Vocabulary[reading.Tokens[verb].Term]);
        return (word.EndsWith("ed", StringComparison.Ordinal) || IrregularVerbs.BaseOf(term) != term)
            && before is not ("is" or "are" or "being")
            && !reading.Tokens[Math.Max(0, verb - Reach)..verb].Any(token => reading.WordOf(token) == "will");
    }

    private static bool Keeps(ClaimReading reading, Token token)
    {
        var word = reading.WordOf(token);
        return token.Is(Traits.Negation) || _keeping.Contains(word) || CertaintyWords.Possible.Contains(word) || IsBeforeTo(word) || CertaintyWords.Disputing.Contains(word) || CertaintyWords.Alleging.Contains(word);
    }

    private static IEnumerable<UnsupportedPart> Elsewhere(ClaimReading reading, FrozenSet<string> possible, FrozenSet<string> failed)
    {
        var said = reading.Said;
        var followed = reading.Alignment.Followed;
        for (var i = followed.Start.Value; i < followed.End.Value; i++)
        {
            var fails = IsAt(said, i, failed);
            if ((fails || IsAt(said, i, possible)) && !Keeps(fails))
            {
                yield return new UnsupportedPart(fails ? UnsupportedKind.Negation : UnsupportedKind.Words, reading.WordOf(said[i]));
                yield break;
            }
        }

        bool Keeps(bool fails) =>
            Enumerable.Range(0, reading.Tokens.Length).Any(i => IsAt(reading.Tokens, i, possible) || IsAt(reading.Tokens, i, failed) || (fails && reading.Tokens[i].Is(Traits.Negation)));

        // A word, or two: Vietnamese writes its syllables apart.
        bool IsAt(Token[] tokens, int at, FrozenSet<string> words) =>
            words.Contains(reading.WordOf(tokens[at])) || (at + 1 < tokens.Length && words.Contains($"{reading.WordOf(tokens[at])} {reading.WordOf(tokens[at + 1])}"));
    }
}
