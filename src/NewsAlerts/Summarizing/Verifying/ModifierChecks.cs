using System.Collections.Frozen;

namespace NewsAlerts.Summarizing.Verifying;

/// <summary>
/// Whether a claim leaves out, or puts in, a word that makes another thing of the next one: an attempted murder is none, a former mayor is not the mayor, next year is
/// not last year. In English.
/// </summary>
internal static class ModifierChecks
{
    private static readonly FrozenSet<string> _lessening = FrozenSet.ToFrozenSet("attempted alleged allegedly suspected supposed supposedly would-be fake false failed unsuccessful purported".Split(' '));

    private static readonly FrozenSet<string> _planned = FrozenSet.ToFrozenSet("planned proposed".Split(' '));

    private static readonly FrozenSet<string> _offices = FrozenSet.ToFrozenSet("former ex acting deputy vice interim assistant".Split(' '));

    private static readonly FrozenSet<string> _turns = FrozenSet.ToFrozenSet("last past previous next coming following this current".Split(' '));

    private static readonly string[][] _times = [["last", "past", "previous"], ["next", "coming", "following"], ["this", "current"]];

    public static IEnumerable<UnsupportedPart> Run(ClaimReading reading)
    {
        if (reading.Source.Language != "en")
        {
            yield break;
        }

        var said = reading.Said;
        for (var i = 0; i < reading.Tokens.Length; i++)
        {
            if (reading.Alignment.PartnerOf(i) is var partner && partner > 0 && IsLeftOut(reading, said, partner - 1, i))
            {
                yield return new UnsupportedPart(UnsupportedKind.Words, reading.TextOf(reading.Tokens[i]));
            }

            if (i > 0 && (IsPutIn(reading, said, i) || IsOtherTime(reading, said, i)))
            {
                yield return new UnsupportedPart(UnsupportedKind.Words, reading.Text[reading.Tokens[i - 1].Start..reading.Tokens[i].End]);
            }
        }
    }

    private static bool IsLeftOut(ClaimReading reading, Token[] said, int modifier, int token)
    {
        var word = reading.WordOf(said[modifier]);
        return reading.Tokens[token].Is(Traits.Content)
            && (_lessening.Contains(word) || (_planned.Contains(word) && reading.Closeness >= PartChecks.Following))
            && !Array.Exists(reading.Tokens, other => other.Term == said[modifier].Term || IsAsUncertain(reading, other))
            && said.Count(other => other.Term == reading.Tokens[token].Term) == 1;
    }

    private static bool IsAsUncertain(ClaimReading reading, Token token)
    {
        var word = reading.WordOf(token);
        return token.Is(Traits.Speech) || _lessening.Contains(word) || _planned.Contains(word) || CertaintyWords.Alleging.Contains(word) || CertaintyWords.Intended.Contains(word) || CertaintyWords.Due.Contains(word) || word is "accused";
    }

    // Where the evidence has the same word without it.
    private static bool IsPutIn(ClaimReading reading, Token[] said, int token)
    {
        var modifier = reading.Tokens[token - 1];
        return _offices.Contains(reading.WordOf(modifier)) && reading.Alignment.Has(token) && !reading.Alignment.Has(token - 1)
            && !Array.Exists(said, other => other.Word == modifier.Word || reading.WordOf(other) is "former" or "ex" or "retired" or "late" or "then")
            && !reading.IsInSecond(modifier);
    }

    private static bool IsOtherTime(ClaimReading reading, Token[] said, int token)
    {
        var time = reading.WordOf(reading.Tokens[token - 1]);
        if (!_turns.Contains(time) || !reading.Tokens[token].Is(Traits.Content | Traits.Date))
        {
            return false;
        }

        var times = new List<string>();
        for (var i = 1; i < said.Length; i++)
        {
            if (said[i].Term == reading.Tokens[token].Term && _turns.Contains(reading.WordOf(said[i - 1])))
            {
                times.Add(reading.WordOf(said[i - 1]));
            }
        }

        return times.Count > 0 && !times.Exists(other => Array.Exists(_times, line => line.Contains(time) && line.Contains(other)));
    }
}
