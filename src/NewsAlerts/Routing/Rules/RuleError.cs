namespace NewsAlerts.Routing.Rules;

/// <summary>Why a text is no rule.</summary>
/// <param name="Column">Where, counted in characters from 1.</param>
/// <param name="Problem">What is wrong there: a sentence.</param>
/// <param name="Remedy">What to write instead: a sentence.</param>
public sealed record RuleError(int Column, string Problem, string Remedy)
{
    public override string ToString() => $"Column {Column}: {Problem} {Remedy}";
}

/// <summary>A text that should be a rule and is none.</summary>
public sealed class RuleFormatException(RuleError error) : FormatException($"Not a rule. {error}")
{
    public RuleError Error { get; } = error;
}
