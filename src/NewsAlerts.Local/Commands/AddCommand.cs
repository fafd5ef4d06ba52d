using System.CommandLine;
using NewsAlerts.Ingesting;
using NewsAlerts.Local.Operating;
using NewsAlerts.Local.Terminal;
using Spectre.Console;

namespace NewsAlerts.Local.Commands;

/// <summary><c>newsalerts add</c>: drops files, and with <c>--wait</c> says what each became.</summary>
internal sealed class AddCommand : StoreCommand
{
    private const string StandardInput = "-";

    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files, folders (with all below them), or - for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _name = new("--name") { Description = "The name for standard input, such as story.html.", HelpName = "NAME" };
    private readonly Option<bool> _wait = new("--wait") { Description = "Wait, and say what each became; fail if any was rejected." };
    private readonly Option<int> _timeout = new("--timeout")
    {
        Description = "How long --wait waits, in seconds.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 60,
    };

    private readonly Option<bool> _json = JsonOption();

    public AddCommand(CommandContext context)
        : base(
            context,
            "add",
            "Drop articles: text, Markdown, HTML, JSON, feeds or mails. `newsalerts run`, or the Functions app, reads them.",
            "add story.md --wait",
            "add ./inbox feed.rss",
            "curl -s https://example.org/feed.atom | newsalerts add - --name feed.atom --wait")
    {
        Add(_paths);
        Add(_name);
        Add(_wait);
        Add(_timeout);
        Add(_json);
        Validators.Add(result =>
        {
            var paths = result.GetValue(_paths) ?? [];
            if (paths.Contains(StandardInput) && string.IsNullOrWhiteSpace(result.GetValue(_name)))
            {
                result.AddError("Standard input has no name: give it one with --name, such as --name story.html.");
            }
            else if (result.GetValue(_name) is { } name && !OriginalName.CanBeAddressed(name))
            {
                result.AddError($"--name '{name}' has a part of one or two dots between slashes or backslashes; give one without.");
            }
            else if (!paths.Contains(StandardInput) && result.GetValue(_name) is not null)
            {
                result.AddError("--name is for standard input (-) only; files keep their names.");
            }
        });
    }

    protected override async Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken)
    {
        var drop = new OriginalDrop(Get<IOriginals>(stores), Context.Time);
        var files = new List<DropFile>();
        foreach (var path in input.GetValue(_paths)!)
        {
            files.AddRange(path == StandardInput
                ? [await OriginalDrop.ReadAsync(input.GetValue(_name)!, Context.Input(), cancellationToken)]
                : OriginalDrop.Expand(path));
        }

        if (files.Count == 0)
        {
            throw new CommandException($"There are no files in {string.Join(" or ", input.GetValue(_paths)!.Select(path => $"'{path}'"))}. Hidden ones do not count.");
        }

        var json = input.GetValue(_json);
        var heads = await WithProgressAsync("Adding", files.Count, step => drop.DropAsync(files, _ => step(), cancellationToken));
        if (!input.GetValue(_wait))
        {
            Show([.. heads.Select(head => new DropResult(head.Name, head.Key, null))], json, waited: false);
            return ExitCodes.Ok;
        }

        var timeout = TimeSpan.FromSeconds(input.GetValue(_timeout));
        var results = await WithProgressAsync("Reading", files.Count, step => drop.WaitAsync(heads, timeout, _ => step(), cancellationToken));
        Show(results, json, waited: true);
        if (results.Count(result => result.State == DropState.Waiting) is > 0 and var waiting)
        {
            throw new CommandException(
                $"{Wording.Count(waiting, "file is", "files are")} not read after {timeout.TotalSeconds:0} seconds. They stay in the inbox: "
                + "see that `newsalerts run` (or the Functions app) is running, or wait longer with --timeout.");
        }

        return results.Any(result => result.Record?.Rejection is not null) ? ExitCodes.Failed : ExitCodes.Ok;
    }

    /// <summary>A bar while somebody watches; it is gone afterwards.</summary>
    private async Task<T> WithProgressAsync<T>(string title, int count, Func<Action, Task<T>> run) =>
        !Screen.IsLive
            ? await run(() => { })
            : await Screen.Out.Progress()
                .AutoClear(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn { CompletedStyle = Style.Parse(Palette.Accent) }, new PercentageColumn())
                .StartAsync(progress =>
                {
                    var task = progress.AddTask($"{title} {Wording.Count(count, "file")}", maxValue: count);
                    return run(() => task.Increment(1));
                });

    private void Show(IReadOnlyList<DropResult> results, bool json, bool waited)
    {
        if (json)
        {
            OutputJson.Write<IReadOnlyList<AddedJson>>(Screen, [.. results.Select(result => Json(result, waited))]);
            return;
        }

        foreach (var result in results)
        {
            Screen.Out.MarkupLine(Line(result, waited));
            if (result.Record?.Rejection is { } rejection)
            {
                var entry = rejection.Entry is { } number ? $"Entry {number + 1}: " : "";
                Screen.Out.Write(new Padder(new Markup($"{Palette.Plain(entry + rejection.Detail)} {Palette.Quiet(rejection.Remedy)}"), new Padding(4, 0, 0, 0)));
            }
        }
    }

    private static string Line(DropResult result, bool waited)
    {
        var name = Palette.Plain(result.Name);
        return result.State switch
        {
            DropState.Accepted => $"{Palette.Done} {name}  accepted  {Palette.Quiet(Ids(result.Record!))}",
            DropState.Known => $"{Palette.Known} {name}  already known  {Palette.Quiet(string.Join(' ', result.Record!.Known))}",
            DropState.Rejected => $"{Palette.Failed} {name}  rejected",
            DropState.Waiting when waited => $"{Palette.Waiting} {name}  not read yet",
            _ => $"{Palette.Done} {name}  added",
        };
    }

    private static string Ids(OriginalRecord record) =>
        record.Known.Count == 0
            ? string.Join(' ', record.Added)
            : $"{string.Join(' ', record.Added)} ({record.Known.Count} more already known)";

    private static AddedJson Json(DropResult result, bool waited) => new(
        result.Name,
        result.State == DropState.Waiting ? (waited ? "waiting" : "added") : result.State.ToString().ToLowerInvariant(),
        result.Record?.Added,
        result.Record?.Known,
        result.Record?.Rejection);
}
