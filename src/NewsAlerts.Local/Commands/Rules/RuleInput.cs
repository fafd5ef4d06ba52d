using System.CommandLine;
using System.CommandLine.Parsing;
using NewsAlerts.Routing.Rules;

namespace NewsAlerts.Local.Commands.Rules;

/// <summary>How a rule is given on the command line: the same checks and words everywhere.</summary>
internal static class RuleInput
{
    public static Option<Rule?> Option(
        string description = "What its articles must say, such as 'ferry (strike OR cancelled) -football' (docs/rules.md). Default: every article.") => new("--rule")
        {
            Description = description,
            HelpName = "RULE",
            CustomParser = result => Parse(result, "--rule"),
        };

    public static Argument<Rule?> Argument() => new("RULE")
    {
        Description = "The rule, such as 'ferry (strike OR cancelled) -football' (docs/rules.md).",
        CustomParser = result => Parse(result, "RULE"),
    };

    private static Rule? Parse(ArgumentResult result, string name)
    {
        var text = result.Tokens[0].Value;
        if (Rule.TryParse(text, out var rule, out var error))
        {
            return rule;
        }

        result.AddError($"{name} is not usable. {error}");
        return null;
    }
}
