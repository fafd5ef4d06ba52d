using System.CommandLine;
using System.Runtime.CompilerServices;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Sweeping;

namespace NewsAlerts.Local.Commands.Failures;

/// <summary>Which failures a command is about: by name, or all of a stage, or all.</summary>
internal sealed class FailureSelection
{
    /// <summary>Fewer characters of a key than this say too little.</summary>
    private const int ShortestPrefix = 4;

    private readonly Argument<string[]> _keys = new("KEY") { Description = "A failure's key or the beginning of one, with its stage before it or without: ingest/vsmainyqzn.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _stage = StageOption("All of one stage");
    private readonly Option<bool> _all = new("--all") { Description = "All that are listed." };
    private readonly Option<bool> _yes = new("--yes", "-y") { Description = "Do not ask whether that is meant." };

    public static Option<string?> StageOption(string description)
    {
        var option = new Option<string?>("--stage") { Description = $"{description}: {string.Join(", ", Stages.All)}.", HelpName = "STAGE" };
        option.CompletionSources.Add([.. Stages.All]);
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var given }] && !Stages.All.Contains(given))
            {
                result.AddError($"--stage is '{given}'; expected one of {string.Join(", ", Stages.All)}.");
            }
        });
        return option;
    }

    public void AddTo(Command command)
    {
        command.Add(_keys);
        command.Add(_stage);
        command.Add(_all);
        command.Add(_yes);
        command.Validators.Add(result =>
        {
            var ways = (result.GetResult(_keys) is { Tokens.Count: > 0 } ? 1 : 0) + (result.GetResult(_stage) is not null ? 1 : 0) + (result.GetValue(_all) ? 1 : 0);
            if (ways != 1)
            {
                result.AddError("Say which failures: either their keys, as `newsalerts failures` shows them, or --stage STAGE, or --all.");
            }
        });
    }

    /// <summary>Whether that is meant: many at once, which nobody named, are asked about unless <c>--yes</c> says so.</summary>
    /// <param name="input">The command line.</param>
    /// <param name="screen">Where to ask.</param>
    /// <param name="verb">What is done to them: "Retry".</param>
    /// <param name="count">How many there are.</param>
    /// <exception cref="CommandException">Nobody is there to be asked.</exception>
    public bool IsMeant(ParseResult input, Screen screen, string verb, int count)
    {
        var which = input.GetValue(_stage) is { } stage ? $"all failures of the stage {stage}" : "all failures";
        return !IsMany(input) || input.GetValue(_yes) || Question.Ask(screen, $"{verb} {which}, {Wording.Number(count)} of them?");
    }

    /// <summary>What is selected, each once.</summary>
    /// <exception cref="CommandException">A key names none, or several.</exception>
    public async Task<IReadOnlyList<Failure>> ReadAsync(ParseResult input, IFailures failures, CancellationToken cancellationToken)
    {
        if (IsMany(input))
        {
            return await failures.ListLatestAsync(input.GetValue(_stage), cancellationToken).ToListAsync(cancellationToken);
        }

        var named = new List<Failure>();
        foreach (var key in input.GetValue(_keys)!)
        {
            named.Add(await FindAsync(key, failures, cancellationToken));
        }

        return [.. named.DistinctBy(FailureView.Name)];
    }

    /// <summary>The failure of that name.</summary>
    /// <exception cref="CommandException">There is none, or several.</exception>
    public static async Task<Failure> FindAsync(string text, IFailures failures, CancellationToken cancellationToken)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var (stages, key) = slash > 0 && Stages.All.Contains(text[..slash]) ? ([text[..slash]], text[(slash + 1)..]) : (Stages.All, text);
        var found = await ExactAsync(stages, key, failures, cancellationToken).Take(2).ToListAsync(cancellationToken);
        if (found.Count == 0)
        {
            found = key.Length < ShortestPrefix
                ? throw new CommandException($"'{text}' is too short: give at least {ShortestPrefix} characters of the key that `newsalerts failures` shows.", ExitCodes.Usage)
                : await BeginningAsync(stages, key, failures, cancellationToken).Take(2).ToListAsync(cancellationToken);
        }

        return found switch
        {
            [var one] => one,
            [] => throw new CommandException($"No failure '{text}' is listed. `newsalerts failures` shows what is; what was mended or discarded is not."),
            _ => throw new CommandException($"Several failures are called '{text}': {string.Join(", ", found.Select(FailureView.Name))} for instance. Give more of the key, or the stage: {FailureView.Name(found[0])}"),
        };
    }

    private bool IsMany(ParseResult input) => input.GetValue(_all) || input.GetValue(_stage) is not null;

    private static async IAsyncEnumerable<Failure> ExactAsync(
        IReadOnlyList<string> stages, string key, IFailures failures, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var stage in stages)
        {
            if (await failures.FindAsync(stage, key, cancellationToken) is { } failure)
            {
                yield return failure;
            }
        }
    }

    private static IAsyncEnumerable<Failure> BeginningAsync(IReadOnlyList<string> stages, string prefix, IFailures failures, CancellationToken cancellationToken) =>
        stages.ToAsyncEnumerable().SelectMany(stage => failures.ListBeginningAsync(stage, prefix, cancellationToken));
}
