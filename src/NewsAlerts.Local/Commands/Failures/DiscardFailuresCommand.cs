using System.CommandLine;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Sweeping;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Failures;

/// <summary><c>newsalerts failures discard</c>: takes failures from the list that nobody is going to mend.</summary>
internal sealed class DiscardFailuresCommand : StoreCommand
{
    private readonly FailureSelection _selection = new();
    private readonly Option<string?> _reason = new("--reason") { Description = "Why, for those who ask later: one line, at most 500 characters.", HelpName = "TEXT" };

    public DiscardFailuresCommand(CommandContext context)
        : base(
            context,
            "discard",
            "Take failures from the list that nobody is going to mend. Who did it, when and why is kept (`failures list --discarded`); originals, articles, "
            + "digests and messages stay as they are.",
            "failures discard ingest/vsmainyqzn --reason \"The agency withdrew it.\"",
            "failures discard --stage ingest --reason \"Test files.\" --yes")
    {
        _selection.AddTo(this);
        Add(_reason);
        _reason.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && (text.Length > 500 || text.Any(char.IsControl) || string.IsNullOrWhiteSpace(text)))
            {
                result.AddError($"--reason has {text.Length} characters; expected one line of 1 to 500 characters.");
            }
        });
    }

    protected override async Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken)
    {
        var failures = Get<IFailures>(stores);
        var selected = await _selection.ReadAsync(input, failures, cancellationToken);
        if (selected.Count == 0)
        {
            Screen.Error.MarkupLine($"{Palette.Done} There is nothing to discard.");
            return ExitCodes.Ok;
        }

        if (!_selection.IsMeant(input, Screen, "Discard", selected.Count))
        {
            return ExitCodes.Failed;
        }

        var all = true;
        foreach (var failure in selected)
        {
            all &= await DiscardAsync(failure, input.GetValue(_reason), failures, cancellationToken);
        }

        return all ? ExitCodes.Ok : ExitCodes.Failed;
    }

    private async Task<bool> DiscardAsync(Failure failure, string? reason, IFailures failures, CancellationToken cancellationToken)
    {
        var name = $"[{Palette.Accent}]{Palette.Plain(FailureView.Name(failure))}[/]";
        if (failure.Reason == Failure.Failing)
        {
            Screen.Error.MarkupLine($"{Palette.Failed} {name} is started again by itself: discarding it would not stop that. It goes from the list when it has ended, or is given up first.");
            return false;
        }

        await failures.DiscardAsync(new DiscardedFailure(failure, $"{Environment.UserName}@{Environment.MachineName}", reason, Context.Time.GetUtcNow()), cancellationToken);
        Screen.Out.MarkupLine($"{Palette.Done} {name} is discarded.");
        return true;
    }
}
