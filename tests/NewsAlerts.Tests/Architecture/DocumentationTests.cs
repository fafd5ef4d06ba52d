using System.Reflection;
using System.Text.RegularExpressions;
using NewsAlerts.Adapters;
using NewsAlerts.Local.Hosting;
using NewsAlerts.Web.Readers;

namespace NewsAlerts.Tests.Architecture;

/// <summary>What the documents list exists, and what exists is listed.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public void Every_option_is_in_the_configuration_table_and_the_other_way_round()
    {
        var documented = OptionKey().Matches(Repository.Read("README.md")).Select(match => match.Groups[1].Value);

        Assert.Equal(OptionKeys().Order(), documented.Distinct().Order());
    }

    [Fact]
    public void Every_queue_is_in_the_formats_page_and_the_other_way_round() =>
        Assert.Equal(Queues.All.Order(), FirstColumn("## Messages").Order());

    [Fact]
    public void Every_table_is_in_the_formats_page_and_the_other_way_round() =>
        Assert.Equal(Tables.All.Order(), FirstColumn("## Tables").Order());

    [Fact]
    public void Every_container_is_named_in_the_formats_page()
    {
        var page = Repository.Read("docs/formats.md");

        Assert.All(Containers.All, container => Assert.Matches($@"`{container}[`/]", page));
    }

    /// <summary><c>Section__Property</c> for every options type of the core, the adapters, the web and the local host; a list by its first element.</summary>
    private static IEnumerable<string> OptionKeys() =>
        from assembly in new[] { typeof(Queues).Assembly, typeof(AdapterServices).Assembly, typeof(WebOptions).Assembly, typeof(LocalHostOptions).Assembly }
        from type in assembly.GetTypes()
        where type.Name.EndsWith("Options", StringComparison.Ordinal) && type.GetField("Section") is not null
        let section = (string)type.GetField("Section")!.GetRawConstantValue()!
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.CanWrite
        select $"{section}__{property.Name}{(typeof(System.Collections.IList).IsAssignableFrom(property.PropertyType) || property.PropertyType.Name.StartsWith("IList", StringComparison.Ordinal) ? "__0" : "")}";

    private static IEnumerable<string> FirstColumn(string heading)
    {
        var page = Repository.Read("docs/formats.md");
        var section = page[page.IndexOf(heading, StringComparison.Ordinal)..].Split("\n## ")[0];
        return TableRow().Matches(section).Select(match => match.Groups[1].Value).Distinct();
    }

    [GeneratedRegex(@"`((?!Storage)[A-Z]\w+__\w+)`")]
    private static partial Regex OptionKey();

    [GeneratedRegex(@"^\| `(\w+)`", RegexOptions.Multiline)]
    private static partial Regex TableRow();
}
