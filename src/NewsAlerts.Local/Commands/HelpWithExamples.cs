using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace NewsAlerts.Local.Commands;

/// <summary>The usual help, shortened to what concerns the command, with defaults as they would be typed; then examples: the command's own, or the first of each in a group.</summary>
/// <param name="help">The library's.</param>
/// <param name="storage">The options that only commands with a storage need.</param>
internal sealed class HelpWithExamples(HelpAction help, IReadOnlyList<Option> storage) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var (command, output) = (parseResult.CommandResult.Command, parseResult.InvocationConfiguration.Output);
        Shorten(command);
        output.Write(Usual(parseResult));
        IReadOnlyList<string> examples = command switch
        {
            NewsAlertsCommand one => one.Examples,
            RootCommand => ["demo", "run", "add article.html --wait", "watch ~/articles https://example.org/feed.atom"],
            _ => [.. command.Subcommands.OfType<NewsAlertsCommand>().Select(one => one.Examples[0])],
        };
        output.WriteLine("Examples:");
        foreach (var example in examples)
        {
            // One that begins with another program's output names both.
            output.WriteLine(example.Contains('|', StringComparison.Ordinal) ? $"  {example}" : $"  newsalerts {example}");
        }

        output.WriteLine();
        if (command is RootCommand)
        {
            output.WriteLine(
                """
                Exit codes:
                  0  done
                  1  not done; the reason is on the error stream
                  2  the command line was not understood; nothing was done

                Settings come from appsettings.json in the current folder and from the environment, such as NEWSALERTS_Email__Host.
                `newsalerts COMMAND --help` explains a command; `newsalerts completion --help` has the shell complete them.

                """);
        }

        return ExitCodes.Ok;
    }

    /// <summary>A list has the first sentence of each command, which is explained by its own help. (The line is parsed by now, and nothing else will be.)</summary>
    private void Shorten(Command command)
    {
        foreach (var one in command.Subcommands)
        {
            one.Description = one.Description!.Split(". ", 2)[0].TrimEnd('.') + ".";
        }

        NewsAlertsCommand.HideWhatItDoesNotTake(command, storage);
    }

    /// <summary>The library prints defaults as .NET does: 30.00:00:00 for what is typed 30d.</summary>
    private string Usual(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        var text = new StringWriter();
        parseResult.InvocationConfiguration.Output = text;
        try
        {
            help.Invoke(parseResult);
        }
        finally
        {
            parseResult.InvocationConfiguration.Output = output;
        }

        return parseResult.CommandResult.Command.Options
            .Where(option => option.HasDefaultValue)
            .Select(option => option.GetDefaultValue())
            .Aggregate(text.ToString(), (help, value) => value switch
            {
                TimeSpan time => help.Replace($"{time}]", $"{Duration.Written(time)}]", StringComparison.Ordinal),
                Enum word => help.Replace($"{word}]", $"{word.ToString().ToLowerInvariant()}]", StringComparison.Ordinal),
                _ => help,
            });
    }
}
