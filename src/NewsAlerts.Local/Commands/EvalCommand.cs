using System.CommandLine;
using NewsAlerts.Ingesting;
using NewsAlerts.Local.Condensing;
using NewsAlerts.Local.Evaluating;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Summarizing.Verifying;

namespace NewsAlerts.Local.Commands;

/// <summary><c>newsalerts eval</c>: how good summaries are, beside what editors wrote. No storage, no emulator.</summary>
internal sealed class EvalCommand : NewsAlertsCommand
{
    private readonly Argument<string[]> _files = new("DATA")
    {
        Description = "JSON lines with `text`, and `highlights` (a list) or `headline` or both; where known, `id`, `language`; - for standard input. With several files, also all together.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _unicode = new("--unicode") { Description = "Count whole Unicode words, unstemmed: for languages other than English." };
    private readonly Option<EngineChoice> _engine = Choice.Option("--engine", "Who condenses; auto is the model where one is configured", EngineChoice.Embedded);
    private readonly Option<int> _points = new("--points") { Description = "Key points an article, and sentences for the baselines.", HelpName = "N", DefaultValueFactory = _ => 3 };
    private readonly Option<bool> _json = new("--json") { Description = "Print JSON for programs (docs/commands.md has its shape)." };

    public EvalCommand(CommandContext context)
        : base(
            context,
            "eval",
            "Measure summaries against references, beside simple baselines.",
            "eval data.jsonl",
            "eval news.jsonl more.jsonl --points 3 --json",
            "eval tieng-viet.jsonl --unicode")
    {
        Add(_files);
        Add(_unicode);
        Add(_engine);
        Add(_points.Between(1, 5));
        Add(_json);
    }

    public override bool UsesStorage => false;

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancellationToken)
    {
        var (engine, points) = (input.GetValue(_engine), input.GetValue(_points));
        var files = InputFile.All(input.GetValue(_files)!, Context.Input);
        await using var condenser = new Condenser(Context.WorkplaceOf(input).Configure(), Context.Time, engine, points);
        var measurer = new Measurer(engine.ToString().ToLowerInvariant(), points, input.GetValue(_unicode));
        var (complaints, all, reports) = (new Complaints(Screen), new EvaluationTotals(measurer), new List<EvaluationJson>());
        foreach (var file in files)
        {
            var (totals, before) = (new EvaluationTotals(measurer), complaints.Count);
            var lines = file.LinesAsync(condenser.MaxBytes, cancellationToken).Select(line => new InputPiece(file, line));
            await foreach (var (where, measurement, trouble) in lines.InOrderAsync(OrderedWork.Usual, (piece, stop) => MeasureAsync(condenser, measurer, piece, stop), cancellationToken))
            {
                if (measurement is null)
                {
                    complaints.Add(where, trouble!);
                    continue;
                }

                totals.Add(measurement);
                all.Add(measurement);
            }

            reports.Add(totals.Report(file.Name, complaints.Count - before));
        }

        if (files.Count > 1)
        {
            reports.Add(all.Report(null, complaints.Count));
        }

        Show(reports, input.GetValue(_json));
        return complaints.ExitCode;
    }

    private async ValueTask<(string Where, Measurement? Measurement, string? Trouble)> MeasureAsync(
        Condenser condenser, Measurer measurer, InputPiece piece, CancellationToken cancellationToken)
    {
        try
        {
            var line = LineJson.Parse<ReferenceLine>(piece.Line!.Value);
            if (line.Highlights is not { Count: > 0 } && string.IsNullOrWhiteSpace(line.Headline))
            {
                throw new LineException("It has neither \"highlights\" nor a \"headline\" to compare with.");
            }

            return (piece.Where, await MeasureAsync(condenser, measurer, line, cancellationToken), null);
        }
        catch (LineException ex)
        {
            return (piece.Where, null, ex.Message);
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            return (piece.Where, null, $"It could not be measured ({ex.GetType().Name}: {ex.Message}). Please report this.");
        }
    }

    private async Task<Measurement> MeasureAsync(Condenser condenser, Measurer measurer, ReferenceLine line, CancellationToken cancellationToken)
    {
        var text = string.IsNullOrWhiteSpace(line.Text) ? throw new LineException("It has no \"text\".") : line.Text;
        var began = Context.Time.GetTimestamp();
        if (condenser.Compose(new ArticleDraft { Text = text, Language = line.Language }, isNamed: true) is not ComposeOutcome.Composed(var article))
        {
            throw new LineException("Its text is no article: too short, or too long.");
        }

        var summary = await condenser.SummarizeAsync(article, cancellationToken);
        var took = Context.Time.GetElapsedTime(began);
        var grounded = ClaimVerifier.Verify(article, [.. summary.KeyPoints.Select(point => point.Text)]).Count(verdict => verdict.Supported);
        return measurer.Measure(text, line.Highlights, line.Headline, summary, grounded, took);
    }

    private void Show(List<EvaluationJson> reports, bool json)
    {
        if (json)
        {
            OutputJson.Write<IReadOnlyList<EvaluationJson>>(Screen, reports);
            return;
        }

        foreach (var report in reports)
        {
            EvaluationTable.Write(Screen.Out, report);
        }
    }
}
