using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Local.Terminal;

namespace NewsAlerts.Local.Commands;

/// <summary>A command, with examples for its help.</summary>
internal abstract class NewsAlertsCommand : Command
{
    protected NewsAlertsCommand(CommandContext context, string name, string description, params string[] examples)
        : base(name, description)
    {
        Context = context;
        Examples = examples;
        SetAction(RunAsync);
    }

    /// <summary>Command lines that work, without the leading <c>newsalerts</c>.</summary>
    public IReadOnlyList<string> Examples { get; }

    /// <summary>Whether <c>--storage</c> and <c>--data</c> make a difference to it; its help leaves them out where not.</summary>
    public virtual bool UsesStorage => true;

    /// <summary>Hides options that all commands share from one to which they make no difference. (The line is parsed by now, and nothing else will be.)</summary>
    public static void HideWhatItDoesNotTake(Command command, IEnumerable<Option> storage)
    {
        foreach (var option in command is NewsAlertsCommand { UsesStorage: false } ? storage : [])
        {
            option.Hidden = true;
        }
    }

    protected CommandContext Context { get; }

    protected Screen Screen => Context.Screen;

    /// <summary>Does the task and returns one of <see cref="ExitCodes"/>.</summary>
    protected abstract Task<int> RunAsync(ParseResult input, CancellationToken cancellationToken);
}

/// <summary>A command on the stores of an installation, local or in Azure.</summary>
internal abstract class StoreCommand(CommandContext context, string name, string description, params string[] examples)
    : NewsAlertsCommand(context, name, description, examples)
{
    protected sealed override async Task<int> RunAsync(ParseResult input, CancellationToken cancellationToken)
    {
        await using var stores = await Context.OpenAsync(WorkplaceOf(input), cancellationToken);
        return await RunAsync(input, stores, cancellationToken);
    }

    /// <summary>Where it works; a command whose options say more about that than those that all share adds it here.</summary>
    protected virtual Workplace WorkplaceOf(ParseResult input) => Context.WorkplaceOf(input);

    /// <summary>Does the task and returns one of <see cref="ExitCodes"/>.</summary>
    protected abstract Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken);

    protected static Option<bool> JsonOption() => new("--json") { Description = "Print JSON for programs (docs/commands.md has its shape)." };

    protected static T Get<T>(IServiceProvider stores)
        where T : notnull => stores.GetRequiredService<T>();
}
