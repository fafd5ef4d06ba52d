using System.CommandLine;
using System.CommandLine.Parsing;

namespace NewsAlerts.Local.Commands;

/// <summary>What is said of a command line that was not understood.</summary>
internal static class Misuse
{
    /// <summary>Whatever is near a word of two letters is near by chance.</summary>
    private const int ShortestGuess = 3;

    /// <summary>Whether the command does nothing by itself.</summary>
    public static bool IsGroup(ParseResult input) => input.CommandResult.Command is { Action: null, Subcommands.Count: > 0 };

    /// <summary>The command as it would be typed.</summary>
    public static string Path(ParseResult input) => string.Join(' ', Chain(input).Reverse().Select(command => command is RootCommand ? "newsalerts" : command.Name));

    /// <summary>A word in the place of a command, with the command that may have been meant; null where that is not what is wrong.</summary>
    public static (string Said, string? Meant)? UnknownCommand(ParseResult input)
    {
        if (input.CommandResult.Command.Subcommands.Count == 0 || input.UnmatchedTokens is not [var word, ..] || word.StartsWith('-'))
        {
            return null;
        }

        var group = string.Concat(Chain(input).Reverse().Skip(1).Select(command => command.Name + " "));
        var meant = Nearest(word, input.CommandResult.Command.Subcommands.Select(command => command.Name));
        return ($"There is no command '{group}{word}'.", meant is null ? null : group + meant);
    }

    /// <summary>Everything that is wrong, a sentence or two each.</summary>
    public static IEnumerable<string> Complaints(ParseResult input)
    {
        // The library names each of these words too, guesses at their meaning, and misses a command in a group that one of them stands in the place of.
        var unmatched = input.UnmatchedTokens.Distinct().ToList();
        var others = IsGroup(input)
            ? input.Errors.Select(Shortage.Of).OfType<string>()
            : input.Errors.Select(error => Shortage.Of(error) ?? error.Message).Where(message => !unmatched.Any(word => message.EndsWith($"'{word}'.", StringComparison.Ordinal)));
        var options = unmatched.Where(word => word.StartsWith('-')).ToList();

        // A word behind an option that there isn't was its value.
        return others.Concat((options.Count > 0 ? options : unmatched).Select(word => Unmatched(word, input))).Distinct();
    }

    private static string Unmatched(string word, ParseResult input)
    {
        if (!word.StartsWith('-'))
        {
            return $"'{word}' is one word too many.";
        }

        var options = Chain(input).SelectMany(command => command.Options).Where(option => !option.Hidden).Select(option => option.Name);
        return $"There is no option {word}.{(Nearest(word, options) is { } meant ? $" Is {meant} meant?" : "")}";
    }

    private static string? Nearest(string word, IEnumerable<string> names) => word.Length < ShortestGuess ? null : NearestName.Of(word, names);

    /// <summary>The command, then those that it stands in.</summary>
    private static IEnumerable<Command> Chain(ParseResult input)
    {
        for (SymbolResult? result = input.CommandResult; result is not null; result = result.Parent)
        {
            if (result is CommandResult command)
            {
                yield return command.Command;
            }
        }
    }
}
