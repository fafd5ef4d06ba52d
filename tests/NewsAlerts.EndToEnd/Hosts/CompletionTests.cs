using System.Diagnostics;
using NewsAlerts.EndToEnd.Given;

namespace NewsAlerts.EndToEnd.Hosts;

/// <summary>What a shell gets when somebody presses Tab: bash itself, with our script, on the built command.</summary>
public sealed class CompletionTests : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "NewsAlerts.Local.dll");
    private readonly TemporaryFolder _folder = new();

    [SkippableTheory]
    [InlineData("newsalerts wat", "watch")]
    [InlineData("newsalerts subscriptions s", "send-now show")]
    [InlineData("newsalerts watch --e", "--every --existing")]
    [InlineData("newsalerts --verbose summarize --engine e", "embedded")]
    [InlineData("newsalerts summarize story.html --output-format json", "json jsonl")]
    [InlineData("newsalerts completion ", "bash fish pwsh zsh")]
    [InlineData("newsalerts add sto", "")] // Files: bash's own to complete.
    [InlineData("newsalerts nonsense --nons", "")]
    public async Task Bash_completes(string line, string expected)
    {
        Skip.IfNot(File.Exists("/bin/bash"), "There is no bash here.");
        var script = Path.Combine(_folder.Path, "completion.bash");
        await File.WriteAllTextAsync(script, (await Command.RunAsync(_folder.Path, [], "completion", "bash")).Output);

        var words = string.Join(' ', line.Split(' ').Select(word => $"'{word}'"));
        var output = await BashAsync($"""
            newsalerts() {"{"} dotnet '{Program}' "$@"; {"}"}
            source {script}
            COMP_LINE='{line}'; COMP_POINT={line.Length}; COMP_WORDS=({words}); COMP_CWORD={line.Split(' ').Length - 1}
            _newsalerts
            printf '%s\n' "$(printf '%s\n' "${"{COMPREPLY[@]}"}" | sort | xargs)"
            """);

        Assert.Equal(expected, output.Trim());
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<string> BashAsync(string script)
    {
        var start = new ProcessStartInfo("/bin/bash", ["--norc", "-c", script]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var bash = Process.Start(start)!;
        var (output, errors) = (bash.StandardOutput.ReadToEndAsync(), bash.StandardError.ReadToEndAsync());
        await bash.WaitForExitAsync();
        Assert.Equal("", await errors);
        return await output;
    }
}
