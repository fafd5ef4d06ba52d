using System.CommandLine;
using NewsAlerts.Articles;
using NewsAlerts.Local.Terminal;
using Spectre.Console;

namespace NewsAlerts.Local.Commands;

/// <summary><c>newsalerts articles</c>: what was summarised lately.</summary>
internal sealed class ArticlesCommand : StoreCommand
{
    private readonly Option<int> _days = new("--days") { Description = "How many days to go back.", HelpName = "N", DefaultValueFactory = _ => 7 };
    private readonly Option<int> _limit = new("--limit") { Description = "At most so many.", HelpName = "N", DefaultValueFactory = _ => 20 };
    private readonly Option<bool> _json = JsonOption();

    public ArticlesCommand(CommandContext context)
        : base(context, "articles", "List the newest articles.", "articles", "articles --days 30 --limit 200 --json")
    {
        Add(_days.Between(1, 3_660));
        Add(_limit.Between(1, 100_000));
        Add(_json);
    }

    protected override async Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken)
    {
        var days = input.GetValue(_days);
        var entries = await Get<IArchive>(stores)
            .LatestAsync(Context.Time.GetUtcNow().AddDays(-days), cancellationToken)
            .Take(input.GetValue(_limit))
            .ToListAsync(cancellationToken);
        if (input.GetValue(_json))
        {
            OutputJson.Write<IReadOnlyList<ArticleJson>>(
                Screen, [.. entries.Select(entry => new ArticleJson(entry.ArticleId, entry.At, entry.Headline, entry.Source, entry.Language))]);
        }
        else if (entries.Count == 0)
        {
            Screen.Error.MarkupLine(Palette.Quiet($"No articles in the last {Wording.Count(days, "day")}. Drop one: newsalerts add FILE --wait"));
        }
        else
        {
            Show(entries);
        }

        return ExitCodes.Ok;
    }

    private void Show(List<ArchiveEntry> entries)
    {
        var table = Palette.Table("article", "when", "", "headline");
        table.Columns[3].NoWrap = !Screen.IsLive;
        foreach (var entry in entries)
        {
            // Ten characters tell a library's articles apart, and `show` takes them; programs get all.
            var id = entry.ArticleId.ToString();
            table.AddRow(
                $"[{Palette.Accent}]{(Screen.IsLive ? id[..10] : id)}[/]",
                Palette.Quiet(Context.Time.Local(entry.At)),
                Palette.Quiet(entry.Language),
                Palette.Headline(entry.Headline, entry.Source));
        }

        Screen.Out.Write(table);
    }
}
