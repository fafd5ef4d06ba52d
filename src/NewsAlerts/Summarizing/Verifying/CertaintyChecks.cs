using System.Collections.Frozen;

namespace NewsAlerts.Summarizing.Verifying;

/// <summary>
/// Whether what a source has as possible, planned or failed is no fact in a claim that follows it: "closed" where it "may close", "sued" where it "plans to
/// sue", "signed" where it "refused to sign", "sank" where somebody "denied that it sank". In English, where the words for it stand right before the verb.
/// </summary>
internal static class CertaintyChecks
{
    private static readonly FrozenSet<string> _possible = FrozenSet.ToFrozenSet("may might could".Split(' '));

    private static readonly FrozenSet<string> _intended = FrozenSet.ToFrozenSet(
        ("plan plans planned planning expect expects expected intend intends intended threaten threatens threatened threatening want wants wanted hope hopes hoped hoping aim aims aimed aiming "
            + "seek seeks sought try tries tried trying attempt attempts attempted agree agreed consider considered offered promised vowed pledged").Split(' '));

    private static readonly FrozenSet<string> _failed = FrozenSet.ToFrozenSet(
        "fail fails failed failing refuse refuses refused refusing decline declines declined declining unable unlikely".Split(' '));

    private static readonly FrozenSet<string> _disputing = FrozenSet.ToFrozenSet(
        "deny denies denied denying reject rejects rejected rejecting dismiss dismisses dismissed dismissing dispute disputes disputed disputing refute refutes refuted doubt doubts doubted".Split(' '));

    // "rejected any claims that …": what may stand between the verb and what it disputes.
    private static readonly FrozenSet<string> _disputed = FrozenSet.ToFrozenSet(
        "that the a an any all claim claims report reports allegation allegations suggestion suggestions accusation accusations rumour rumours rumor rumors as false untrue".Split(' '));

    public static IEnumerable<UnsupportedPart> Run(ClaimReading reading)
    {
        if (reading.Source.Language != "en")
        {
            yield break;
        }

        foreach (var gap in reading.Alignment.Gaps)
        {
            var claimed = reading.Tokens[gap.Claim];
            var said = reading.Source[reading.Best][gap.Said].ToArray();
            if (gap.Claim.End.Value >= reading.Tokens.Length || said.Length == 0 || claimed.Any(token => token.Is(Traits.Content | Traits.Negation) || Is(token, _possible)))
            {
                continue;
            }

            var what = reading.Text[reading.Tokens[gap.Claim.Start].Start..reading.Tokens[gap.Claim.End].End];
            if (Disputes(said) is { } disputes && !reading.Tokens.Any(token => Is(token, _disputing)))
            {
                yield return new UnsupportedPart(UnsupportedKind.Negation, reading.Source.Vocabulary[disputes.Word]);
            }
            else if (!said.Any(token => token.Is(Traits.Content | Traits.Negation)) && said.Any(token => !token.Is(Traits.Capital) && Is(token, _possible)))
            {
                yield return new UnsupportedPart(UnsupportedKind.Words, what);
            }
            else if (reading.Source.Vocabulary[said[^1].Word] == "to" && said.Where(token => token.Is(Traits.Content)).ToList() is [var only] && (Is(only, _intended) || Is(only, _failed)))
            {
                yield return Is(only, _failed)
                    ? new UnsupportedPart(UnsupportedKind.Negation, reading.Source.Vocabulary[only.Word])
                    : new UnsupportedPart(UnsupportedKind.Words, what);
            }
        }

        Token? Disputes(Token[] said)
        {
            var verb = Array.FindLastIndex(said, token => Is(token, _disputing));
            var rest = verb < 0 ? [] : said[(verb + 1)..];
            return rest.All(token => Is(token, _disputed)) && rest.Any(token => reading.Source.Vocabulary[token.Word] == "that") ? said[verb] : null;
        }

        bool Is(Token token, FrozenSet<string> words) => words.Contains(reading.Source.Vocabulary[token.Word]);
    }
}
