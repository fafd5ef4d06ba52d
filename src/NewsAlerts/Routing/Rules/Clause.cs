namespace NewsAlerts.Routing.Rules;

/// <summary>A part of a rule. Everything in it can match: what forbids stands beside something required.</summary>
internal abstract record Clause
{
    private Clause()
    {
    }

    /// <summary>One word, as written. Analysis may make several terms of it ("wi-fi"), which must then stand side by side.</summary>
    public sealed record Word(RuleField Field, string Text) : Clause
    {
        public override string ToString() => Field.Prefix() + Text;
    }

    /// <summary>Words in quotation marks.</summary>
    /// <param name="Field">Where they stand.</param>
    /// <param name="Words">At least two, as written.</param>
    /// <param name="Slop">How far they may be moved in all to make the phrase, in words; 0 for exactly this phrase.</param>
    public sealed record Phrase(RuleField Field, IReadOnlyList<string> Words, int Slop) : Clause
    {
        public override string ToString() => $"{Field.Prefix()}\"{string.Join(' ', Words)}\"{(Slop > 0 ? $"~{Slop}" : "")}";
    }

    /// <summary>A word's beginning, in lower case; compared with words as they stand in the article, and with their stems.</summary>
    public sealed record Prefix(RuleField Field, string Start) : Clause
    {
        public override string ToString() => $"{Field.Prefix()}{Start}*";
    }

    /// <summary>All of the required, none of the forbidden.</summary>
    /// <param name="Required">At least one.</param>
    /// <param name="Forbidden">Any number.</param>
    public sealed record All(IReadOnlyList<Clause> Required, IReadOnlyList<Clause> Forbidden) : Clause
    {
        public override string ToString() => $"({string.Join(" AND ", [.. Required, .. Forbidden.Select(clause => $"NOT {clause}")])})";
    }

    /// <summary>At least one of them.</summary>
    public sealed record Any(IReadOnlyList<Clause> Alternatives) : Clause
    {
        public override string ToString() => $"({string.Join(" OR ", Alternatives)})";
    }
}
