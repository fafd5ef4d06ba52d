using System.CommandLine;
using NewsAlerts.Adapters.Templates;

namespace NewsAlerts.Local.Commands.Templates;

/// <summary><c>newsalerts templates show-default</c>: a template to begin with. Needs no storage.</summary>
internal sealed class ShowDefaultTemplateCommand : NewsAlertsCommand
{
    private readonly Argument<string> _template = TemplateArgument.Create();

    public ShowDefaultTemplateCommand(CommandContext context)
        : base(context, "show-default", "Print a template to begin with: it says what the built-in look says.", "templates show-default email.html.hbs") => Add(_template);

    public override bool UsesStorage => false;

    protected override Task<int> RunAsync(ParseResult input, CancellationToken cancellationToken)
    {
        Screen.WriteRaw(TemplateKind.Find(input.GetValue(_template)!)!.Example().TrimEnd('\n'));
        return Task.FromResult(ExitCodes.Ok);
    }
}
