using System.Collections.Frozen;

namespace NewsAlerts.Summarizing.Verifying;

/// <summary>Whether a claim that follows its evidence has another name, date, unit or word in a word's place.</summary>
internal static class SubstitutionChecks
{
    /// <summary>From this closeness on, one word of its own is one put in another's place.</summary>
    private const double Verbatim = .75;

    private const int LongestPlace = 3;

    // "The police" for "the health officials"; what is longer is a clause that the claim leaves out.
    private const int LongestSpeaker = 3;

    private static readonly FrozenSet<string> _pronouns = FrozenSet.ToFrozenSet(
        "it he she they him her them its his their this that these those il elle ils elles lui er sie es ihn ihm ella ellos ellas ông bà".Split(' '));

    /// <summary>From how many letters on that two words begin with they are taken for one's forms.</summary>
    private const int Alike = 4;

    public static IEnumerable<UnsupportedPart> Run(ClaimReading reading) => reading.Alignment.Gaps.SelectMany(gap => Compare(reading, gap));

    private static IEnumerable<UnsupportedPart> Compare(ClaimReading reading, Gap gap)
    {
        var (from, to) = (gap.Claim.Start.Value, gap.Claim.End.Value);
        var said = reading.Said[gap.Said];
        var own = Enumerable.Range(from, to - from).Where(i => (!IsElsewhere(reading, i) || IsInOthersPlace(reading, i, said)) && !IsInNumber(reading, i) && !NameChecks.IsCompound(reading.Source, reading.Tokens[i])).ToList();
        if (own.Count == 0 || said.Length == 0)
        {
            yield break;
        }

        var name = own.FindIndex(i => reading.Source.IsName(reading.Tokens[i]));
        if (name >= 0 && HasNameInPlace(reading, said))
        {
            var first = own[name];
            var end = Math.Max(first + 1, Math.Min(to, NameChecks.EndOfName(reading.Source, reading.Tokens, first)));
            if (!Acronyms.Match(reading, first, end, said) && !Array.Exists(said, token => NameChecks.AreOfOnePlace(reading.Source, token, reading.Tokens[first])))
            {
                yield return new UnsupportedPart(NameChecks.KindOf(reading, first, end), NameChecks.Phrase(reading, first, end));
            }

            yield break;
        }

        var date = own.FindIndex(i => reading.Tokens[i].Is(Traits.Date));
        if (date >= 0 && said.Any(token => token.Is(Traits.Date)))
        {
            yield return new UnsupportedPart(UnsupportedKind.Date, reading.TextOf(reading.Tokens[own[date]]));
        }

        if (Word(reading, own, said) is { } word)
        {
            yield return word;
        }
    }

    private static UnsupportedPart? Word(ClaimReading reading, List<int> own, Token[] said)
    {
        var replaced = said.Where(token => token.Is(Traits.Content)).ToList();
        var isOnly = IsOnlyOne(reading, own, said, replaced);
        if ((reading.Closeness < Verbatim && !isOnly) || replaced.Count is 0 or > LongestPlace)
        {
            return null;
        }

        var paraphrases = Paraphrases.For(reading.Source.Language);
        foreach (var i in own.Where(i => reading.Tokens[i].Is(Traits.Content) && paraphrases?.HasSynonym(reading.Source, reading.Tokens[i], said) is not true))
        {
            var token = reading.Tokens[i];
            if (IsSaid(reading, token, replaced) || IsForm(reading, token, said, replaced))
            {
                continue;
            }

            var isUnit = (token.Is(Traits.Unit) && replaced.Exists(word => word.Is(Traits.Unit))) || (i > 0 && reading.Tokens[i - 1].Is(Traits.Number | Traits.Unit) && replaced.Count == 1);
            var isSpeaker = said.Length <= LongestSpeaker && !token.Is(Traits.Speech) && NameChecks.KindOf(reading, i, i + 1) == UnsupportedKind.Speaker;
            if (isUnit || isSpeaker || isOnly || !reading.Source.Has(token))
            {
                var kind = isUnit ? UnsupportedKind.Unit : isSpeaker ? UnsupportedKind.Speaker : UnsupportedKind.Words;
                return new UnsupportedPart(kind, reading.TextOf(token));
            }
        }

        return null;
    }

