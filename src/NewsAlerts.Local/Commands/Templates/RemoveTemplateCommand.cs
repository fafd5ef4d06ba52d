using System.CommandLine;
using NewsAlerts.Adapters.Templates;
using NewsAlerts.Local.Operating;
using NewsAlerts.Local.Terminal;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Templates;

/// <summary><c>newsalerts templates remove</c>: back to the built-in look.</summary>
internal sealed class RemoveTemplateCommand : StoreCommand
{
    private readonly Argument<string> _template = TemplateArgument.Create();

    public RemoveTemplateCommand(CommandContext context)
        : base(context, "remove", "Go back to the built-in look.", "templates remove email.html.hbs") => Add(_template);

    protected override async Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken)
    {
        var kind = TemplateKind.Find(input.GetValue(_template)!)!;
        Screen.Out.MarkupLine(await Get<TemplateBook>(stores).RemoveAsync(kind, cancellationToken)
            ? $"{Palette.Done} {kind.Name} is removed: within a minute the built-in look makes {kind.What}."
            : Palette.Quiet($"There was no {kind.Name}: the built-in look makes {kind.What}."));
        return ExitCodes.Ok;
    }
}
