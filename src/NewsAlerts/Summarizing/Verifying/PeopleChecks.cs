using System.Collections.Frozen;

namespace NewsAlerts.Summarizing.Verifying;

/// <summary>Whether people are not taken for their namesakes, and hold the offices that their source gives them.</summary>
internal static class PeopleChecks
{
    /// <summary>How far from a name its office may stand: "Anna Holm, who has been the prime minister".</summary>
    private const int Beside = 8;

    private static readonly FrozenSet<string> _titles = FrozenSet.ToFrozenSet(
        ("president mayor minister premier chancellor senator governor congressman congresswoman king queen prince princess judge bishop archbishop cardinal pope general colonel captain "
            + "sergeant lieutenant inspector superintendent sheriff professor coach manager chairman chairwoman chairperson secretary ambassador commissioner director").Split(' '));

    public static IEnumerable<UnsupportedPart> Run(ClaimReading reading)
    {
        var tokens = reading.Tokens;
        for (var at = 0; at + 1 < tokens.Length; at++)
        {
            if (!tokens[at].Is(Traits.Capital) || tokens[at + 1].Is(Traits.Parted) || !reading.Source.IsName(tokens[at + 1]))
            {
                continue;
            }

            var end = NameChecks.EndOfName(reading.Source, tokens, at + 1);
            if (IsTitle(reading.Source, tokens[at]) ? !IsTitled(reading, at, end) : end == at + 2 && !IsTitle(reading.Source, tokens[at + 1]) && IsNamesake(reading, tokens[at], tokens[at + 1]))
            {
                yield return new UnsupportedPart(NameChecks.KindOf(reading, at, end), NameChecks.Phrase(reading, at, end));
            }
        }
    }

    private static bool IsTitle(Source source, Token token) => source.Language == "en" && _titles.Contains(source.Vocabulary[token.Word]);

    // A name that the source does not have is a reason already.
    private static bool IsTitled(ClaimReading reading, int title, int end)
    {
        var name = reading.Tokens[end - 1];
        var sentences = reading.Source.SentencesWith(name.Term);
        return IsTitle(reading.Source, name) || sentences.Count == 0 || sentences.Any(sentence => AreBeside(reading.Source[sentence], name.Term, reading.Tokens[title].Term));
    }

    private static bool AreBeside(ReadOnlySpan<Token> tokens, int name, int title)
    {
        var (lastName, lastTitle) = (-Beside - 1, -Beside - 1);
        for (var at = 0; at < tokens.Length; at++)
        {
            lastName = tokens[at].Term == name ? at : lastName;
            lastTitle = tokens[at].Term == title ? at : lastTitle;
            if (at - lastName <= Beside && at - lastTitle <= Beside)
            {
                return true;
            }
        }

        return false;
    }

    // Two people of one family name: a sentence that is about the one alone is not about the other.
    private static bool IsNamesake(ClaimReading reading, Token given, Token family)
    {
        var best = reading.Said;
        var other = GivenNameOf(reading, best, family);
        return other is { } namesake && namesake.Term != given.Term
            && !Array.Exists(reading.Tokens, token => token.Term == namesake.Term)
            && !reading.Source.SentencesWith(given.Term).Contains(reading.Best)
            && !reading.IsInSecond(given)
            && Enumerable.Range(0, reading.Source.SentenceCount).Any(sentence => GivenNameOf(reading, reading.Source[sentence], family)?.Term == given.Term);
    }

    private static Token? GivenNameOf(ClaimReading reading, ReadOnlySpan<Token> said, Token family)
    {
        for (var at = 1; at < said.Length; at++)
        {
            var before = said[at - 1];
            if (said[at].Term == family.Term && !said[at].Is(Traits.Parted) && before.Is(Traits.Capital) && before.Is(Traits.Content) && !IsTitle(reading.Source, before))
            {
                return before;
            }
        }

        return null;
    }
}
