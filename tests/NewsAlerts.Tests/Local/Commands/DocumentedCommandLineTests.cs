using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using NewsAlerts.Tests.Local.Given;

namespace NewsAlerts.Tests.Local.Commands;

/// <summary>What README and the documents tell people to type is understood.</summary>
public sealed partial class DocumentedCommandLineTests : IDisposable
{
    private readonly GivenCommandLine _given = new();

    public static IEnumerable<object[]> CommandLines => Lines(page => ShellBlock().Matches(page).SelectMany(block => block.Groups[1].Value.Split('\n')));

    public static IEnumerable<object[]> Mentions => Lines(page => BackQuoted().Matches(page).Select(match => match.Groups[1].Value));

    [Theory]
    [MemberData(nameof(CommandLines))]
    public void A_documented_command_line_parses(string page, string line) =>
        Assert.Empty(Parse(line).Errors.Select(error => $"{page}: {line}: {error.Message}"));

    [Theory]
    [MemberData(nameof(Mentions))]
    public void A_command_that_a_document_mentions_exists_with_its_options(string page, string line)
    {
        var result = Parse(line);

        Assert.True(result.CommandResult.Command is not RootCommand && result.UnmatchedTokens.Count == 0, $"{page}: {line}");
    }

    [Fact]
    public void Documents_show_command_lines() => Assert.True(CommandLines.Count() >= 20);

    public void Dispose() => _given.Dispose();

    // Its splitter knows double quotes only.
    private ParseResult Parse(string line) => _given.Create().Parse([.. CommandLineParser.SplitCommandLine(line.Replace('\'', '"'))]);

    /// <summary>What follows <c>newsalerts</c> in each of the lines that a page shows. An ellipsis in it stands for what is left to the reader.</summary>
    private static IEnumerable<object[]> Lines(Func<string, IEnumerable<string>> shown) =>
        from page in Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories).Append(Repository.PathOf("README.md")).Order(StringComparer.Ordinal)
        from line in shown(File.ReadAllText(page)).Select(line => Invocation().Match(Comment().Replace(line, "")).Groups[1].Value.Trim()).Distinct()
        where line.Length > 0 && !line.Contains(" …", StringComparison.Ordinal)
        select new object[] { Path.GetRelativePath(Repository.Root, page), line };

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex ShellBlock();

    [GeneratedRegex(@"\s+#\s.*$")]
    private static partial Regex Comment();

    [GeneratedRegex("`(newsalerts [^`\n]+)`")]
    private static partial Regex BackQuoted();

    [GeneratedRegex(@"(?:^|[|&] *)(?:newsalerts|dotnet run --project src/NewsAlerts\.Local --) ([^>]+)")]
    private static partial Regex Invocation();
}
