using System.CommandLine;
using NewsAlerts.Delivering;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Sweeping;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Failures;

/// <summary><c>newsalerts failures retry</c>: starts failed work again.</summary>
internal sealed class RetryFailuresCommand : StoreCommand
{
    private readonly FailureSelection _selection = new();

    public RetryFailuresCommand(CommandContext context)
        : base(
            context,
            "retry",
            "Start failed work again, after its cause was mended: a rejected original goes back into the inbox, a delivery gets all of its attempts anew, any other "
            + "stage gets its message. Twice is the same as once. What was started stays on the list, as Failing, until it has ended.",
            "failures retry ingest/vsmainyqzn",
            "failures retry --stage summarize",
            "failures retry --all --yes") =>
        _selection.AddTo(this);

    protected override async Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken)
    {
        var selected = await _selection.ReadAsync(input, Get<IFailures>(stores), cancellationToken);
        if (selected.Count == 0)
        {
            Screen.Error.MarkupLine($"{Palette.Done} There is nothing to retry.");
            return ExitCodes.Ok;
        }

        if (!_selection.IsMeant(input, Screen, "Retry", selected.Count))
        {
            return ExitCodes.Failed;
        }

        var (retry, all) = (Get<FailureRetry>(stores), true);
        foreach (var failure in selected)
        {
            all &= Say(failure, await retry.RetryAsync(failure, cancellationToken));
        }

        return all ? ExitCodes.Ok : ExitCodes.Failed;
    }

    /// <summary>Says what came of it; false where it was not to be.</summary>
    private bool Say(Failure failure, FailureRetryOutcome outcome)
    {
        var words = outcome switch
        {
            FailureRetryOutcome.Started => "is started again.",
            FailureRetryOutcome.Restored(var name) when name == failure.Subject => $"{name} is in the inbox again.",
            FailureRetryOutcome.Restored(var name) => $"is in the inbox again, as {name}: another original has its name.",
            FailureRetryOutcome.UnderWay(var since) => $"was started again at {Context.Time.Local(since)}, and has neither ended nor failed since.",
            FailureRetryOutcome.NotListed => "is off the list by now: it has ended, or somebody else retried or discarded it.",
            FailureRetryOutcome.OriginalGone => "cannot be read again: its original is not kept any longer. Drop it again: newsalerts add FILE",
            FailureRetryOutcome.Unreadable => "has a message that this version cannot read. Retry it with the version that wrote it, or a newer one.",
            FailureRetryOutcome.NotToBeRetried(var remedy) => $"is not mended by a retry. {remedy}",
            FailureRetryOutcome.NotDeliverable(RetryOutcome.Arrived(var at)) => $"has arrived, at {Context.Time.Local(at)}, and is off the list.",
            FailureRetryOutcome.NotDeliverable(RetryOutcome.SubscriptionDisabled) => $"belongs to a disabled subscription. First: newsalerts subscriptions enable {failure.Key.Split('-')[1]}",
            FailureRetryOutcome.NotDeliverable(RetryOutcome.SubscriptionRemoved) => "belongs to a subscription that was removed: there is nobody to send it to. `newsalerts failures discard` takes it from the list.",
            FailureRetryOutcome.NotDeliverable => "is being sent just now. `newsalerts deliveries show` tells how that went.",
            _ => throw new InvalidOperationException($"Unknown outcome {outcome}."),
        };
        var isDone = outcome.IsStarted || outcome is FailureRetryOutcome.NotListed or FailureRetryOutcome.NotDeliverable(RetryOutcome.Arrived);
        (isDone ? Screen.Out : Screen.Error).MarkupLine($"{(isDone ? Palette.Done : Palette.Failed)} [{Palette.Accent}]{Palette.Plain(FailureView.Name(failure))}[/] {Palette.Plain(words)}");
        return isDone;
    }
}
