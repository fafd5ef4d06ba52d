using System.CommandLine;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Local.Operating;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Sweeping;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Deliveries;

/// <summary><c>newsalerts deliveries retry</c>: sends one delivery, or all that did not arrive, on its way again.</summary>
internal sealed class RetryDeliveryCommand : StoreCommand
{
    private readonly Argument<DigestId> _digest = DigestArgument.Create();
    private readonly Option<bool> _failed = new("--failed") { Description = "All that failed or expired." };
    private readonly Option<string?> _subscription = new("--subscription")
    {
        Description = "All of one subscription that failed, expired or were cancelled: its id or name.",
        HelpName = "SUBSCRIPTION",
    };

    private readonly Option<bool> _again = new("--again") { Description = "Also what has arrived: its reader gets it a second time, under the same id." };

    public RetryDeliveryCommand(CommandContext context)
        : base(
            context,
            "retry",
            "Send a digest again that did not arrive, with all of its attempts and under the same id.",
            "deliveries retry d-00k3m5a7cq2zxw6b-20261123T073000Z",
            "deliveries retry --failed",
            "deliveries retry --subscription \"Morning briefing\"")
    {
        _digest.Arity = ArgumentArity.ZeroOrOne;
        Add(_digest);
        Add(_failed);
        Add(_subscription);
        Add(_again);
        Validators.Add(result =>
        {
            var one = result.GetResult(_digest) is { Tokens.Count: > 0 };
            var many = result.GetValue(_failed) || result.GetResult(_subscription) is not null;
            if (one == many)
            {
                result.AddError("Say what to send again: either a digest's id, or --failed, --subscription or both for many.");
            }

            if (!one && result.GetValue(_again))
            {
                result.AddError("--again repeats one digest that has arrived: give its id.");
            }
        });
    }

    protected override async Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken)
    {
        var retry = Get<DeliveryRetry>(stores);
        if (!input.GetValue(_failed) && input.GetValue(_subscription) is null)
        {
            var id = input.GetValue(_digest);
            return Say(id, await retry.RetryAsync(id, input.GetValue(_again), cancellationToken)) ? ExitCodes.Ok : ExitCodes.Failed;
        }

        var (started, all) = (0, true);
        await foreach (var id in SelectAsync(input, stores, cancellationToken))
        {
            var outcome = await retry.RetryAsync(id, again: false, cancellationToken);
            started += outcome is RetryOutcome.Started ? 1 : 0;
            all &= Say(id, outcome);
        }

        if (started == 0 && all)
        {
            Screen.Error.MarkupLine($"{Palette.Done} There is nothing to send again.");
        }

        return all ? ExitCodes.Ok : ExitCodes.Failed;
    }

    /// <summary>Of one subscription its part of the ledger; of all, what is listed among the failures, which is all that failed or expired.</summary>
    private async IAsyncEnumerable<DigestId> SelectAsync(
        ParseResult input, IServiceProvider stores, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (input.GetValue(_subscription) is { } text)
        {
            var subscription = await Get<SubscriptionBook>(stores).FindAsync(text, cancellationToken);
            await foreach (var delivery in Get<IDeliveries>(stores).ListAsync(subscription.Id, cancellationToken))
            {
                if (delivery.State is DeliveryState.Failed or DeliveryState.Expired || (delivery.State is DeliveryState.Cancelled && !input.GetValue(_failed)))
                {
                    yield return delivery.DigestId;
                }
            }

            yield break;
        }

        await foreach (var failure in Get<IFailures>(stores).ListStageAsync(Stages.Deliver, cancellationToken))
        {
            if (failure.Reason is DeliveryEnds.NotDelivered or DeliveryEnds.Expired && DigestId.TryParse(failure.Key, null, out var id))
            {
                yield return id;
            }
        }
    }

    /// <summary>Says what came of it; false where it was not to be.</summary>
    private bool Say(DigestId id, RetryOutcome outcome)
    {
        var (console, mark, words) = outcome switch
        {
            RetryOutcome.Started(DeliveryState.Sent) => (Screen.Out, Palette.Done, "is on its way once more; its reader gets it a second time."),
            RetryOutcome.Started => (Screen.Out, Palette.Done, "is on its way again."),
            RetryOutcome.Unknown => (Screen.Error, Palette.Failed, "is not in the ledger. `newsalerts deliveries list` shows what is."),
            RetryOutcome.UnderWay => (Screen.Error, Palette.Failed, "is being sent just now. `newsalerts deliveries show` tells how that went."),
            RetryOutcome.Arrived(var at) => (Screen.Error, Palette.Failed, $"has arrived, at {Context.Time.Local(at)}. To repeat it all the same, add --again."),
            RetryOutcome.SubscriptionDisabled =>
                (Screen.Error, Palette.Failed, $"belongs to a disabled subscription. First: newsalerts subscriptions enable {id.SubscriptionId}"),
            RetryOutcome.SubscriptionRemoved => (Screen.Error, Palette.Failed, "belongs to a subscription that was removed: there is nobody to send it to."),
            _ => throw new InvalidOperationException($"Unknown outcome {outcome}."),
        };
        console.MarkupLine($"{mark} [{Palette.Accent}]{id}[/] {Palette.Plain(words)}");
        return outcome is RetryOutcome.Started;
    }
}
