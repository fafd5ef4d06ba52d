using System.Collections.Frozen;

namespace NewsAlerts.Summarizing.Verifying;

/// <summary>Whether a claim that follows its evidence says of all, most, few or none what that does not; and whether its reason is one.</summary>
internal static class ScopeChecks
{
    // Words of a claim, and behind the stroke what of the evidence is enough for each of them beside themselves.
    private static readonly FrozenDictionary<string, Scope[]> _scopes = new Dictionary<string, Scope[]>(StringComparer.Ordinal)
    {
        ["en"] = Scopes("all every each everyone everybody everything entire whole / both always throughout", "most mostly majority", "few / little", "only sole / alone just nothing", "none / no nobody nothing neither nor not n't never", "both / two", "ever / never always", "never / ever not n't nobody none nothing neither nor without yet"),
        ["de"] = Scopes("alle allen aller jeder jede jedes ganze ganzen sämtliche", "meisten mehrheit", "nur lediglich einzige einziger"),
        ["fr"] = Scopes("tous toutes chaque", "plupart majorité", "seul seule seulement"),
        ["es"] = Scopes("todos todas cada", "mayoría", "solo sólo solamente único única"),
        ["vi"] = Scopes("mọi cả", "chỉ"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> _reasons = FrozenSet.ToFrozenSet("because cause causes caused causing due reason reasons thanks why result results resulted blame blamed blames led leads prompted triggered sparked over after since as following so amid from".Split(' '));

    /// <summary>"At all", "the most popular", "one of his few": no scope of their own.</summary>
    private static readonly FrozenSet<string> _inPhrases = FrozenSet.ToFrozenSet("at after above the first for a not of".Split(' '));

    public static IEnumerable<UnsupportedPart> Run(ClaimReading reading)
    {
        var scopes = _scopes.GetValueOrDefault(reading.Source.Language, []);
        for (var i = 0; i < reading.Tokens.Length; i++)
        {
            var word = reading.WordOf(reading.Tokens[i]);
            var phrase = (i > 0 && _inPhrases.Contains(reading.WordOf(reading.Tokens[i - 1]))) || (i + 1 < reading.Tokens.Length && IsIdiom(reading, reading.Tokens[i + 1]));
            if (!phrase && Array.Find(scopes, scope => scope.Words.Contains(word)) is { } claimed && !claimed.Enough.Any(other => IsSaid(reading, other)))
            {
                yield return new UnsupportedPart(UnsupportedKind.Words, reading.TextOf(reading.Tokens[i]));
            }
        }
    }

    /// <summary>Whether a claim has a cause that its evidence does not.</summary>
    public static IEnumerable<UnsupportedPart> Causes(ClaimReading reading) =>
        reading.Source.Language != "en" ? [] : reading.Tokens
            .Where(token => reading.WordOf(token) is "because" or "caused" or "causes" && !_reasons.Any(word => IsSaid(reading, word)))
            .Select(token => new UnsupportedPart(UnsupportedKind.Words, reading.TextOf(token)));

    // "All season", "every day", "each other", "all out".
    private static bool IsIdiom(ClaimReading reading, Token token) => reading.WordOf(token) is "season" or "day" or "days" or "week" or "month" or "year" or "night" or "summer" or "winter" or "other" or "out";

    private static bool IsSaid(ClaimReading reading, string word) => IsIn(reading, reading.Best, word) || (reading.Second >= 0 && IsIn(reading, reading.Second, word));

    private static bool IsIn(ClaimReading reading, int sentence, string word)
    {
        foreach (var token in reading.Source[sentence])
        {
            if (reading.WordOf(token) == word)
            {
                return true;
            }
        }

        return false;
    }

    private static Scope[] Scopes(params string[] lines) =>
        [.. lines.Select(line => line.Split(" / ")).Select(sides => new Scope(sides[0].Split(' '), [.. sides.SelectMany(side => side.Split(' '))]))];

    private sealed record Scope(string[] Words, string[] Enough);
}
