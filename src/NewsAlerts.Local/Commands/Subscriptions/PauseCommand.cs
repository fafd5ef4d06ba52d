using System.CommandLine;
using System.Globalization;
using NewsAlerts.Local.Operating;
using NewsAlerts.Local.Terminal;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Subscriptions;

/// <summary><c>newsalerts subscriptions pause</c>.</summary>
internal sealed class PauseCommand : StoreCommand
{
    private readonly Argument<string> _subscription = SubscriptionArgument.Create();
    private readonly Option<DateTime?> _until = new("--until")
    {
        Description = "When it goes on by itself: a date, or a date and time, in the subscription's time zone. Default: when it is resumed.",
        HelpName = "DATE",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (DateTime.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var until))
            {
                return until;
            }

            result.AddError($"--until is '{text}'; expected a date such as 2026-08-31, or a date and time such as \"2026-08-31 07:00\".");
            return null;
        },
    };

    public PauseCommand(CommandContext context)
        : base(
            context,
            "pause",
            "Send nothing until a date, or until it is resumed; what is matched meanwhile is kept for the first issue after.",
            "subscriptions pause \"Morning briefing\" --until 2026-08-31",
            "subscriptions pause 00k3m5a7cq2zxw6b")
    {
        Add(_subscription);
        Add(_until);
    }

    protected override async Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken)
    {
        var book = Get<SubscriptionBook>(stores);
        var subscription = await book.FindAsync(input.GetValue(_subscription)!, cancellationToken);
        var (paused, due) = await book.PauseAsync(subscription, input.GetValue(_until), cancellationToken);
        Screen.Out.MarkupLine(paused.Pause!.Until is { } until
            ? $"{Palette.Done} {Palette.Plain(paused.Name)} is paused until {Context.Time.Local(until)}"
            : $"{Palette.Done} {Palette.Plain(paused.Name)} is paused until `newsalerts subscriptions resume {paused.Id}`");
        if (due is { } next)
        {
            Screen.Out.MarkupLine($"  Its first digest after that comes at {Context.Time.Local(next)}, with what is matched until then.");
        }

        return ExitCodes.Ok;
    }
}
