using System.Collections.Frozen;

namespace NewsAlerts.Summarizing.Verifying;

/// <summary>
/// Whether a claim's numbers stand to each other as its evidence has them: what something rose from is not what it rose to, nor by how much; two of five are not five
/// of two; 2-1 is not 1-2; 120 soldiers and two helicopters are not 120 helicopters and two soldiers.
/// </summary>
internal static class NumberRelationChecks
{
    private static readonly FrozenSet<string> _losing = FrozenSet.ToFrozenSet("lose loses lost losing defeat defeated beaten".Split(' '));

    public static IEnumerable<UnsupportedPart> Run(ClaimReading reading)
    {
        if (reading.Quantities.Count == 0)
        {
            return [];
        }

        var claimed = new SaidNumbers(reading, reading.Tokens, reading.Quantities);
        var evidence = new[] { reading.Best, reading.Second }.Where(sentence => sentence >= 0).Select(sentence => SaidNumbers.Of(reading, sentence)).ToArray();
        return reading.Quantities
            .Where((quantity, at) => IsTurned(reading, claimed.PairAt(at), evidence) || IsOtherChange(claimed, quantity, evidence) || IsOtherCount(claimed, quantity, evidence))
            .Select(quantity => new UnsupportedPart(UnsupportedKind.Number, reading.Text[reading.Tokens[quantity.First].Start..reading.Tokens[quantity.Last].End]));
    }

    // Five of two for two of five, 83% of 3,000 for 83% of 1,240, 1-2 for 2-1. Who lost 1-2 was beaten 2-1.
    private static bool IsTurned(ClaimReading reading, NumberPair? claimed, SaidNumbers[] evidence)
    {
        if (claimed is not { } pair || pair.First == pair.Second)
        {
            return false;
        }

        var said = evidence.SelectMany(numbers => numbers.Pairs).Where(other => other.IsShare == pair.IsShare).ToList();
        if (said.Contains(pair))
        {
            return false;
        }

        return said.Exists(other => other.First == pair.Second && other.Second == pair.First)
            ? pair.IsShare || reading.Tokens.Any(IsLosing) == reading.Said.Any(IsLosing)
            : pair.IsShare && said.Exists(other => other.Second == pair.Second);

        bool IsLosing(Token token) => _losing.Contains(reading.WordOf(token));
    }

    private static bool IsOtherChange(SaidNumbers claimed, Quantity quantity, SaidNumbers[] evidence)
    {
        if (claimed.ChangeOf(quantity) is not { } change)
        {
            return false;
        }

        var said = evidence.SelectMany(numbers => numbers.Quantities.Where(other => other.Value == quantity.Value && quantity.HasUnitOf(other)).Select(numbers.ChangeOf)).ToList();
        return said.Count > 0 && said.TrueForAll(other => other is not null && other != change);
    }

    // Only where both numbers, or what they count, have changed places.
    private static bool IsOtherCount(SaidNumbers claimed, Quantity quantity, SaidNumbers[] evidence)
    {
        if (claimed.CountedBy(quantity) is not { } counted)
        {
            return false;
        }

        var said = evidence.SelectMany(numbers => numbers.Quantities.Select(other => (other.Value, Counted: numbers.CountedBy(other)))).ToList();
        return said.Exists(other => other.Counted == counted && other.Value != quantity.Value)
            && !said.Exists(other => other.Counted == counted && other.Value == quantity.Value)
            && said.Exists(other => other.Value == quantity.Value && other.Counted is { } others && claimed.Quantities.Any(mine => claimed.CountedBy(mine) == others));
    }
}
