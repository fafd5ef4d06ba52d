using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NewsAlerts.Adapters;
using NewsAlerts.Local.Hosting;
using NewsAlerts.Web.Readers;

namespace NewsAlerts.Tests.Architecture;

/// <summary>The generated part of docs/configuration.md: every option type of the core, the adapters, the web and the local host, from its own docstrings and defaults.</summary>
internal static partial class ConfigurationPage
{
    public const string Path = "docs/configuration.md";

    private const string Begin = "<!-- Generated from the options types: NEWSALERTS_APPROVE=1 dotnet test tests/NewsAlerts.Tests --filter ConfigurationPage -->\n";
    private const string End = "<!-- End of the generated part. -->";

    private static readonly Assembly[] Assemblies =
        [typeof(Queues).Assembly, typeof(AdapterServices).Assembly, typeof(WebOptions).Assembly, typeof(LocalHostOptions).Assembly];

    /// <summary>The page with its generated part made anew; what stands around that part stays.</summary>
    public static string Renewed(string page)
    {
        var start = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        return page[..start] + "\n" + Sections() + page[page.IndexOf(End, start, StringComparison.Ordinal)..];
    }

    /// <summary>Every key as an environment variable names it, <c>Section__Property</c>; a list's by its first element.</summary>
    public static IEnumerable<string> Keys() => OptionTypes().SelectMany(Properties, (type, property) => Key(type, property));

    private static string Sections()
    {
        var infrastructure = string.Concat(Directory.EnumerateFiles(Repository.PathOf("infra"), "*.bicep", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText));
        var text = new StringBuilder();
        foreach (var type in OptionTypes())
        {
            text.Append(CultureInfo.InvariantCulture, $"## {Section(type)}\n\n{Meaning(type, $"T:{type.FullName}")}\n\n| key | default | meaning | set by `infra/` |\n|---|---|---|---|\n");
            var defaults = Activator.CreateInstance(type)!;
            foreach (var property in Properties(type))
            {
                var key = Key(type, property);
                var isSet = Regex.IsMatch(infrastructure, $@"\b{key}\b") ? "yes" : "";
                text.Append(CultureInfo.InvariantCulture, $"| `{key}` | {Default(property, defaults)} | {Meaning(type, $"P:{type.FullName}.{property.Name}")}{Choices(property)} | {isSet} |\n");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<Type> OptionTypes() =>
        from assembly in Assemblies
        from type in assembly.GetTypes()
        where type.Name.EndsWith("Options", StringComparison.Ordinal) && type.GetField("Section") is not null
        orderby Section(type)
        select type;

    private static string Section(Type type) => (string)type.GetField("Section")!.GetRawConstantValue()!;

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite);

    private static string Key(Type type, PropertyInfo property) => $"{Section(type)}__{property.Name}{(IsList(property) ? "__0" : "")}";

    private static bool IsList(PropertyInfo property) => property.PropertyType != typeof(string) && typeof(IEnumerable).IsAssignableFrom(property.PropertyType);

    private static string Default(PropertyInfo property, object defaults) => property.GetValue(defaults) switch
    {
        null or "" => "",
        IEnumerable and not string => "",
        bool value => value ? "`true`" : "`false`",
        TimeSpan value => $"`{Fraction().Replace(value.ToString("c", CultureInfo.InvariantCulture), "")}`",
        int or long or decimal or double => $"`{string.Create(CultureInfo.InvariantCulture, $"{property.GetValue(defaults):0.###}")}`",
        var value => $"`{Convert.ToString(value, CultureInfo.InvariantCulture)}`",
    };

    private static string Choices(PropertyInfo property) =>
        property.GetCustomAttribute<EnumDataTypeAttribute>() is { } choice ? $" One of {string.Join(", ", Enum.GetNames(choice.EnumType).Select(name => $"`{name}`"))}." : "";

    /// <summary>The summary of a type or property in the documentation file that the compiler wrote beside its assembly, as one line of Markdown.</summary>
    private static string Meaning(Type type, string member)
    {
        var file = System.IO.Path.ChangeExtension(type.Assembly.Location, ".xml");
        var summary = XDocument.Load(file).Descendants("member").Single(element => element.Attribute("name")!.Value == member).Element("summary")!;
        var words = summary.Nodes().Select(node => node switch
        {
            XElement { Name.LocalName: "see" } see => $"`{see.Attribute("cref")!.Value.Split('.')[^1]}`",
            XElement element => $"`{element.Value}`",
            _ => node.ToString(),
        });
        return SectionSentence().Replace(Spaces().Replace(string.Concat(words), " "), "").Trim().Replace("|", "\\|", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?<=\.\d*[1-9])0+$")]
    private static partial Regex Fraction();

    /// <summary>What a heading says already.</summary>
    [GeneratedRegex(" Configuration section `[A-Za-z]+`\\.")]
    private static partial Regex SectionSentence();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
