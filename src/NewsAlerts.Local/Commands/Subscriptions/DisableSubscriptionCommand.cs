using System.CommandLine;
using NewsAlerts.Delivering;
using NewsAlerts.Local.Operating;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Routing;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Subscriptions;

/// <summary><c>newsalerts subscriptions disable</c>: stops a subscription until somebody enables it.</summary>
internal sealed class DisableSubscriptionCommand : StoreCommand
{
    private const int LongestReason = 300;

    private readonly Argument<string> _subscription = SubscriptionArgument.Create();
    private readonly Option<string> _because = new("--because")
    {
        Description = "Why, for whoever looks at it later; without addresses or secrets.",
        HelpName = "REASON",
        DefaultValueFactory = _ => "Disabled by hand.",
    };

    public DisableSubscriptionCommand(CommandContext context)
        : base(
            context,
            "disable",
            "Stop a subscription until it is enabled: nothing new is matched, and what is on its way is kept.",
            "subscriptions disable \"Our site\" --because \"The site moves in May.\"")
    {
        _because.Validators.Add(result =>
        {
            if (result.Tokens is [var reason] && (reason.Value.Length is 0 or > LongestReason || reason.Value.Any(char.IsControl)))
            {
                result.AddError($"--because is not usable: it is one line of 1 to {LongestReason} characters.");
            }
        });
        Add(_subscription);
        Add(_because);
    }

    protected override async Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken)
    {
        var subscription = await Get<SubscriptionBook>(stores).FindAsync(input.GetValue(_subscription)!, cancellationToken);
        var standing = Get<SubscriptionStanding>(stores);
        if (subscription is { Removed: null, Standing: Standing.Disabled })
        {
            await standing.ListAsync(subscription, cancellationToken);
            Screen.Out.MarkupLine($"{Palette.Plain(subscription.Name)} was disabled already: {Palette.Plain(subscription.DisabledBecause ?? "no reason was given.")}");
            return ExitCodes.Ok;
        }

        if (subscription is not { Removed: null, Standing: Standing.Active })
        {
            throw new CommandException(subscription.Removed is null
                ? $"{subscription.Id} is {subscription.Standing.ToString().ToLowerInvariant()} already: it gets nothing."
                : $"{subscription.Id} was removed: it gets nothing any more.");
        }

        if (!await standing.DisableAsync(subscription, input.GetValue(_because)!, cancellationToken))
        {
            throw new CommandException($"{subscription.Id} was removed meanwhile: it gets nothing any more.");
        }

        Screen.Out.MarkupLine($"{Palette.Done} {Palette.Plain(subscription.Name)} is disabled. Nothing is sent until: newsalerts subscriptions enable {subscription.Id}");
        return ExitCodes.Ok;
    }
}
