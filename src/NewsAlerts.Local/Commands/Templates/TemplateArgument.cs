using System.CommandLine;
using NewsAlerts.Adapters.Templates;

namespace NewsAlerts.Local.Commands.Templates;

/// <summary>How a template is named on the command line.</summary>
internal static class TemplateArgument
{
    public static Argument<string> Create()
    {
        var argument = new Argument<string>("TEMPLATE") { Description = $"One of {string.Join(", ", TemplateKind.All.Select(kind => kind.Name))}.", HelpName = "TEMPLATE" };
        argument.AcceptOnlyFromAmong([.. TemplateKind.All.Select(kind => kind.Name)]);
        return argument;
    }
}
