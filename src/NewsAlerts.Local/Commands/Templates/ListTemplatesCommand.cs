using System.CommandLine;
using NewsAlerts.Local.Operating;
using NewsAlerts.Local.Terminal;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Templates;

/// <summary><c>newsalerts templates list</c>.</summary>
internal sealed class ListTemplatesCommand : StoreCommand
{
    private readonly Option<bool> _json = JsonOption();

    public ListTemplatesCommand(CommandContext context)
        : base(context, "list", "List what can be overridden, and what is.", "templates list", "templates list --json") => Add(_json);

    protected override async Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken)
    {
        var all = await Get<TemplateBook>(stores).ListAsync(cancellationToken);
        if (input.GetValue(_json))
        {
            OutputJson.Write<IReadOnlyList<TemplateJson>>(Screen, [.. all.Select(one => new TemplateJson(one.Name, one.State, one.Stored?.Bytes, one.Stored?.Changed, one.Fault))]);
            return ExitCodes.Ok;
        }

        var table = Palette.Table("template", "state", "changed", "what it makes");
        foreach (var one in all)
        {
            table.AddRow(
                $"[{Palette.Accent}]{Palette.Plain(one.Name)}[/]",
                one.State is "broken" or "unknown" ? $"[{Palette.Bad}]{one.State}[/]" : one.State,
                one.Stored is { } stored ? Context.Time.Local(stored.Changed) : "",
                Palette.Plain(one.Fault ?? one.Kind!.What));
        }

        Screen.Out.Write(table);
        return ExitCodes.Ok;
    }
}
