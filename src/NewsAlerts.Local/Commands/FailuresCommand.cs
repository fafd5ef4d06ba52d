using System.CommandLine;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Sweeping;
using Spectre.Console;

namespace NewsAlerts.Local.Commands;

/// <summary><c>newsalerts failures</c>: what did not reach its end, and what to do about it.</summary>
internal sealed class FailuresCommand : StoreCommand
{
    private readonly Option<string?> _stage = new("--stage") { Description = $"Only those of one stage: {string.Join(", ", Stages.All)}.", HelpName = "STAGE" };
    private readonly Option<int> _limit = new("--limit") { Description = "At most so many.", HelpName = "N", DefaultValueFactory = _ => 20 };
    private readonly Option<bool> _json = JsonOption();

    public FailuresCommand(CommandContext context)
        : base(context, "failures", "List what was rejected, poisoned or given up, the latest first.", "failures", "failures --stage ingest --json")
    {
        _stage.AcceptOnlyFromAmong([.. Stages.All]);
        Add(_stage);
        Add(_limit.Between(1, 100_000));
        Add(_json);
    }

    protected override async Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken)
    {
        var stage = input.GetValue(_stage);
        var failures = await Get<IFailures>(stores)
            .ListAsync(cancellationToken)
            .Where(failure => stage is null || failure.Stage == stage)
            .OrderByDescending(failure => failure.At)
            .Take(input.GetValue(_limit))
            .ToListAsync(cancellationToken);
        if (input.GetValue(_json))
        {
            OutputJson.Write<IReadOnlyList<FailureJson>>(
                Screen,
                [.. failures.Select(one => new FailureJson(one.Stage, one.Key, one.Reason, one.Subject, one.Detail, one.Remedy, one.At))]);
        }
        else if (failures.Count == 0)
        {
            Screen.Error.MarkupLine($"{Palette.Done} Nothing has failed.");
        }
        else
        {
            Show(failures);
        }

        return ExitCodes.Ok;
    }

    private void Show(List<Failure> failures)
    {
        foreach (var (number, failure) in failures.Index())
        {
            if (number > 0 && Screen.IsLive)
            {
                Screen.Out.WriteLine();
            }

            var head = $"{Palette.Failed} {failure.Stage}  [bold]{Palette.Plain(failure.Subject)}[/]  {Palette.Plain(failure.Reason)}  {Palette.Quiet(Context.Time.Local(failure.At))}";
            if (!Screen.IsLive)
            {
                // A line each, for grep.
                Screen.Out.MarkupLine($"{head}  {Palette.Plain(failure.Detail)} {Palette.Plain(failure.Remedy)}");
                continue;
            }

            Screen.Out.MarkupLine(head);
            Screen.Out.Write(new Padder(new Markup($"{Palette.Plain(failure.Detail)}\n{Palette.Quiet(failure.Remedy)}"), new Padding(2, 0, 0, 0)));
        }
    }
}
