using System.CommandLine;
using System.Globalization;
using NewsAlerts.Articles;
using NewsAlerts.Ingesting;
using NewsAlerts.Local.Condensing;
using NewsAlerts.Local.Operating;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Routing;
using NewsAlerts.Routing.Rules;

namespace NewsAlerts.Local.Commands.Rules;

/// <summary>
/// <c>newsalerts rules test</c>: why articles match a rule or don't, from files without any storage, or from the library; and what it would
/// have brought. Opens the stores only where something of theirs is asked for.
/// </summary>
internal sealed class TestRuleCommand : NewsAlertsCommand
{
    private readonly Argument<Rule?> _rule = RuleInput.Argument();
    private readonly Argument<string[]> _articles = new("ARTICLE")
    {
        Description = "Files in any format that `add` takes, - for standard input, or ids of stored articles. Without any, shows how the rule is read.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<int?> _backtest = new("--backtest")
    {
        Description = "Run the rule over the stored articles of so many days, such as 30d.",
        HelpName = "DAYS",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (int.TryParse(text.AsSpan().TrimEnd('d'), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= MostDays)
            {
                return days;
            }

            result.AddError($"--backtest is '{text}'; expected days from 1d to {MostDays}d, such as 30d.");
            return null;
        },
    };

    private readonly Option<string?> _schedule = new("--schedule")
    {
        Description = "With --backtest: count the digests that this schedule would have sent: words such as 'weekdays 07:30', or five fields of cron.",
        HelpName = "SCHEDULE",
    };

    private readonly Option<string?> _timeZone = new("--time-zone") { Description = "The IANA time zone of --schedule. Default: UTC.", HelpName = "ZONE" };
    private readonly Option<bool> _json = new("--json") { Description = "Print JSON for programs (docs/commands.md has its shape)." };

    private const int MostDays = 3_660;

    public TestRuleCommand(CommandContext context)
        : base(
            context,
            "test",
            "Say why articles match a rule or don't, or what it would have brought.",
            "rules test \"ferry (strike OR cancelled) -football\"",
            "rules test \"title:ferry\" story.html feed.atom",
            "rules test \"title:ferry\" vsmainyqznf6jmeugngo6dwgge --json",
            "rules test \"ferry lang:de\" --backtest 30d --schedule \"weekdays 07:30 Europe/Berlin\"")
    {
        Add(_rule);
        Add(_articles);
        Add(_backtest);
        Add(_schedule);
        Add(_timeZone);
        Add(_json);
        Validators.Add(result =>
        {
            if (result.GetResult(_backtest) is null && (result.GetResult(_schedule) ?? result.GetResult(_timeZone)) is not null)
            {
                result.AddError("--schedule and --time-zone count the digests of a --backtest: give it too.");
            }
            else if (result.GetResult(_backtest) is not null && result.GetResult(_articles)?.Tokens is [_, ..])
            {
                result.AddError("--backtest runs over the whole archive: leave the articles out.");
            }
            else if (result.GetResult(_timeZone) is not null && result.GetResult(_schedule) is null)
            {
                result.AddError("--time-zone belongs to --schedule: give that too.");
            }
            else if (result.GetResult(_schedule) is { Tokens: [var text] }
                && ScheduleError(text.Value, result.GetResult(_timeZone) is { Tokens: [var zone] } ? zone.Value : "UTC") is { } error)
            {
                result.AddError(error);
            }
        });
    }

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancellationToken)
    {
        var rule = input.GetValue(_rule)!;
        var view = new RuleTestView(Screen, input.GetValue(_json));
        if (input.GetValue(_backtest) is { } days)
        {
            var schedule = input.GetValue(_schedule) is { } text ? Schedule.Read(text, input.GetValue(_timeZone) ?? "UTC") : null;
            await using var stores = await Context.OpenAsync(Context.WorkplaceOf(input), cancellationToken);
            var backtest = new Backtest(
                (IArchive)stores.GetService(typeof(IArchive))!, (ILibrary)stores.GetService(typeof(ILibrary))!, new BacktestProgress(Screen), Context.Time);
            view.Write(await backtest.RunAsync(rule, days, schedule, cancellationToken), Context.Time);
            return ExitCodes.Ok;
        }

        var complaints = new Complaints(Screen);
        view.Begin(rule);
        await foreach (var (name, article) in ArticlesAsync(input, complaints, cancellationToken))
        {
            view.Add(name, article, RuleExplanation.Of(rule, article));
        }

        view.End();
        return complaints.ExitCode;
    }

    private async IAsyncEnumerable<(string Name, Article Article)> ArticlesAsync(
        ParseResult input, Complaints complaints, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wanted = input.GetValue(_articles) ?? [];
        var (files, ids) = (wanted.Where(IsFile).ToList(), wanted.Where(one => !IsFile(one)).ToList());
        if (ids.FirstOrDefault(id => id.Any(c => !char.IsAsciiLetterLower(c) && c is < '2' or > '7')) is { } neither)
        {
            throw new CommandException($"There is no file '{neither}', and it is no article's id. Check the path, or take an id from `newsalerts articles`.");
        }

        await using var condenser = new Condenser(Context.WorkplaceOf(input).Configure(), Context.Time);
        foreach (var file in InputFile.All(files, Context.Input))
        {
            if (await file.ReadAsync(condenser.MaxBytes, cancellationToken) is not { } content)
            {
                complaints.Add(file.Name, $"It has more than {condenser.MaxBytes:N0} bytes (Ingest__MaxOriginalBytes). Split it.");
                continue;
            }

            var outcomes = condenser.Read(file.Name, content, cancellationToken);
            foreach (var (number, outcome) in outcomes.Index())
            {
                var name = outcomes.Count == 1 ? file.Name : $"{file.Name}, entry {number + 1}";
                switch (outcome)
                {
                    case ComposeOutcome.Composed(var article):
                        yield return (name, article);
                        break;
                    case ComposeOutcome.Rejected(var rejection):
                        complaints.Add(name, $"{rejection.Detail} {rejection.Remedy}");
                        break;
                }
            }
        }

        if (ids.Count > 0)
        {
            await using var stores = await Context.OpenAsync(Context.WorkplaceOf(input), cancellationToken);
            var finder = new ArticleFinder((ILibrary)stores.GetService(typeof(ILibrary))!, (IArchive)stores.GetService(typeof(IArchive))!, Context.Time);
            foreach (var id in ids)
            {
                var article = await finder.FindAsync(id, cancellationToken);
                yield return (article.Id.ToString(), article);
            }
        }
    }

    private static bool IsFile(string text) => text == InputFile.StandardInput || File.Exists(text);

    private static string? ScheduleError(string schedule, string timeZone)
    {
        try
        {
            _ = Schedule.Read(schedule, timeZone);
            return null;
        }
        catch (FormatException ex)
        {
            return ex.Message;
        }
    }
}
