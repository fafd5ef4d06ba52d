using NewsAlerts.Delivering;
using NewsAlerts.Sweeping;

namespace NewsAlerts.Adapters.Templates;

/// <summary>A broken template in the list of failures: one row a template, of its latest broken version.</summary>
public static class TemplateFailure
{
    public const string Reason = "BrokenTemplate";

    /// <summary>The row's key within the stage.</summary>
    public static string KeyOf(string name) => $"template-{name}";

    public static Failure Of(StoredTemplate template, string fault, DateTimeOffset at) => new()
    {
        Stage = Stages.Deliver,
        Key = KeyOf(template.Name),
        Reason = Reason,
        Detail = $"Version {template.Version.Trim('"')}: {fault} Mails look as built in.",
        Remedy = $"Mend it and try it with `newsalerts templates check {template.Name}`, then put it back with `newsalerts templates put {template.Name}`.",
        Subject = template.Name,
        At = at,
    };
}
