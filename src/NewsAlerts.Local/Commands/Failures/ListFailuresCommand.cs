using System.CommandLine;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Sweeping;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Failures;

/// <summary><c>newsalerts failures list</c>: what is listed, or what was discarded, the latest first.</summary>
internal class ListFailuresCommand : StoreCommand
{
    private readonly Option<string?> _stage = FailureSelection.StageOption("Only those of one stage");
    private readonly Option<int> _limit = new("--limit") { Description = "At most so many.", HelpName = "N", DefaultValueFactory = _ => 20 };
    private readonly Option<bool> _discarded = new("--discarded") { Description = "Those that were discarded: by whom, when and why." };
    private readonly Option<bool> _json = JsonOption();

    public ListFailuresCommand(CommandContext context, string name, string path, string description)
        : base(context, name, description, path, $"{path} --stage ingest --json", $"{path} --discarded")
    {
        Add(_stage);
        Add(_limit.Between(1, 100_000));
        Add(_discarded);
        Add(_json);
    }

    protected override async Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken)
    {
        var (failures, stage, limit) = (Get<IFailures>(stores), input.GetValue(_stage), input.GetValue(_limit));
        if (input.GetValue(_discarded))
        {
            var discarded = failures.ListDiscardedAsync(cancellationToken).Where(one => stage is null || one.Failure.Stage == stage);
            Print(await discarded.Take(limit).ToListAsync(cancellationToken), input.GetValue(_json));
        }
        else
        {
            Print(await failures.ListLatestAsync(stage, cancellationToken).Take(limit).ToListAsync(cancellationToken), input.GetValue(_json), stage);
        }

        return ExitCodes.Ok;
    }

    private void Print(List<Failure> failures, bool json, string? stage)
    {
        if (json)
        {
            OutputJson.Write<IReadOnlyList<FailureJson>>(Screen, [.. failures.Select(FailureView.Json)]);
        }
        else if (failures.Count == 0)
        {
            Screen.Error.MarkupLine($"{Palette.Done} Nothing has failed{(stage is null ? "" : $" in the stage {stage}")}.");
        }

        foreach (var (number, failure) in failures.Index().Where(_ => !json))
        {
            Separate(number);
            FailureView.Write(Screen, Context.Time, failure, more: null);
        }
    }

    private void Print(List<DiscardedFailure> discarded, bool json)
    {
        if (json)
        {
            OutputJson.Write<IReadOnlyList<FailureJson>>(
                Screen, [.. discarded.Select(one => FailureView.Json(one.Failure) with { Discarded = new DiscardedJson(one.By, one.Because, one.At) })]);
        }
        else if (discarded.Count == 0)
        {
            Screen.Error.MarkupLine(Palette.Quiet("Nothing was discarded."));
        }

        foreach (var (number, one) in discarded.Index().Where(_ => !json))
        {
            Separate(number);
            var why = one.Because is null ? "" : $": {one.Because}";
            FailureView.Write(Screen, Context.Time, one.Failure, $"discarded at {Context.Time.Local(one.At)} by {one.By}{why}");
        }
    }

    private void Separate(int number)
    {
        if (number > 0 && Screen.IsLive)
        {
            Screen.Out.WriteLine();
        }
    }
}
