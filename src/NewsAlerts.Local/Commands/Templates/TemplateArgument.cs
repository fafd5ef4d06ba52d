using System.CommandLine;
using NewsAlerts.Adapters.Templates;

namespace NewsAlerts.Local.Commands.Templates;

/// <summary>How a template is named on the command line.</summary>
internal static class TemplateArgument
{
    public static Argument<string> Create()
    {
        string[] names = [.. TemplateKind.All.Select(kind => kind.Name)];
        var argument = new Argument<string>("TEMPLATE") { Description = $"One of {string.Join(", ", names)}.", HelpName = "TEMPLATE" };
        argument.CompletionSources.Add(names);
        argument.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var given }] && !names.Contains(given))
            {
                result.AddError($"TEMPLATE is '{given}'; expected one of {string.Join(", ", names)}.");
            }
        });
        return argument;
    }
}
