using System.Text.RegularExpressions;
using NewsAlerts.Local.Commands;
using NewsAlerts.Tests.Local.Given;

namespace NewsAlerts.Tests.Local.Commands;

public sealed class HelpTests : IDisposable
{
    private readonly GivenCommandLine _given = new();

    [Fact]
    public async Task Help_names_every_command_and_shows_examples()
    {
        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("--help"));
        Assert.All(
            ["demo", "run", "add", "watch", "articles", "show", "digests", "digest", "deliveries", "subscriptions", "templates", "webhooks", "failures", "replay", "doctor", "summarize", "verify", "eval", "completion", "--storage", "--version", "Examples:", "newsalerts demo"],
            word => Assert.Contains(word, _given.Out, StringComparison.Ordinal));
        Assert.Empty(_given.Error);
    }

    [Theory]
    [InlineData("digests", "[default: 30d]")]
    [InlineData("summarize", "[default: embedded]")]
    [InlineData("add", "[default: 60]")]
    public async Task Help_shows_a_default_as_it_would_be_typed(string command, string expected)
    {
        Assert.Equal(ExitCodes.Ok, await _given.RunAsync(command, "--help"));
        Assert.Contains(expected, _given.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_of_a_group_has_an_example_of_each_of_its_commands()
    {
        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("deliveries", "--help"));
        Assert.All(["list", "show", "retry"], word => Assert.Contains($"\n  newsalerts deliveries {word}", _given.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_program_alone_shows_its_help()
    {
        Assert.Equal(ExitCodes.Ok, await _given.RunAsync());
        Assert.Contains("Usage:", _given.Out, StringComparison.Ordinal);
        Assert.Empty(_given.Error);
    }

    [Theory]
    [InlineData]
    [InlineData("subscriptions")]
    [InlineData("failures")]
    public async Task A_list_of_commands_has_a_sentence_of_each_and_their_own_help_has_the_rest(params string[] group)
    {
        Assert.Equal(ExitCodes.Ok, await _given.RunAsync([.. group, "--help"]));

        var list = Regex.Match(_given.Out, @"Commands:\n(  .+\n)+").Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..];
        Assert.True(list.Length > 3);
        Assert.All(list, line => Assert.EndsWith(".", line.TrimEnd(), StringComparison.Ordinal));
        Assert.All(list, line => Assert.DoesNotContain(". ", line.TrimEnd(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_help_of_a_command_says_all_of_it()
    {
        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("replay", "--help"));
        Assert.Contains("Condense articles anew, after the summariser got better. A summary that comes out otherwise", _given.Out, StringComparison.Ordinal);
        Assert.Contains("Articles that came before this time: a day (UTC), its end included, such as 2026-11-01, or a time such as 2026-11-01T06:00:00Z. Default: now.", _given.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("demo")]
    [InlineData("summarize")]
    [InlineData("verify")]
    [InlineData("eval")]
    public async Task Where_there_is_no_storage_none_can_be_named(string command)
    {
        Assert.Equal(ExitCodes.Ok, await _given.RunAsync(command, "--help"));
        Assert.DoesNotContain("--storage", _given.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("--data", _given.Out, StringComparison.Ordinal);
        Assert.Contains("--verbose", _given.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_keeps_what_is_not_named_so_its_help_has_no_defaults()
    {
        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("subscriptions", "edit", "--help"));
        var own = Regex.Replace(_given.Out, @"^ +--(storage|data) .*$", "", RegexOptions.Multiline);
        Assert.DoesNotMatch(@"(?i)default:", own);

        using var add = new GivenCommandLine();
        Assert.Equal(ExitCodes.Ok, await add.RunAsync("subscriptions", "add", "--help"));
        Assert.All(
            ["Default: daily 07:30, and none with --alerts.", "Default: 10.", "[default: roundup]", "Default: all.", "Default: this machine's."],
            text => Assert.Contains(text, add.Out, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("templates", "show-default <TEMPLATE>")]
    [InlineData("subscriptions rotate-secret", "How long the old secret signs along, such as 30m, 24h or 7d; 0s where it has leaked.")]
    public async Task Help_says_it_plainly(string command, string expected)
    {
        Assert.Equal(ExitCodes.Ok, await _given.RunAsync([.. command.Split(' '), "--help"]));
        Assert.Contains(expected, _given.Out, StringComparison.Ordinal);
    }

    public void Dispose() => _given.Dispose();
}
