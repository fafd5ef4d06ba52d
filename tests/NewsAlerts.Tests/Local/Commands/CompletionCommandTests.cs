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
}
