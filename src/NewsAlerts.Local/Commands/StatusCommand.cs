using System.CommandLine;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Delivering;
using NewsAlerts.Local.Operating;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Sweeping;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace NewsAlerts.Local.Commands;

/// <summary><c>newsalerts status</c>: how an installation is doing, kept up to date until Ctrl-C.</summary>
internal sealed class StatusCommand : StoreCommand
{
    private readonly Option<int> _interval = new("--interval") { Description = "Seconds between two looks.", HelpName = "SECONDS", DefaultValueFactory = _ => 5 };
    private readonly Option<bool> _once = new("--once") { Description = "Look once and end, as where the output is no terminal." };
    private readonly Option<bool> _json = JsonOption();

    public StatusCommand(CommandContext context)
        : base(context, "status", "See what moves, what waits and what failed, live until Ctrl-C.", "status", "status --once", "status --json", "status --interval 30 --storage https://account.blob.core.windows.net")
    {
        Add(_interval.Between(1, 3_600));
        Add(_once);
        Add(_json);
    }

    protected override async Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken)
    {
        var reader = Get<StatusReader>(stores);
        var account = Get<StorageClients>(stores).Endpoint.AbsoluteUri;
        if (input.GetValue(_json))
        {
            OutputJson.Write(Screen, Json(await reader.ReadAsync(cancellationToken)));
        }
        else if (input.GetValue(_once) || !Screen.IsLive)
        {
            Screen.Out.Write(StatusView.Of(await reader.ReadAsync(cancellationToken), account, Context.Time));
        }
        else
        {
            await WatchAsync(reader, account, TimeSpan.FromSeconds(input.GetValue(_interval)), cancellationToken);
        }

        return ExitCodes.Ok;
    }

    /// <summary>The first look must succeed; later on an account that does not answer is said in the place of its state, and asked again.</summary>
    private async Task WatchAsync(StatusReader reader, string account, TimeSpan interval, CancellationToken cancellationToken)
    {
        var shown = StatusView.Of(await reader.ReadAsync(cancellationToken), account, Context.Time);
        await Screen.Out.Live(shown).StartAsync(async live =>
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                live.Refresh();
                await Task.Delay(interval, Context.Time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                live.UpdateTarget(await LookAgainAsync(reader, account, shown, cancellationToken));
            }
        });
    }

    private async Task<IRenderable> LookAgainAsync(StatusReader reader, string account, IRenderable last, CancellationToken cancellationToken)
    {
        try
        {
            return StatusView.Of(await reader.ReadAsync(cancellationToken), account, Context.Time);
        }
        catch (OperationCanceledException)
        {
            return last;
        }
        catch (Exception ex)
        {
            return new Rows(last, Text.Empty, new Markup($"{Palette.Failed} {Palette.Plain(ErrorSentence.Of(ex))}"));
        }
    }

    private static StatusJson Json(InstallationStatus status)
    {
        var backlog = status.Backlog;
        return new StatusJson(
            backlog.At,
            status.Concerns,
            new ArticlesJson(status.Articles.Count, status.ArticlesWithin(TimeSpan.FromMinutes(5))),
            backlog.OldestPendingAge.TotalSeconds,
            [
                .. status.Stages.Select(stage => new StageJson(
                    stage.Stage, stage.InFlight.Count, stage.InFlight.Oldest, stage.Queued, stage.Poisoned, stage.Failures)),
            ],
            backlog.Failing,
            backlog.Restarted,
            backlog.OldestDue,
            [
                .. status.Deliveries
                    .GroupBy(delivery => (delivery.Channel, delivery.State))
                    .OrderBy(group => group.Key)
                    .Select(group => new ChannelJson(group.Key.Channel, group.Key.State.ToString().ToLowerInvariant(), group.Count())),
            ],
            new SpendJson(status.Spent.Tokens, status.Spent.Money / 1_000_000m));
    }
}
