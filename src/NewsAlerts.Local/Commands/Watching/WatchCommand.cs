using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsAlerts.Adapters.Feeds;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Ingesting;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Local.Watching;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Watching;

/// <summary><c>newsalerts watch</c>: drops what appears in folders and feeds.</summary>
internal sealed class WatchCommand : StoreCommand
{
    private static readonly TimeSpan UsualInterval = TimeSpan.FromMinutes(15);

    private readonly Argument<string[]> _sources = new("DIR|FEED_URL")
    {
        Description = "Folders, with all below them, and addresses of RSS or Atom feeds.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _existing = new("--existing") { Description = "Also add the files that were in a folder before it was watched." };
    private readonly Option<bool> _once = new("--once") { Description = "Look once and end, for cron and timers; fail if something could not be looked at or added." };
    private readonly Option<TimeSpan> _every = Duration.Option("--every", "How often a feed is asked", UsualInterval, TimeSpan.FromDays(7), TimeSpan.FromMinutes(1));
    private readonly Option<bool> _json = new("--json") { Description = "Print a JSON object a line for programs (docs/commands.md has its shape)." };

    public WatchCommand(CommandContext context)
        : base(
            context,
            "watch",
            "Add what appears in folders and feeds, until Ctrl-C. Each file and each entry once, also after a restart.",
            "watch ~/articles",
            "watch https://example.org/feed.atom https://example.com/news.rss --every 30m",
            "watch ./inbox --existing --once")
    {
        Add(_sources);
        Add(_existing);
        Add(_once);
        Add(_every);
        Add(_json);
    }

    protected override async Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken)
    {
        var once = input.GetValue(_once);
        var workplace = Context.WorkplaceOf(input);
        await using var reopened = new Reopened(Context, workplace);
        var memory = WatchMemory.Open(workplace.Emulators.DataFolder, stores.GetService<StorageClients>()?.Endpoint);
        var output = new WatchOutput(Screen, Context.Time, input.GetValue(_json), all: once || input.GetValue(Context.Verbose));
        using var watched = new WatchedSources(
            memory,
            Get<FeedFetcher>(stores),
            new ArticlesInbox(Get<IOriginals>(stores), reopened.OpenAsync),
            Get<IOptions<IngestOptions>>(stores).Value,
            Context.Time,
            output.Tell);
        var all = watched.Open(
            input.GetValue(_sources)!, workplace.Emulators.DataFolder, input.GetValue(_existing), input.GetValue(_every));
        var rounds = new WatchRounds(all, Context.Time, output.Tell);
        if (once)
        {
            await rounds.OnceAsync(cancellationToken);
            return output.HasFailed ? ExitCodes.Failed : ExitCodes.Ok;
        }

        Screen.Error.MarkupLine(Palette.Quiet($"Watching {string.Join(", ", watched.Names)}. Ctrl-C stops it."));
        try
        {
            await rounds.ForeverAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCodes.Ok;
        }

        throw new CommandException("Nothing is left to watch: every feed is gone for good.");
    }

    /// <summary>The stores that had to be opened again; they last as long as the command.</summary>
    private sealed class Reopened(CommandContext context, Workplace workplace) : IAsyncDisposable
    {
        private readonly List<ServiceProvider> _all = [];

        public async Task<IOriginals> OpenAsync(CancellationToken cancellationToken)
        {
            var stores = await context.OpenAsync(workplace, cancellationToken);
            lock (_all)
            {
                _all.Add(stores);
            }

            return stores.GetRequiredService<IOriginals>();
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var stores in _all)
            {
                await stores.DisposeAsync();
            }
        }
    }
}
