using System.CommandLine;
using System.Globalization;
using NewsAlerts.Adapters.Webhooks;
using NewsAlerts.Local.Commands.Subscriptions;
using NewsAlerts.Local.Operating;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Routing;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Webhooks;

/// <summary><c>newsalerts webhooks test</c>: a signed request without news, and what is answered.</summary>
internal sealed class TestWebhookCommand : StoreCommand
{
    private const int MostShown = 1_000;

    private readonly Argument<string> _subscription = SubscriptionArgument.Create();
    private readonly Option<bool> _json = JsonOption();

    public TestWebhookCommand(CommandContext context)
        : base(
            context,
            "test",
            "Post a signed request of type webhook.ping to a subscription's webhook, from this machine, and show the answer.",
            "webhooks test \"Our site\"")
    {
        Add(_subscription);
        Add(_json);
    }

    protected override async Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken)
    {
        var subscription = await Get<SubscriptionBook>(stores).FindAsync(input.GetValue(_subscription)!, cancellationToken);
        if (subscription.Channel is not Channel.Webhook webhook)
        {
            throw new CommandException($"{subscription.Id} goes by {subscription.Channel.Kind}: only a webhook can be tested like this.");
        }

        var answer = await Get<WebhookPing>(stores).SendAsync(subscription.Id, webhook, cancellationToken);
        if (input.GetValue(_json))
        {
            OutputJson.Write(
                Screen, new PingJson(answer.Id, answer.Accepted, answer.Status, (int)answer.Took.TotalMilliseconds, answer.Body, answer.Error));
        }
        else
        {
            Show(answer);
        }

        return answer.Accepted ? ExitCodes.Ok : ExitCodes.Failed;
    }

    private void Show(PingAnswer answer)
    {
        var said = answer.Status is { } status ? $"The receiver answered {status.ToString(CultureInfo.InvariantCulture)}." : answer.Error;
        Screen.Out.MarkupLine($"{(answer.Accepted ? Palette.Done : Palette.Failed)} {Palette.Plain(said)} {Palette.Quiet($"After {answer.Took.TotalMilliseconds:N0} ms.")}");
        Screen.Out.MarkupLine($"  {Palette.Quiet("webhook-id")} {Palette.Plain(answer.Id)}");
        if (answer.Body.Length > 0)
        {
            // The receiver's own words: no control codes of its into this terminal.
            var body = string.Concat(answer.Body.Take(MostShown).Select(one => char.IsControl(one) && one != '\n' ? ' ' : one));
            Screen.Out.Write(new Padder(new Markup(Palette.Plain(body + (answer.Body.Length > MostShown ? "…" : ""))), new Padding(2, 0, 0, 0)));
        }
    }
}
