using NewsAlerts.Articles;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Summarizing;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Replaying;

/// <summary>Says what came of a replay, article by article as it comes, so that memory does not grow with them.</summary>
internal sealed class ReplayReport(Screen screen, bool dryRun, bool json)
{
    private readonly Complaints _complaints = new(screen);
    private readonly Dictionary<string, int> _counts = [];
    private int _written;

    public void Begin()
    {
        if (json)
        {
            screen.WriteRaw("[");
        }
    }

    public void Add(ArticleId article, ReplayOutcome outcome)
    {
        var shape = Json(article, outcome);
        Count(shape.Outcome);
        if (outcome is ReplayOutcome.NoArticle)
        {
            Complain(article, "the library has no such article any longer.");
        }

        if (json)
        {
            screen.WriteRaw((_written++ == 0 ? "" : ",") + OutputJson.Text(shape));
            return;
        }

        switch (outcome)
        {
            case ReplayOutcome.Replaced(var before, var after):
                SummaryDifference.Write(screen, before, after, $"{(dryRun ? Palette.Waiting : Palette.Done)} [{Palette.Accent}]{article}[/] {Palette.Quiet($"revision {after.Revision}{(dryRun ? " to come" : "")}")}");
                break;
            case ReplayOutcome.Kept(var before, _):
                screen.Out.MarkupLine($"{Palette.Known} [{Palette.Accent}]{article}[/] keeps its summary by {Palette.Plain(before.Engine)}: no model could make the new one. To give it up: --engine embedded");
                break;
            case ReplayOutcome.NotSummarized:
                screen.Out.MarkupLine($"{Palette.Waiting} [{Palette.Accent}]{article}[/] {(dryRun ? "has no summary yet; its stage would be started." : "had no summary yet; its stage is started.")}");
                break;
        }
    }

    public void Complain(ArticleId article, string why) => _complaints.Add(article.ToString(), why);

    /// <returns>Whether every article could be replayed.</returns>
    public bool End()
    {
        if (json)
        {
            screen.WriteRaw("]");
        }
        else
        {
            var total = _counts.Values.Sum() + _complaints.Count - _counts.GetValueOrDefault("missing");
            screen.Error.MarkupLine(Palette.Quiet(
                $"{Wording.Count(total, "article")}: {Wording.Number(_counts.GetValueOrDefault("replaced"))} {(dryRun ? "would be replaced" : "replaced")}, {Wording.Number(_counts.GetValueOrDefault("same"))} the same"
                + Rest("kept", "kept") + Rest("started", dryRun ? "to be summarised for the first time" : "on the way to their first summary") + (_complaints.Count > 0 ? $", {Wording.Number(_complaints.Count)} not replayed" : "") + "."));
        }

        return _complaints.Count == 0;
    }

    private static ReplayJson Json(ArticleId article, ReplayOutcome outcome) => outcome switch
    {
        ReplayOutcome.Replaced(var before, var after) => new ReplayJson(article, "replaced", after.Revision, before, after),
        ReplayOutcome.Same(var summary) => new ReplayJson(article, "same", summary.Revision, null, null),
        ReplayOutcome.Kept(var before, var notTaken) => new ReplayJson(article, "kept", before.Revision, before, notTaken),
        ReplayOutcome.NotSummarized => new ReplayJson(article, "started", null, null, null),
        ReplayOutcome.NoArticle => new ReplayJson(article, "missing", null, null, null),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome}."),
    };

    private void Count(string outcome) => _counts[outcome] = _counts.GetValueOrDefault(outcome) + 1;

    private string Rest(string outcome, string words) => _counts.TryGetValue(outcome, out var count) ? $", {Wording.Number(count)} {words}" : "";
}
