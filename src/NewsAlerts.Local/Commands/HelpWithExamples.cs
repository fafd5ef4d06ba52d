using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace NewsAlerts.Local.Commands;

/// <summary>The usual help, then the command's examples.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        var examples = parseResult.CommandResult.Command switch
        {
            NewsAlertsCommand command => command.Examples,
            RootCommand => ["demo", "run", "add article.html --wait"],
            _ => [],
        };
        if (examples.Count > 0)
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in examples)
            {
                // One that begins with another program's output names both.
                output.WriteLine(example.Contains('|', StringComparison.Ordinal) ? $"  {example}" : $"  newsalerts {example}");
            }

            output.WriteLine();
        }

        return ExitCodes.Ok;
    }
}
