using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace NewsAlerts.Local.Commands.Completion;

/// <summary>What a shell is told that may come next: as the library does it, without the options that the help of that command leaves out.</summary>
/// <param name="suggest">The library's.</param>
/// <param name="root">What the line to be completed is parsed by.</param>
/// <param name="storage">The options that only commands with a storage need.</param>
internal sealed class Suggestions(SynchronousCommandLineAction suggest, RootCommand root, IReadOnlyList<Option> storage) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        // The scripts hand over the line as one word.
        var line = parseResult.Tokens.LastOrDefault(token => token.Type != TokenType.Directive)?.Value ?? "";
        NewsAlertsCommand.HideWhatItDoesNotTake(root.Parse(line).CommandResult.Command, storage);
        return suggest.Invoke(parseResult);
    }
}
