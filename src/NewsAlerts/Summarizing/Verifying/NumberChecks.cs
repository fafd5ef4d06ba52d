namespace NewsAlerts.Summarizing.Verifying;

/// <summary>Whether a claim's numbers are said, of the same unit and on the same side.</summary>
internal static class NumberChecks
{
    public static IEnumerable<UnsupportedPart> Run(ClaimReading reading, bool follows)
    {
        foreach (var claimed in reading.Quantities)
        {
            if (IsPlainOne(reading, claimed))
            {
                continue;
            }

            var said = follows ? reading.Source.Quantities.Where(quantity => IsInEvidence(reading, quantity)) : reading.Source.Quantities;
            var same = said.Where(claimed.HasValueOf).ToList();
            var inPlace = follows ? InPlaceOf(reading, claimed) : [];
            if (same.Count == 0 || (inPlace.Count > 0 && !inPlace.Exists(claimed.HasValueOf)))
            {
                yield return new UnsupportedPart(UnsupportedKind.Number, What(reading, claimed));
            }
            else if (!same.Exists(claimed.HasUnitOf) || (inPlace.Count > 0 && !inPlace.Exists(quantity => claimed.HasValueOf(quantity) && claimed.HasUnitOf(quantity))))
            {
                yield return new UnsupportedPart(UnsupportedKind.Unit, What(reading, claimed));
            }
            else if (!same.Exists(claimed.HasBoundOf))
            {
                yield return new UnsupportedPart(UnsupportedKind.Number, reading.Text[reading.Tokens[claimed.Opening].Start..reading.Tokens[claimed.Last].End]);
            }
        }
    }

    // "One of them": no number that a source would have to say.
    private static bool IsPlainOne(ClaimReading reading, Quantity quantity) =>
        quantity is { Value: 1, Unit: null } && quantity.First == quantity.Last && char.IsLetter(reading.Text[reading.Tokens[quantity.First].Start]);

    private static bool IsInEvidence(ClaimReading reading, Quantity quantity) =>
        IsIn(reading, reading.Best, quantity) || (reading.Second >= 0 && IsIn(reading, reading.Second, quantity));

    private static bool IsIn(ClaimReading reading, int sentence, Quantity quantity) =>
        quantity.First >= reading.Source.StartOf(sentence) && quantity.First < reading.Source.StartOf(sentence) + reading.Source[sentence].Length;

    /// <summary>The evidence's numbers in the place of the claim's; none where there are none, or where the claim's has its partner.</summary>
    private static List<Quantity> InPlaceOf(ClaimReading reading, Quantity claimed)
    {
        if (reading.Alignment.Has(claimed.First))
        {
            return [];
        }

        var start = reading.Source.StartOf(reading.Best);
        var gap = reading.Alignment.Gaps.First(gap => gap.Claim.Start.Value <= claimed.First && claimed.First < gap.Claim.End.Value);
        return [.. reading.Source.Quantities.Where(quantity => quantity.First >= start + gap.Said.Start.Value && quantity.First < start + gap.Said.End.Value)];
    }

    private static string What(ClaimReading reading, Quantity quantity) =>
        reading.Text[reading.Tokens[quantity.First].Start..reading.Tokens[quantity.Last].End];
}
