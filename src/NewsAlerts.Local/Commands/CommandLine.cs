using System.Collections;
using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using NewsAlerts.Local.Commands.Completion;
using NewsAlerts.Local.Terminal;
using Spectre.Console;

namespace NewsAlerts.Local.Commands;

/// <summary>The command <c>newsalerts</c>: parses, runs, and turns whatever goes wrong into a sentence and an exit code.</summary>
internal sealed class CommandLine : IEnumerable<Command>
{
    /// <summary>How long a command may take to put things away after Ctrl-C: the work in hand, then the emulators' data.</summary>
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(45);

    private readonly CommandContext _context;
    private readonly RootCommand _root;

    public CommandLine(CommandContext context)
    {
        _context = context;
        _root = new RootCommand("Drop news articles into a storage account; readers get briefings they can trust.")
        {
            context.Storage,
            context.Data,
            context.Verbose,
        };
        var help = _root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!, [context.Storage, context.Data]);
        var suggest = _root.Directives.OfType<SuggestDirective>().Single();
        suggest.Action = new Suggestions((SynchronousCommandLineAction)suggest.Action!, _root, [context.Storage, context.Data]);
    }

    public void Add(Command command) => _root.Add(command);

    public ParseResult Parse(IReadOnlyList<string> arguments) => _root.Parse(arguments);

    public async Task<int> InvokeAsync(IReadOnlyList<string> arguments)
    {
        var input = Parse(arguments);
        if (input.Action is ParseErrorAction)
        {
            return Misuse.IsGroup(input) && !Misuse.Complaints(input).Any() ? Incomplete(input, arguments) : Misused(input);
        }

        var configuration = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = StopTimeout,
            Output = _context.Screen.Out.Profile.Out.Writer,
            Error = _context.Screen.Error.Profile.Out.Writer,
        };
        try
        {
            return await input.InvokeAsync(configuration);
        }
        catch (OperationCanceledException) when (!input.GetValue(_context.Verbose))
        {
            _context.Screen.Error.MarkupLine(Palette.Quiet("Stopped."));
            return ExitCodes.Failed;
        }
        catch (Exception ex)
        {
            return Failed(ex, input.GetValue(_context.Verbose));
        }
    }

    public IEnumerator<Command> GetEnumerator() => _root.Subcommands.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Nothing but the program was named, which asks for its help; or a group of commands: its help is what was wanted, and still nothing was done.</summary>
    private int Incomplete(ParseResult input, IReadOnlyList<string> arguments)
    {
        var isProgram = input.CommandResult.Command is RootCommand;
        var screen = isProgram ? _context.Screen.Out : _context.Screen.Error;
        _root.Parse([.. arguments, "--help"]).Invoke(new InvocationConfiguration { Output = screen.Profile.Out.Writer });
        return isProgram ? ExitCodes.Ok : ExitCodes.Usage;
    }

    private int Misused(ParseResult input)
    {
        var see = $"See `{Misuse.Path(input)} --help`.";
        if (Misuse.UnknownCommand(input) is { } unknown)
        {
            Complain(unknown.Meant is { } meant ? $"{unknown.Said} Is {meant} meant?" : $"{unknown.Said} {see}");
            return ExitCodes.Usage;
        }

        foreach (var error in Misuse.Complaints(input))
        {
            Complain(error);
        }

        _context.Screen.Error.MarkupLine(Palette.Quiet(see));
        return ExitCodes.Usage;
    }

    private int Failed(Exception exception, bool verbose)
    {
        Complain(ErrorSentence.Of(exception));
        if (verbose)
        {
            _context.Screen.Error.WriteLine(exception.ToString());
        }

        return exception is CommandException command ? command.ExitCode : ExitCodes.Failed;
    }

    private void Complain(string sentence) => _context.Screen.Error.Write(new Grid()
        .AddColumn(new GridColumn().Padding(0, 0, 1, 0).NoWrap())
        .AddColumn(new GridColumn().Padding(0, 0, 0, 0))
        .AddRow(Palette.Failed, Markup.Escape(sentence)));
}
