using System.CommandLine;
using System.Runtime.CompilerServices;
using NewsAlerts.Local.Condensing;
using NewsAlerts.Local.Terminal;

namespace NewsAlerts.Local.Commands;

/// <summary><c>newsalerts summarize</c>: texts to summaries, as a filter. No storage, no emulator.</summary>
internal sealed class SummarizeCommand : NewsAlertsCommand
{
    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "Articles in any format that `add` takes, or JSON lines; - for standard input, which is the default.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _name = new("--name") { Description = "The name for standard input, such as story.html, where its content leaves the format open.", HelpName = "NAME" };
    private readonly Option<InputFormat> _input = Choice.Option("--input-format", "How to read: auto goes by content and name, jsonl is a JSON object a line with `text` and, where known, `id`, `title`, `language`", InputFormat.Auto);
    private readonly Option<OutputFormat> _output = Choice.Option("--output-format", "How to write", OutputFormat.Text);
    private readonly Option<EngineChoice> _engine = Choice.Option("--engine", "Who condenses; auto is the model where one is configured", EngineChoice.Embedded);
    private readonly Option<int> _points = new("--points") { Description = "Key points an article, 1 to 5. Default: what is configured (Summarize__KeyPoints), else 3.", HelpName = "N" };

    public SummarizeCommand(CommandContext context)
        : base(
            context,
            "summarize",
            "Summarise files or a stream, without storage or network.",
            "summarize story.html",
            "summarize feed.atom mail.eml --points 5 --output-format json",
            "cat articles.jsonl | newsalerts summarize --input-format jsonl --output-format jsonl")
    {
        Add(_files);
        Add(_name);
        Add(_input);
        Add(_output);
        Add(_engine);
        Add(_points.Between(1, 5));
    }

    public override bool UsesStorage => false;

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancellationToken)
    {
        var paths = input.GetValue(_files) is { Length: > 0 } given ? given : [InputFile.StandardInput];
        var files = InputFile.All(paths, Context.Input, input.GetValue(_name));
        await using var condenser = new Condenser(
            Context.WorkplaceOf(input).Configure(), Context.Time, input.GetValue(_engine), input.GetValue(_points) is > 0 and var points ? points : null);
        var output = new SummaryOutput(Screen, input.GetValue(_output));
        var complaints = new Complaints(Screen);
        output.Begin();
        var pieces = Pieces(files, input.GetValue(_input), condenser.MaxBytes, cancellationToken);
        await foreach (var results in pieces.InOrderAsync(OrderedWork.Usual, condenser.CondenseAsync, cancellationToken))
        {
            foreach (var result in results)
            {
                switch (result)
                {
                    case Condensed.Done done:
                        output.Write(done);
                        break;
                    case Condensed.Bad(var where, var why):
                        complaints.Add(where, why);
                        break;
                }
            }
        }

        output.End();
        return complaints.ExitCode;
    }

    private static async IAsyncEnumerable<InputPiece> Pieces(
        IReadOnlyList<InputFile> files, InputFormat format, int maxBytes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            if (format != InputFormat.Jsonl && !file.IsLines)
            {
                yield return new InputPiece(file, null);
                continue;
            }

            await foreach (var line in file.LinesAsync(maxBytes, cancellationToken))
            {
                yield return new InputPiece(file, line);
            }
        }
    }

    private enum InputFormat
    {
        Auto,
        Jsonl,
    }
}
