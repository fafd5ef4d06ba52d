using System.CommandLine;
using System.CommandLine.Parsing;

namespace NewsAlerts.Local.Commands;

/// <summary>What the library complains of by itself: too little, or too much, in the place of an argument or an option. Told by the numbers, as its words follow the user's language.</summary>
internal static class Shortage
{
    /// <summary>A sentence like those of the commands; null where the error is one of theirs.</summary>
    public static string? Of(ParseError error) => error.SymbolResult switch
    {
        ArgumentResult { Parent: OptionResult option } => Of(option),
        OptionResult option => Of(option),
        ArgumentResult argument when argument.Tokens.Count < argument.Argument.Arity.MinimumNumberOfValues =>
            $"{argument.Argument.HelpName ?? argument.Argument.Name} is missing; expected {Meaning(argument.Argument)}",
        _ => null,
    };

    private static string? Of(OptionResult result) => (result, result.Option) switch
    {
        ({ Implicit: true }, { Required: true } option) => $"{option.Name} is missing; expected {option.Name} {option.HelpName}: {Meaning(option)}",
        ({ IdentifierTokenCount: > 1 } several, { Arity.MaximumNumberOfValues: 1 } option) => $"{option.Name} is given {several.IdentifierTokenCount} times; expected once.",
        ({ Implicit: false, Tokens.Count: var count }, var option) when count < option.Arity.MinimumNumberOfValues => $"{option.Name} has no value; expected {option.Name} {option.HelpName}.",
        _ => null,
    };

    /// <summary>The first sentence of its description, as it goes on after others.</summary>
    private static string Meaning(Symbol symbol)
    {
        var sentence = symbol.Description!.Split(". ", 2)[0].TrimEnd('.');
        return (sentence.Length > 1 && char.IsUpper(sentence[1]) ? sentence : char.ToLowerInvariant(sentence[0]) + sentence[1..]) + ".";
    }
}