    // "Say" in the place of "allege" claims less; "a 4-metre crack" of "a crack 4 metres long" has changed its place only.
    private static bool IsSaid(ClaimReading reading, Token token, List<Token> replaced) =>
        ((token.Is(Traits.Speech) || reading.WordOf(token) is "say") && replaced.Exists(word => CertaintyWords.Alleging.Contains(reading.WordOf(word))))
        || (!token.Is(Traits.Unit) && !reading.Source.IsName(token) && Array.Exists(reading.Said, other => other.Term == token.Term));

    // "Withdrew" in the place of "has withdrawn"; but not of "is accused of withdrawing", nor of "no longer withdraws".
    private static bool IsForm(ClaimReading reading, Token token, Token[] said, List<Token> replaced) =>
        reading.Source.Language == "en" && replaced.Count == 1 && !Array.Exists(said, other => other.Is(Traits.Negation)) && IrregularVerbs.FormsOf(reading.Source.Vocabulary[token.Term]) is { Length: > 0 } forms && replaced.Exists(other => forms.Contains(reading.Source.Vocabulary[other.Term]));

    // "Stay open until Thursday" for "stay closed until Thursday": the only word that is not the sentence's, in the place of one other. A name may
    // stand for what it names, a noun for "it", a general word for another.
    private static bool IsOnlyOne(ClaimReading reading, List<int> own, Token[] said, List<Token> replaced)
    {
        var content = own.Where(i => reading.Tokens[i].Is(Traits.Content)).ToList();
        if (replaced is not [var other] || content is not [var only] || only == 0 || other.Is(Traits.Speech) || Array.Exists(said, token => IsPronoun(reading, token)))
        {
            return false;
        }

        var token = reading.Tokens[only];
        return !token.Is(Traits.Speech) && !reading.Source.SentencesWith(token.Term).Contains(reading.Best)
            && (!reading.Source.IsName(token) || reading.Source.IsName(other))
            && Paraphrases.For(reading.Source.Language)?.MayStandFor(reading.Source, token, other) is not true
            && reading.Source.Vocabulary[token.Word].AsSpan().CommonPrefixLength(reading.Source.Vocabulary[other.Word]) < Alike
            && Enumerable.Range(0, reading.Tokens.Length).Count(i => reading.Tokens[i].Is(Traits.Content) && !reading.Alignment.Has(i)) == 1;
    }

    private static bool IsPronoun(ClaimReading reading, Token token) => _pronouns.Contains(reading.Source.Vocabulary[token.Word]);

    // A name somewhere in a long stretch is in nobody's place, unless it stands at its end.
    private static bool HasNameInPlace(ClaimReading reading, Token[] said) =>
        said.Count(token => token.Is(Traits.Content)) <= LongestPlace
            ? said.Any(token => IsNameOrDate(reading, token))
            : IsNameOrDate(reading, said[0]) || IsNameOrDate(reading, said[^1]);

    private static bool IsNameOrDate(ClaimReading reading, Token token) => token.Is(Traits.Date) || reading.Source.IsName(token);

    // A number's own unit is looked at with the number.
    private static bool IsInNumber(ClaimReading reading, int token) => reading.Quantities.Any(quantity => quantity.First <= token && token <= quantity.Last);

    // Unless it is the name or the date that the further evidence has, in the place of another that the claim does not have at all.
    private static bool IsInOthersPlace(ClaimReading reading, int token, Token[] said)
    {
        var own = reading.Tokens[token];
        return !reading.Alignment.Has(token)
            && (own.Is(Traits.Date) ? said.Any(other => other.Is(Traits.Date) && IsGone(other)) : reading.Source.IsName(own) && said.Any(other => reading.Source.IsName(other) && IsGone(other)));

        bool IsGone(Token other) => !Array.Exists(reading.Tokens, mine => mine.Term == other.Term);
    }

    // What the further evidence says stands in no word's place; nor does what the claim puts in another order.
    private static bool IsElsewhere(ClaimReading reading, int token) => reading.Alignment.Has(token) || reading.IsInSecond(reading.Tokens[token]);
}
