using System.Reflection;

namespace NewsAlerts.Adapters.Templates;

/// <summary>What a template may stand in for: docs/templates.md.</summary>
/// <param name="Name">The template's name in the container.</param>
/// <param name="What">What it makes, for people.</param>
public sealed record TemplateKind(string Name, string What)
{
    public static TemplateKind Subject { get; } = new("email.subject.hbs", "the subject of a digest's mail");

    public static TemplateKind Html { get; } = new("email.html.hbs", "the HTML of a digest's mail");

    public static TemplateKind Text { get; } = new("email.txt.hbs", "the plain text of a digest's mail");

    public static IReadOnlyList<TemplateKind> All { get; } = [Subject, Html, Text];

    /// <summary>The kind of that name; null where there is none.</summary>
    public static TemplateKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);

    /// <summary>A template to begin with, which says what the built-in look says.</summary>
    public string Example()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Templates/{Name}")
            ?? throw new InvalidOperationException($"The example of {Name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
