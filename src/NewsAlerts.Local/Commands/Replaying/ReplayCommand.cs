using System.CommandLine;
using System.Text.Json;
using NewsAlerts.Articles;
using NewsAlerts.Delivering;
using NewsAlerts.Local.Condensing;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Summarizing;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Replaying;

/// <summary><c>newsalerts replay</c>: condenses articles anew, and shows what comes out otherwise.</summary>
internal sealed class ReplayCommand : StoreCommand
{
    private readonly ReplaySelection _selection = new();
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Only show what would come out otherwise; nothing is stored." };
    private readonly Option<EngineChoice?> _engine = Choice.Optional<EngineChoice>(
        "--engine",
        "Who condenses: embedded, openai, auto. Default: what is configured (Summarize__Engine), else auto, the model where one is configured. "
        + "What a model made is replaced by the embedded summariser's only with --engine embedded.");

    private readonly Option<bool> _sendAgain = new("--send-again")
    {
        Description = "With --digest: also send that digest once more as it was frozen, under the same id, as `deliveries retry --again` does.",
    };

    private readonly Option<bool> _json = JsonOption();

    public ReplayCommand(CommandContext context)
        : base(
            context,
            "replay",
            "Condense articles anew, after the summariser got better. A summary that comes out otherwise is stored as the next revision beside the one "
            + "that it replaces, and is what later digests and `show` have. What was decided and frozen stands: nothing is matched anew, no digest is rebuilt, and "
            + "nothing is sent a second time. Twice is the same as once: what comes out as it was is left alone.",
            "replay --article vsmainyqzn --dry-run",
            "replay --digest d-00k3m5a7cq2zxw6b-20261123T073000Z",
            "replay --from 2026-11-01 --to 2026-11-07 --dry-run --json",
            "replay --from 2026-11-01 --to 2026-11-07 --yes")
    {
        _selection.AddTo(this);
        Add(_dryRun);
        Add(_engine);
        Add(_sendAgain);
        Add(_json);
        Validators.Add(result =>
        {
            if (result.GetValue(_sendAgain) && !_selection.IsDigest(result))
            {
                result.AddError("--send-again sends one digest once more: give it with --digest.");
            }
        });
    }

    protected override Workplace WorkplaceOf(ParseResult input) => input.GetValue(_engine) is { } engine
        ? base.WorkplaceOf(input) with { Settings = new Dictionary<string, string?> { [$"{SummarizeOptions.Section}:{nameof(SummarizeOptions.Engine)}"] = engine.ToString() } }
        : base.WorkplaceOf(input);

    protected override async Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken)
    {
        var dryRun = input.GetValue(_dryRun);
        if (input.GetValue(_engine) is EngineChoice.OpenAI && !Get<IEnumerable<IModelSummarizer>>(stores).Any(model => model.IsConfigured))
        {
            throw new CommandException("No model is configured here, so --engine openai has nothing to ask. Set OpenAI__Endpoint, or use --engine auto or embedded.");
        }

        if (!dryRun && !_selection.IsMeant(input, Screen, Context.Time))
        {
            return ExitCodes.Failed;
        }

        var articles = _selection.ReadAsync(input, stores, Context.Time, cancellationToken);
        var all = await ReplayAsync(articles, Get<SummaryReplay>(stores), input, cancellationToken);
        return await SendAgainAsync(input, stores, dryRun, cancellationToken) && all ? ExitCodes.Ok : ExitCodes.Failed;
    }

    private async Task<bool> ReplayAsync(IAsyncEnumerable<ArticleId> articles, SummaryReplay replay, ParseResult input, CancellationToken cancellationToken)
    {
        var (dryRun, evenWithoutModel) = (input.GetValue(_dryRun), input.GetValue(_engine) is EngineChoice.Embedded);
        var report = new ReplayReport(Screen, dryRun, input.GetValue(_json));
        var results = articles.InOrderAsync(
            OrderedWork.Usual,
            async (article, stop) =>
            {
                try
                {
                    return (article, await replay.ReplayAsync(article, dryRun, evenWithoutModel, stop), null);
                }
                catch (Exception ex) when (ex is JsonException or FormatException or ArgumentException)
                {
                    // One that this version cannot read is left alone, and keeps nobody else from being replayed.
                    return ((ArticleId, ReplayOutcome?, Exception?))(article, null, ex);
                }
            },
            cancellationToken);
        report.Begin();
        await foreach (var (article, outcome, unreadable) in results)
        {
            if (outcome is not null)
            {
                report.Add(article, outcome);
            }
            else
            {
                report.Complain(article, unreadable!.Message);
            }
        }

        return report.End();
    }

    private async Task<bool> SendAgainAsync(ParseResult input, IServiceProvider stores, bool dryRun, CancellationToken cancellationToken)
    {
        if (!input.GetValue(_sendAgain))
        {
            return true;
        }

        var id = _selection.Digest(input);
        var name = $"[{Palette.Accent}]{id}[/]";
        if (dryRun)
        {
            Screen.Error.MarkupLine($"{Palette.Waiting} {name} would be sent once more, as it was frozen.");
            return true;
        }

        var outcome = await Get<DeliveryRetry>(stores).RetryAsync(id, again: true, cancellationToken);
        Screen.Error.MarkupLine(outcome is RetryOutcome.Started
            ? $"{Palette.Done} {name} is on its way once more, as it was frozen."
            : $"{Palette.Failed} {name} is not sent again. `newsalerts deliveries retry {id}` says why.");
        return outcome is RetryOutcome.Started;
    }
}
