using System.CommandLine;

namespace NewsAlerts.Local.Commands.Completion;

/// <summary><c>newsalerts completion</c>: a script by which a shell asks this command what may come next.</summary>
internal sealed class CompletionCommand : NewsAlertsCommand
{
    /// <summary>Each shell's file among the resources.</summary>
    private static readonly Dictionary<string, string> Scripts = new()
    {
        ["bash"] = "newsalerts.bash",
        ["zsh"] = "newsalerts.zsh",
        ["fish"] = "newsalerts.fish",
        ["pwsh"] = "newsalerts.ps1",
    };

    private readonly Argument<string> _shell = new("SHELL")
    {
        Description = $"One of {string.Join(", ", Scripts.Keys)}. The script's first lines say where it belongs.",
        HelpName = "SHELL",
    };

    public CompletionCommand(CommandContext context)
        : base(context, "completion", "Print a script that has a shell complete commands, options and their values.", "completion bash", "completion pwsh")
    {
        Add(_shell);
        _shell.CompletionSources.Add([.. Scripts.Keys]);
        _shell.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !Scripts.ContainsKey(token.Value))
            {
                result.AddError($"'{token.Value}' is not a shell that scripts exist for; expected one of {string.Join(", ", Scripts.Keys)}.");
            }
        });
    }

    public override bool UsesStorage => false;

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancellationToken)
    {
        using var script = new StreamReader(typeof(CompletionCommand).Assembly.GetManifestResourceStream($"Completion/{Scripts[input.GetValue(_shell)!]}")!);
        Screen.WriteRaw((await script.ReadToEndAsync(cancellationToken)).TrimEnd());
        return ExitCodes.Ok;
    }
}
