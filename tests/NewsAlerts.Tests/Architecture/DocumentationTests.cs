using System.Text.RegularExpressions;

namespace NewsAlerts.Tests.Architecture;

/// <summary>What the documents list exists, and what exists is listed.</summary>
public sealed partial class DocumentationTests
{
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

    private static IEnumerable<string> FirstColumn(string heading)
    {
        var page = Repository.Read("docs/formats.md");
        var section = page[page.IndexOf(heading, StringComparison.Ordinal)..].Split("\n## ")[0];
        return TableRow().Matches(section).Select(match => match.Groups[1].Value).Distinct();
    }

    [GeneratedRegex(@"^\| `(\w+)`", RegexOptions.Multiline)]
    private static partial Regex TableRow();
}
