using NewsAlerts.Local.Commands;
using NewsAlerts.Tests.Local.Given;

namespace NewsAlerts.Tests.Local.Commands;

public sealed class CompletionCommandTests
{
    [Theory]
    [InlineData("bash", "complete -o default -F _newsalerts newsalerts")]
    [InlineData("zsh", "#compdef newsalerts")]
    [InlineData("fish", "complete --command newsalerts")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName newsalerts")]
    public async Task Each_shell_has_a_script(string shell, string expected)
    {
        using var given = new GivenCommandLine();

        Assert.Equal(ExitCodes.Ok, await given.RunAsync("completion", shell));
        Assert.Contains(expected, given.Out, StringComparison.Ordinal);
        Assert.Contains($"newsalerts completion {shell}", given.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("articles --", true)]
    [InlineData("summarize --", false)]
    [InlineData("completion bash --", false)]
    public async Task A_shell_is_told_of_an_option_where_the_commands_help_has_it(string line, bool takesStorage)
    {
        using var given = new GivenCommandLine();

        Assert.Equal(ExitCodes.Ok, await given.RunAsync($"[suggest:{line.Length}]", line));

        var suggested = given.Out.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("--verbose", suggested);
        Assert.Equal(takesStorage, suggested.Contains("--storage"));
        Assert.Equal(takesStorage, suggested.Contains("--data"));
    }
}
