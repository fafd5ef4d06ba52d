using System.CommandLine;
using NewsAlerts.Local.Operating;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Routing;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Subscriptions;

/// <summary><c>newsalerts subscriptions rotate-secret</c>: a new signing secret, while the old one signs along.</summary>
internal sealed class RotateSecretCommand : StoreCommand
{
    private readonly Argument<string> _subscription = SubscriptionArgument.Create();
    private readonly Option<TimeSpan> _keep =
        Duration.Option("--keep", "How long the old secret signs along", TimeSpan.FromHours(24), RetiringSecret.Longest, more: "; 0s where it has leaked");

    private readonly Option<bool> _json = JsonOption();

    public RotateSecretCommand(CommandContext context)
        : base(
            context,
            "rotate-secret",
            "Give a webhook a new signing secret, shown this once; the old one signs along for a while.",
            "subscriptions rotate-secret \"Our site\"",
            "subscriptions rotate-secret \"Our site\" --keep 7d",
            "subscriptions rotate-secret \"Our site\" --keep 0s")
    {
        Add(_subscription);
        Add(_keep);
        Add(_json);
    }

    protected override async Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken)
    {
        var (subscription, secret) = await Get<SubscriptionBook>(stores)
            .RotateSecretAsync(input.GetValue(_subscription)!, input.GetValue(_keep), cancellationToken);
        var until = ((Channel.Webhook)subscription.Channel).RetiringAt(Context.Time.GetUtcNow()).Max(one => (DateTimeOffset?)one.Until);
        if (input.GetValue(_json))
        {
            OutputJson.Write(Screen, new RotatedSecretJson(subscription.Id.ToString(), secret.Reveal(), until));
            return ExitCodes.Ok;
        }

        Screen.Out.MarkupLine($"{Palette.Done} {Palette.Plain(subscription.Name)} has a new signing secret, shown this once: [bold]{secret.Reveal()}[/]");
        Screen.Out.MarkupLine(until is { } end
            ? $"  Requests carry a signature of each secret until {Context.Time.Local(end)}; from then on only the new one signs."
            : "  Only the new one signs, from now on: a receiver that does not know it refuses what comes.");
        return ExitCodes.Ok;
    }
}
