using System.Globalization;
using NewsAlerts.Articles;
using NewsAlerts.Local.Operating;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Routing.Rules;
using Spectre.Console;
using Rule = NewsAlerts.Routing.Rules.Rule;

namespace NewsAlerts.Local.Commands.Rules;

/// <summary>How a rule's tests are shown: to people as they come, to programs at the end.</summary>
internal sealed class RuleTestView(Screen screen, bool json)
{
    private readonly List<TestedArticleJson> _articles = [];
    private RuleExplanation? _last;
    private string _rule = "";
    private string _meaning = "";

    public void Begin(Rule rule) => (_rule, _meaning) = (rule.ToString(), rule.Meaning);

    public void Add(string name, Article article, RuleExplanation explanation)
    {
        _last = explanation;
        if (json)
        {
            _articles.Add(new TestedArticleJson(
                name, article.Id, article.Citation.Title, article.Citation.Language, explanation.Matches, Json(explanation.Clause)));
            return;
        }

        screen.Out.MarkupLine(
            $"{(explanation.Matches ? Palette.Done : Palette.Failed)} {Palette.Plain(name)} {(explanation.Matches ? "matches" : "does not match")}"
            + $"  {Palette.Quiet(Title(article))}");
        Show(explanation.Clause, indent: 2);
    }

    public void End()
    {
        if (json)
        {
            OutputJson.Write(screen, new RuleTestJson(_rule, _meaning, _articles));
        }
        else if (_last is null)
        {
            screen.Out.MarkupLine($"{Palette.Done} This is a rule. It is read as");
            screen.Out.MarkupLine($"  {Palette.Plain(_meaning)}");
        }
    }

    public void Write(BacktestResult result, TimeProvider time)
    {
        if (json)
        {
            OutputJson.Write(screen, Json(result));
            return;
        }

        if (result.Read == 0)
        {
            screen.Error.MarkupLine(Palette.Quiet(
                $"The archive has no article of the last {Wording.Count(result.Days, "day")}: there is nothing to run the rule over. Drop some: newsalerts add FILE --wait"));
            return;
        }

        screen.Out.MarkupLine(
            $"{Palette.Heading($"{Wording.Count(result.Matched, "article")} of {Wording.Number(result.Read)}")} in {Wording.Count(result.Days, "day")}"
            + $" ({Wording.Percent((double)result.Matched / result.Read)}), on {Wording.Count(result.MatchesByDay.Count, "day")}.");
        if (result.Digests is { } digests)
        {
            screen.Out.MarkupLine($"It would have mailed {Wording.Count(digests.Count, "digest")}, the largest with {Wording.Count(digests.Largest, "article")}.");
        }

        if (result.Missing > 0)
        {
            screen.Error.MarkupLine($"[{Palette.Warn}]{Wording.Count(result.Missing, "article")} of the archive are not in the library and were left out.[/]");
        }

        if (result.Latest.Count > 0)
        {
            Show(result, time);
        }
    }

    private void Show(BacktestResult result, TimeProvider time)
    {
        screen.Out.WriteLine();
        var days = Palette.Table("day", "articles");
        foreach (var (day, count) in result.MatchesByDay.OrderByDescending(day => day.Key))
        {
            days.AddRow(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Wording.Number(count));
        }

        screen.Out.Write(days);
        screen.Out.WriteLine();
        var table = Palette.Table("article", "when", "headline");
        table.Columns[2].NoWrap = !screen.IsLive;
        foreach (var entry in result.Latest)
        {
            table.AddRow($"[{Palette.Accent}]{entry.ArticleId}[/]", time.Local(entry.At), Palette.Plain(entry.Headline));
        }

        screen.Out.Write(table);
    }

    private void Show(ClauseExplanation clause, int indent)
    {
        var mark = clause.Holds ? Palette.Done : clause.Demand == ClauseDemand.Alternative ? Palette.Known : Palette.Failed;
        var text = clause.Parts.Count == 0 ? clause.Clause : clause.IsAny ? "any of" : "all of";
        var not = clause.Demand == ClauseDemand.Forbidden ? "not " : "";
        screen.Out.MarkupLine($"{new string(' ', indent)}{mark} {not}{Palette.Plain(text)}{(Verdict(clause) is { Length: > 0 } verdict ? $"  {Palette.Quiet(verdict)}" : "")}");
        foreach (var part in clause.Parts)
        {
            Show(part, indent + 2);
        }
    }

    private static string Verdict(ClauseExplanation clause) => (clause.Found, clause.Demand) switch
    {
        (_, ClauseDemand.Required or ClauseDemand.Alternative) when clause.Parts.Count > 0 => "",
        (true, ClauseDemand.Forbidden) when clause.Parts.Count > 0 => "is there, and must not be",
        (true, ClauseDemand.Forbidden) => $"is there, and must not be: {Places(clause)}",
        (true, _) => Places(clause),
        (false, ClauseDemand.Required) => "is missing",
        _ => "is not there",
    };

    private static string Places(ClauseExplanation clause) => string.Join(", ", clause.Hits.Select(hit => $"\"{hit.Quote}\" in {Place(hit)}"));

    private static string Place(ClauseHit hit) => hit.Field switch
    {
        RuleField.Text => string.Create(CultureInfo.InvariantCulture, $"sentence {hit.Sentence + 1}"),
        RuleField.Title => "the title",
        RuleField.Source => "the source",
        RuleField.Author => "the byline",
        RuleField.Lang => "the language",
        RuleField.Category => "a category",
        _ => throw new InvalidOperationException($"Unknown field {hit.Field}."),
    };

    private static string Title(Article article) => article.Citation.Title ?? "(no title)";

    private static ClauseJson Json(ClauseExplanation clause) => new(
        clause.Clause,
        clause.Demand,
        clause.Found,
        clause.Hits.Count == 0 ? null : [.. clause.Hits.Select(hit => new HitJson(hit.Field, hit.Sentence, hit.Quote))],
        clause.Parts.Count == 0 ? null : [.. clause.Parts.Select(Json)]);

    private static BacktestJson Json(BacktestResult result) => new(
        result.Rule.ToString(),
        result.Days,
        result.Read,
        result.Matched,
        result.Missing,
        [.. result.MatchesByDay.OrderByDescending(day => day.Key).Select(day => new DayJson(day.Key, day.Value))],
        result.Digests is { } digests ? new DigestCountJson(digests.Count, digests.Largest) : null,
        [.. result.Latest.Select(entry => new ArticleJson(entry.ArticleId, entry.At, entry.Headline, entry.Source, entry.Language))]);
}

internal sealed record RuleTestJson(string Rule, string Meaning, IReadOnlyList<TestedArticleJson> Articles);

internal sealed record TestedArticleJson(string Name, ArticleId Id, string? Title, string Language, bool Matches, ClauseJson Clause);

internal sealed record ClauseJson(string Clause, ClauseDemand Demand, bool Found, IReadOnlyList<HitJson>? Hits, IReadOnlyList<ClauseJson>? Parts);

internal sealed record HitJson(RuleField Field, int? Sentence, string Quote);

internal sealed record BacktestJson(
    string Rule,
    int Days,
    int Read,
    int Matched,
    int Missing,
    IReadOnlyList<DayJson> ByDay,
    DigestCountJson? Digests,
    IReadOnlyList<ArticleJson> Latest);

internal sealed record DayJson(DateOnly Day, int Articles);

internal sealed record DigestCountJson(int Count, int Largest);
