using NewsAlerts.Ingesting;

namespace NewsAlerts.Local.Condensing;

/// <summary>Makes summaries of files and lines: what is wrong with one of them is a result like any other.</summary>
internal static class PieceCondensing
{
    public static async ValueTask<IReadOnlyList<Condensed>> CondenseAsync(this Condenser condenser, InputPiece piece, CancellationToken cancellationToken)
    {
        try
        {
            if (piece.Line is { } line)
            {
                var article = LineJson.Parse<ArticleLine>(line);
                return [await condenser.CondenseAsync(piece, condenser.Compose(Draft(article), isNamed: article.Id is not null), article.Id, null, cancellationToken)];
            }

            return await condenser.CondenseFileAsync(piece, cancellationToken);
        }
        catch (LineException ex)
        {
            return [new Condensed.Bad(piece.Where, ex.Message)];
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            // One article never stops the rest.
            return [new Condensed.Bad(piece.Where, $"It could not be condensed ({ex.GetType().Name}: {ex.Message}). Please report this.")];
        }
    }

    private static async ValueTask<IReadOnlyList<Condensed>> CondenseFileAsync(this Condenser condenser, InputPiece piece, CancellationToken cancellationToken)
    {
        var content = await piece.File.ReadAsync(condenser.MaxBytes, cancellationToken)
            ?? throw new LineException($"It has more than {condenser.MaxBytes:N0} bytes (Ingest__MaxOriginalBytes). Split it.");
        if (content.IsEmpty && piece.File.IsStandardInput)
        {
            return [new Condensed.Bad(null, "Standard input is empty. Give files, or pipe an article in.")];
        }

        var articles = condenser.Read(piece.File.Name, content, cancellationToken);
        var results = new List<Condensed>(articles.Count);
        foreach (var (number, article) in articles.Index())
        {
            int? entry = articles.Count == 1 ? null : number;
            results.Add(await condenser.CondenseAsync(piece, article, null, entry, cancellationToken));
        }

        return results;
    }

    private static async ValueTask<Condensed> CondenseAsync(
        this Condenser condenser, InputPiece piece, ComposeOutcome outcome, string? id, int? entry, CancellationToken cancellationToken) => outcome switch
        {
            ComposeOutcome.Composed(var article) => new Condensed.Done(
                id ?? article.Id.ToString(),
                piece.Line is null ? piece.File.Name : null,
                entry + 1,
                article,
                await condenser.SummarizeAsync(article, cancellationToken)),
            ComposeOutcome.Rejected(var rejection) => new Condensed.Bad(piece.WhereOf(entry), $"{rejection.Detail} {rejection.Remedy}"),
            _ => throw new InvalidOperationException($"Unknown outcome {outcome}."),
        };

    private static ArticleDraft Draft(ArticleLine line) => new()
    {
        Text = string.IsNullOrWhiteSpace(line.Text) ? throw new LineException("It has no \"text\".") : line.Text,
        Title = line.Title,
        Language = line.Language,
    };
}
