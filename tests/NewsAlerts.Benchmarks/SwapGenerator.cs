using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsAlerts.Benchmarks;

/// <summary>Makes a true statement false by one swap. Knows nothing of how claims are verified: plain patterns, its own lists.</summary>
/// <param name="random">Chooses; seeded, so that a run can be repeated.</param>
internal sealed partial class SwapGenerator(Random random)
{
    private static readonly string[] _foreignNames = ["Tomas Reyk", "Ines Calloway", "Marrow Island", "Dunmore", "Port Ellery", "Aldermouth Council"];

    private static readonly string[][] _units =
    [
        ["miles", "kilometres", "metres", "feet"], ["seconds", "minutes", "hours", "days", "weeks", "months", "years"], ["dollars", "euros", "pounds", "rupees", "crowns"],
        ["million", "billion", "thousand"], ["percent", "points"], ["per cent", "points"], ["kilograms", "tonnes", "pounds"], ["km", "miles"], ["kg", "tonnes"], ["$", "£", "€"], ["acres", "hectares"],
    ];

    private static readonly string[] _numberWords = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>All kinds of swaps that the statement offers, one of each.</summary>
    /// <param name="statement">A true statement.</param>
    /// <param name="article">The article that it is made about: half of the swaps take their replacement from it.</param>
    /// <param name="language">Its language: negations, speakers and units are swapped in English only.</param>
    public IEnumerable<(string Kind, string Swapped)> Of(string statement, string article, string language) =>
        new (string Kind, string? Swapped)[]
        {
            ("number", Number(statement, article)), ("name", Name(statement, article)), ("unit", Unit(statement)), ("speaker", Speaker(statement, article)),
            ("negation added", Negated(statement)), ("negation dropped", Affirmed(statement)),
        }.Where(swap => language == "en" || swap.Kind is "number" or "name").Where(swap => swap.Swapped is not null && swap.Swapped != statement).Select(swap => (swap.Kind, swap.Swapped!));

    private string? Number(string statement, string article) => Replace(statement, NumberPattern(), number =>
    {
        var word = Array.IndexOf(_numberWords, number.ToLowerInvariant());
        if (word >= 0)
        {
            return _numberWords[(word + 1 + random.Next(_numberWords.Length - 1)) % _numberWords.Length];
        }

        var others = NumberPattern().Matches(article).Select(match => match.Value).Where(other => char.IsDigit(other[0]) && other != number).Distinct().ToArray();
        if (others.Length > 0 && random.Next(2) == 0)
        {
            return others[random.Next(others.Length)];
        }

        // Another digit somewhere: 214 becomes 274.
        var at = random.Next(number.Length);
        at = char.IsDigit(number[at]) ? at : 0;
        var digit = (char)('1' + ((number[at] - '0' + 3 + random.Next(5)) % 9));
        return digit == number[at] ? null : string.Concat(number.AsSpan(0, at), digit.ToString(), number.AsSpan(at + 1));
    });

    private string? Name(string statement, string article) => Replace(statement, NamePattern(), name => OtherName(name, statement, article));

    private string? Speaker(string statement, string article)
    {
        var match = SpeakerPattern().Match(statement);
        var speaker = match.Groups["name"];
        return match.Success && OtherName(speaker.Value, statement, article) is { } other
            ? string.Concat(statement.AsSpan(0, speaker.Index), other, statement.AsSpan(speaker.Index + speaker.Length))
            : null;
    }

    private string? OtherName(string name, string statement, string article)
    {
        var words = name.Split(' ');
        var others = NamePattern().Matches(article).Select(match => match.Value)
            .Where(other => !other.Split(' ').Any(word => words.Contains(word) || statement.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .Distinct().ToArray();
        return others.Length > 0 && random.Next(2) == 0 ? others[random.Next(others.Length)] : _foreignNames[random.Next(_foreignNames.Length)];
    }

    private string? Unit(string statement)
    {
        var swaps = _units.SelectMany(family => family.SelectMany(unit => Matches(statement, unit).Select(at => (family, unit, at)))).ToArray();
        if (swaps.Length == 0)
        {
            return null;
        }

        var (family, unit, at) = swaps[random.Next(swaps.Length)];
        var others = family.Where(other => other != unit).ToArray();
        return string.Concat(statement.AsSpan(0, at), others[random.Next(others.Length)], statement.AsSpan(at + unit.Length));
    }

    // A unit behind a number, or a currency sign before one.
    private static IEnumerable<int> Matches(string statement, string unit) =>
        Regex.Matches(statement, char.IsLetter(unit[0]) ? $@"(?<=\d ?|\b(?:two|three|four|five|six|seven|eight|nine|ten|million|billion) ){Regex.Escape(unit)}\b" : $@"{Regex.Escape(unit)}(?=\d)", RegexOptions.CultureInvariant)
            .Select(match => match.Index);

    private string? Negated(string statement) => Replace(statement, AuxiliaryPattern(), auxiliary => auxiliary + " not");

    private string? Affirmed(string statement) => Replace(statement, NegationPattern(), static negation => negation.StartsWith("can", StringComparison.OrdinalIgnoreCase) ? negation[..3] : string.Empty)?.Replace("  ", " ", StringComparison.Ordinal);

    private string? Replace(string statement, Regex pattern, Func<string, string?> other)
    {
        var matches = pattern.Matches(statement);
        if (matches.Count == 0)
        {
            return null;
        }

        var match = matches[random.Next(matches.Count)];
        return other(match.Value) is { } replacement
            ? string.Create(CultureInfo.InvariantCulture, $"{statement.AsSpan(0, match.Index)}{replacement}{statement.AsSpan(match.Index + match.Length)}")
            : null;
    }

    [GeneratedRegex(@"(?<![\w.,])\d+(?:[.,]\d+)*(?![\w.,]*\w)|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();

    // Capitalised words in a sentence's middle: a first word's capital may be its place's.
    [GeneratedRegex(@"(?<=[a-z,;] )(?!(?:Mr|Mrs|Ms|Dr|I|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)\b)[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})*", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"(?<name>[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})*) (?:said|says|told|added|warned)\b|\b(?:said|says|according to) (?<name>[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})*)", RegexOptions.CultureInvariant)]
    private static partial Regex SpeakerPattern();

    [GeneratedRegex(@"\b(?:is|are|was|were|will|would|has|have|had|can|could|should|may|might|must)\b(?! not\b|n?['’]t)", RegexOptions.CultureInvariant)]
    private static partial Regex AuxiliaryPattern();

    [GeneratedRegex(@"\bcannot\b|(?<=\w)n['’]t\b|\b(?:not|never|no)\b(?! (?:only|just|longer|one))", RegexOptions.CultureInvariant)]
    private static partial Regex NegationPattern();
}
