using System.CommandLine;
using NewsAlerts.Articles;
using NewsAlerts.Local.Operating;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Summarizing;
using Spectre.Console;

namespace NewsAlerts.Local.Commands;

/// <summary><c>newsalerts show</c>: a summary, each key point with the sentence that it rests on.</summary>
internal sealed class ShowCommand : StoreCommand
{
    private readonly Argument<string> _article = new("ARTICLE") { Description = "An article's id, or the beginning of one." };
    private readonly Option<bool> _json = JsonOption();

    public ShowCommand(CommandContext context)
        : base(context, "show", "Show an article's key points, each with its evidence.", "show vsmainyqzn", "show vsmainyqznf6jmeugngo6dwgge --json")
    {
        Add(_article);
        Add(_json);
    }

    protected override async Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken)
    {
        var library = Get<ILibrary>(stores);
        var article = await new ArticleFinder(library, Get<IArchive>(stores), Context.Time).FindAsync(input.GetValue(_article)!, cancellationToken);
        var summary = await library.FindSummaryAsync(article.Id, cancellationToken);
        if (input.GetValue(_json))
        {
            OutputJson.Write(Screen, new ArticleDetailJson(article, summary));
        }
        else
        {
            Show(article, summary);
        }

        return ExitCodes.Ok;
    }

    private void Show(Article article, Summary? summary)
    {
        var output = Screen.Out;
        output.MarkupLine(Palette.Heading(summary?.Headline ?? article.Citation.Title ?? "(no title)"));
        if (Origin(article.Citation) is { Length: > 0 } origin)
        {
            output.MarkupLine(Palette.Quiet(origin));
        }

        if (summary is null)
        {
            output.WriteLine();
            output.MarkupLine($"{Palette.Waiting} Not summarised yet.");
        }

        foreach (var (number, point) in (summary?.KeyPoints ?? []).Index())
        {
            output.WriteLine();
            output.Write(Item($"[bold {Palette.Accent}]{number + 1}[/]", Palette.Plain(point.Text)));
            foreach (var evidence in point.AllEvidence)
            {
                output.Write(Item("", Quoted(article, point, evidence)));
            }
        }

        foreach (var note in summary?.Notes ?? [])
        {
            output.WriteLine();
            output.MarkupLine($"[{Palette.Warn}]{Markup.Escape(note)}[/]");
        }

        output.WriteLine();
        output.MarkupLine(Palette.Quiet($"{article.Id}  {Wording.Count(article.Sentences.Count, "sentence")}  from {article.Original.Name}{(summary is null ? "" : $"  summary by {summary.Engine}")}"));
    }

    /// <summary>The whole sentence, quiet, with the quoted words standing out; only its number where the point is the sentence.</summary>
    private static string Quoted(Article article, KeyPoint point, Evidence evidence)
    {
        if (point.Text == article.TextOf(evidence.Sentence))
        {
            return Palette.Quiet($"sentence {evidence.Sentence + 1}, word for word");
        }

        var sentence = article.Sentences[evidence.Sentence].Span;
        var before = article.Text[Math.Min(sentence.Start, evidence.Start)..evidence.Start];
        var after = evidence.Start + evidence.Length < sentence.End ? article.Text[(evidence.Start + evidence.Length)..sentence.End] : "";
        return $"[{Palette.Dim}]sentence {evidence.Sentence + 1}: {Markup.Escape(OneLine(before))}[/][italic]{Markup.Escape(OneLine(evidence.Quote))}[/][{Palette.Dim}]{Markup.Escape(OneLine(after))}[/]";
    }

    private static string Origin(Citation citation) => string.Join(
        " · ",
        new[] { citation.Source, citation.Byline, citation.Published?.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture), citation.Language, citation.Url?.AbsoluteUri }
            .Where(part => !string.IsNullOrEmpty(part)));

    private static Grid Item(string mark, string text) => new Grid()
        .AddColumn(new GridColumn().Width(2).NoWrap().PadRight(1).PadLeft(0))
        .AddColumn(new GridColumn().PadRight(0).PadLeft(0))
        .AddRow(mark, text);

    private static string OneLine(string text) => text.Replace('\n', ' ');
}
