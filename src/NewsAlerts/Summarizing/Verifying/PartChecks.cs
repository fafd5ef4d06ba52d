namespace NewsAlerts.Summarizing.Verifying;

/// <summary>The parts of a claim that must be its source's own, wherever they stand.</summary>
internal static class PartChecks
{
    /// <summary>From this closeness on, a claim is taken to follow its evidence, so that what stands in another word's place was put there.</summary>
    public const double Following = .6;

    public static IReadOnlyList<UnsupportedPart> Run(ClaimReading reading)
    {
        var follows = reading.Closeness >= Following;
        var found = new List<UnsupportedPart>();
        found.AddRange(NumberChecks.Run(reading, follows));
        found.AddRange(Fractions(reading));
        found.AddRange(NameChecks.Run(reading));
        found.AddRange(OpeningChecks.Run(reading));
        found.AddRange(PeopleChecks.Run(reading));
        found.AddRange(Dates(reading));
        found.AddRange(QuotationChecks.Run(reading));
        found.AddRange(NegationChecks.Run(reading, follows));
        found.AddRange(RoleChecks.Run(reading));
        if (reading.Alignment.Gaps.Count > 0)
        {
            found.AddRange(Facts(reading));
        }

        if (follows)
        {
            found.AddRange(SubstitutionChecks.Run(reading));
            found.AddRange(CertaintyChecks.Run(reading));
            found.AddRange(ScopeChecks.Run(reading));
        }

        // A word of a quotation that is not one is not told twice.
        var quoted = found.Where(part => part.Kind == UnsupportedKind.Quotation).ToList();
        return [.. found.Distinct().Where(part => part.Kind != UnsupportedKind.Words || !quoted.Exists(quotation => quotation.What.Contains(part.What, StringComparison.Ordinal)))];
    }

    // What is the evidence word for word says what that says.
    private static IEnumerable<UnsupportedPart> Facts(ClaimReading reading) =>
    [
        .. NumberRelationChecks.Run(reading),
        .. OppositeChecks.Run(reading),
        .. DroppedNegationChecks.Run(reading),
        .. HedgedVerbChecks.Run(reading),
        .. ClauseChecks.Run(reading),
        .. ModifierChecks.Run(reading),
        .. ScopeChecks.Causes(reading),
        .. ComparisonChecks.Run(reading),
        .. ConverseChecks.Run(reading),
        .. ActorChecks.Run(reading),
        .. AddedFailureChecks.Run(reading),
    ];

    private static IEnumerable<UnsupportedPart> Fractions(ClaimReading reading) =>
        reading.Tokens
            .Where(token => NumberWords.IsFraction(reading.Source.Language, reading.Source.Vocabulary[token.Word]) && !reading.Source.Has(token))
            .Select(token => new UnsupportedPart(UnsupportedKind.Number, reading.TextOf(token)));

    private static IEnumerable<UnsupportedPart> Dates(ClaimReading reading) =>
        reading.Tokens.Where(token => token.Is(Traits.Date) && !reading.Source.Has(token)).Select(token => new UnsupportedPart(UnsupportedKind.Date, reading.TextOf(token)));
}
