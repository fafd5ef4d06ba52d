using System.CommandLine;
using NewsAlerts.Ingesting;
using NewsAlerts.Local.Condensing;
using NewsAlerts.Local.Evaluating;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Summarizing.Verifying;
using Spectre.Console;

namespace NewsAlerts.Local.Commands;

/// <summary><c>newsalerts verify</c>: holds claims to their articles, as a filter. No storage, no emulator.</summary>
internal sealed class VerifyCommand : NewsAlertsCommand
{
    private readonly Option<string> _input = new("--input")
    {
        Description = "JSON lines with `article`, `claim` and, where known, `id`, `language`; - for standard input, which is the default.",
        HelpName = "FILE",
        DefaultValueFactory = _ => InputFile.StandardInput,
    };

    private readonly Option<bool> _report = new("--report")
    {
        Description = "Where lines say themselves whether their claim is `supported`: how well the verdicts agree, on the error stream.",
    };

    public VerifyCommand(CommandContext context)
        : base(
            context,
            "verify",
            "Say which claims their articles support, without storage or network.",
            "verify --input claims.jsonl",
            "verify --input labelled.jsonl --report")
    {
        Add(_input);
        Add(_report);
    }

    public override bool UsesStorage => false;

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancellationToken)
    {
        var file = InputFile.All([input.GetValue(_input)!], Context.Input).Single();
        await using var condenser = new Condenser(Context.WorkplaceOf(input).Configure(), Context.Time);
        var complaints = new Complaints(Screen);
        var agreement = new Agreement();
        var lines = file.LinesAsync(condenser.MaxBytes, cancellationToken).Select(line => new InputPiece(file, line));
        await foreach (var result in lines.InOrderAsync(OrderedWork.Usual, (piece, _) => ValueTask.FromResult(Verify(condenser, piece)), cancellationToken))
        {
            if (result.Verdict is { } verdict)
            {
                Screen.WriteRaw(LineJson.ToText(verdict));
                agreement.Add(result.Label, verdict.Supported, verdict.Score);
            }
            else
            {
                complaints.Add(result.Where, result.Trouble!);
            }
        }

        if (input.GetValue(_report))
        {
            Report(agreement);
        }

        return complaints.ExitCode;
    }

    private static Checked Verify(Condenser condenser, InputPiece piece)
    {
        try
        {
            var line = LineJson.Parse<ClaimLine>(piece.Line!.Value);
            var claim = string.IsNullOrWhiteSpace(line.Claim) ? throw new LineException("It has no \"claim\".") : line.Claim;
            var text = string.IsNullOrWhiteSpace(line.Article) ? throw new LineException("It has no \"article\".") : line.Article;
            return condenser.Compose(new ArticleDraft { Text = text, Language = line.Language }, isNamed: true) switch
            {
                ComposeOutcome.Composed(var article) => new Checked(piece.Where, Json(line.Id ?? article.Id.ToString(), ClaimVerifier.Verify(article, claim)), line.Supported),
                ComposeOutcome.Rejected(var rejection) => throw new LineException($"{rejection.Detail} {rejection.Remedy}"),
                var other => throw new InvalidOperationException($"Unknown outcome {other}."),
            };
        }
        catch (LineException ex)
        {
            return new Checked(piece.Where, Trouble: ex.Message);
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            return new Checked(piece.Where, Trouble: $"It could not be verified ({ex.GetType().Name}: {ex.Message}). Please report this.");
        }
    }

    private static VerdictJson Json(string id, ClaimVerdict verdict) => new(
        id,
        verdict.Supported,
        Math.Round(verdict.Score, 4),
        [.. verdict.Reasons.Select(reason => new ReasonJson(reason.Kind, reason.What))],
        verdict.Evidence,
        verdict.FurtherEvidence);

    private void Report(Agreement agreement)
    {
        if (agreement.Count == 0)
        {
            Screen.Error.MarkupLine(Palette.Quiet("No line says whether its claim is supported: there is nothing to report."));
            return;
        }

        var table = Palette.Table("claims", "unsupported", "precision", "recall", "false alarms", "AUC");
        table.AddRow(
            Wording.Number(agreement.Count),
            Wording.Number(agreement.Unsupported),
            Wording.Percent(agreement.Precision),
            Wording.Percent(agreement.Recall),
            Wording.Percent(agreement.FalseAlarms),
            Wording.Decimal(agreement.Auc));
        Screen.Error.Write(table);
    }

    private sealed record Checked(string Where, VerdictJson? Verdict = null, bool? Label = null, string? Trouble = null);
}
