using System.CommandLine;
using NewsAlerts.Local.Operating;
using NewsAlerts.Local.Terminal;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Templates;

/// <summary><c>newsalerts templates put</c>: checks a template, and uses it from then on.</summary>
internal sealed class PutTemplateCommand : StoreCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "A template on this machine, named as in the container." };

    public PutTemplateCommand(CommandContext context)
        : base(context, "put", "Use a template from now on, if it is sound.", "templates put ./look/email.html.hbs") => Add(_file);

    protected override async Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken)
    {
        var (kind, text) = await TemplateBook.ReadAsync(input.GetValue(_file)!, cancellationToken);
        if (await Get<TemplateBook>(stores).PutAsync(kind, text, cancellationToken) is { } fault)
        {
            throw new CommandException($"{kind.Name} is not used, since it is broken. {fault}");
        }

        Screen.Out.MarkupLine($"{Palette.Done} {kind.Name} makes {kind.What} within a minute.");
        return ExitCodes.Ok;
    }
}
