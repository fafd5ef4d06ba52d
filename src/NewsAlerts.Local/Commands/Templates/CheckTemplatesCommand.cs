using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Adapters.Templates;
using NewsAlerts.Local.Operating;
using NewsAlerts.Local.Terminal;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Templates;

/// <summary><c>newsalerts templates check</c>: files, which needs no storage, or else what is in the container.</summary>
internal sealed class CheckTemplatesCommand : NewsAlertsCommand
{
    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "Templates on this machine, named as in the container. Default: those that are there.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public CheckTemplatesCommand(CommandContext context)
        : base(context, "check", "Try templates on sample digests, and say what is wrong.", "templates check", "templates check ./look/email.html.hbs") => Add(_files);

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancellationToken)
    {
        var faults = 0;
        var checkedOnes = input.GetValue(_files) is { Length: > 0 } files ? FilesAsync(input, files, cancellationToken) : StoredAsync(input, cancellationToken);
        var any = false;
        await foreach (var (name, fault) in checkedOnes)
        {
            any = true;
            faults += fault is null ? 0 : 1;
            Screen.Out.MarkupLine(fault is null ? $"{Palette.Done} {Palette.Plain(name)}" : $"{Palette.Failed} {Palette.Plain(name)}  {Palette.Plain(fault)}");
        }

        if (!any)
        {
            Screen.Error.MarkupLine(Palette.Quiet("There are no templates: mails look as built in. Begin with newsalerts templates show-default email.html.hbs"));
        }

        return faults == 0 ? ExitCodes.Ok : ExitCodes.Failed;
    }

    private async IAsyncEnumerable<(string Name, string? Fault)> FilesAsync(
        ParseResult input, string[] files, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var configuration = Context.WorkplaceOf(input).Configure();
        await using var services = new ServiceCollection().AddSingleton(Context.Time).AddTemplates(configuration).BuildServiceProvider();
        var check = services.GetRequiredService<TemplateCheck>();
        foreach (var file in files)
        {
            var (kind, text) = await TemplateBook.ReadAsync(file, cancellationToken);
            yield return (file, check.FaultOf(kind, text));
        }
    }

    private async IAsyncEnumerable<(string Name, string? Fault)> StoredAsync(
        ParseResult input, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stores = await Context.OpenAsync(Context.WorkplaceOf(input), cancellationToken);
        foreach (var one in await stores.GetRequiredService<TemplateBook>().ListAsync(cancellationToken))
        {
            if (one.Stored is not null)
            {
                yield return (one.Name, one.Fault);
            }
        }
    }
}
