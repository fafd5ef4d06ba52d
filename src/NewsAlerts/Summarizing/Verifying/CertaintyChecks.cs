using System.Collections.Frozen;

namespace NewsAlerts.Summarizing.Verifying;

/// <summary>
/// Whether what a source has as possible, planned or failed is no fact in a claim that follows it: "closed" where it "may close", "sued" where it "plans to
/// sue", "signed" where it "refused to sign", "sank" where somebody "denied that it sank". In English, where the words for it stand right before the verb.
/// </summary>
internal static class CertaintyChecks
{
    private static readonly FrozenSet<string> _beforeProbable = FrozenSet.ToFrozenSet("is are was were be been has have had will more most very".Split(' '));

    public static IEnumerable<UnsupportedPart> Run(ClaimReading reading)
    {
        if (reading.Source.Language != "en")
        {
            yield break;
        }

        foreach (var gap in reading.Alignment.Gaps)
        {
            var claimed = reading.Tokens[gap.Claim];
            var said = reading.Said[gap.Said];
            if (gap.Claim.End.Value >= reading.Tokens.Length || said.Length == 0 || claimed.Any(token => token.Is(Traits.Content | Traits.Negation) || Is(token, CertaintyWords.Possible)))
            {
                continue;
            }

            var what = reading.Text[reading.Tokens[gap.Claim.Start].Start..reading.Tokens[gap.Claim.End].End];
            if (Disputes(said) is { } disputes && !reading.Tokens.Any(token => Is(token, CertaintyWords.Disputing)))
            {
                yield return new UnsupportedPart(UnsupportedKind.Negation, reading.Source.Vocabulary[disputes.Word]);
            }
            else if (!said.Any(token => token.Is(Traits.Content | Traits.Negation)) && said.Any(token => !token.Is(Traits.Capital) && Is(token, CertaintyWords.Possible)))
            {
                yield return new UnsupportedPart(UnsupportedKind.Words, what);
            }
            else if (IsProbable(gap.Said) && !reading.Tokens.Any(token => Is(token, CertaintyWords.Probable) || Is(token, CertaintyWords.Possible)))
            {
                yield return new UnsupportedPart(UnsupportedKind.Words, what);
            }
            else if (reading.Source.Vocabulary[said[^1].Word] == "to" && said.Where(token => token.Is(Traits.Content)).ToList() is [var only] && (Is(only, CertaintyWords.Intended) || (Is(only, CertaintyWords.Due) && claimed.All(token => reading.WordOf(token) != "will")) || Is(only, CertaintyWords.Failed)))
            {
                yield return Is(only, CertaintyWords.Failed)
                    ? new UnsupportedPart(UnsupportedKind.Negation, reading.Source.Vocabulary[only.Word])
                    : new UnsupportedPart(UnsupportedKind.Words, what);
            }
        }

        Token? Disputes(Token[] said)
        {
            var verb = Array.FindLastIndex(said, token => Is(token, CertaintyWords.Disputing));
            var rest = verb < 0 ? [] : said[(verb + 1)..];
            return rest.All(token => Is(token, CertaintyWords.Disputed)) && rest.Any(token => reading.Source.Vocabulary[token.Word] == "that") ? said[verb] : null;
        }

        // "Was more likely a copy", "will probably sail"; not "the likely winner".
        bool IsProbable(Range place)
        {
            var sentence = reading.Said;
            var found = false;
            for (var at = place.Start.Value; at < place.End.Value; at++)
            {
                var isProbable = Is(sentence[at], CertaintyWords.Probable);
                if (sentence[at].Is(Traits.Content | Traits.Negation) && !isProbable)
                {
                    return false;
                }

                found |= isProbable && at > 0 && Is(sentence[at - 1], _beforeProbable);
            }

            return found;
        }

        bool Is(Token token, FrozenSet<string> words) => words.Contains(reading.Source.Vocabulary[token.Word]);
    }
}
