using System.CommandLine;

namespace NewsAlerts.Local.Commands.Templates;

/// <summary><c>newsalerts templates</c>: mails in one's own look, without a build.</summary>
internal sealed class TemplatesCommand : Command
{
    public TemplatesCommand(CommandContext context)
        : base("templates", "Give mails a look of your own (docs/templates.md).")
    {
        Add(new ListTemplatesCommand(context));
        Add(new ShowDefaultTemplateCommand(context));
        Add(new CheckTemplatesCommand(context));
        Add(new PutTemplateCommand(context));
        Add(new RemoveTemplateCommand(context));
    }
}
