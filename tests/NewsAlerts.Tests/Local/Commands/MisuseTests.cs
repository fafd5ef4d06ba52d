using NewsAlerts.Local.Commands;
using NewsAlerts.Tests.Local.Given;

namespace NewsAlerts.Tests.Local.Commands;

public sealed class MisuseTests : IDisposable
{
    private readonly GivenCommandLine _given = new();

    [Theory]
    [InlineData("articles --dayz 3", "✗ There is no option --dayz. Is --days meant?\nSee")]
    [InlineData("articles --qqq", "✗ There is no option --qqq.\nSee")]
    [InlineData("articles x y", "✗ 'x' is one word too many.\n✗ 'y' is one word too many.\nSee")]
    [InlineData("--verbos", "✗ There is no option --verbos. Is --verbose meant?\nSee `newsalerts --help`.")]
    [InlineData("articles --days 0", "--days is '0'; expected a number from 1 to 3660.")]
    [InlineData("articles --days many", "--days is 'many'; expected a number from 1 to 3660.")]
    [InlineData("add -", "--name")]
    [InlineData("add story.txt --name other.txt", "--name is for standard input")]
    [InlineData("digest 42", "'42' is not a digest id; expected one such as")]
    [InlineData("failures --stage nonsense", "nonsense")]
    [InlineData("demo --data somewhere", "leave out --storage and --data")]
    [InlineData("articles --storage nonsense", "--storage is neither a connection string")]
    [InlineData("digests --state lost", "--state is 'lost'; expected one of pending, sending, sent, failed, expired, cancelled.")]
    [InlineData("show", "✗ ARTICLE is missing; expected an article's id, or the beginning of one.\nSee")]
    [InlineData("digest", "✗ DIGEST is missing; expected")]
    [InlineData("add", "✗ PATH is missing; expected files, folders (with all below them), or - for standard input.\nSee")]
    [InlineData("completion", "✗ SHELL is missing; expected one of bash, zsh, fish, pwsh.\nSee")]
    [InlineData("rules test", "✗ RULE is missing; expected")]
    [InlineData("articles --days", "✗ --days has no value; expected --days N.\nSee")]
    [InlineData("articles --days 1 --days 2", "✗ --days is given 2 times; expected once.\nSee")]
    [InlineData("subscriptions add --email a@example.org", "✗ --name is missing; expected --name NAME: what it is called; the digest's title.\nSee")]
    [InlineData("failures retry --stage", "✗ --stage has no value; expected --stage STAGE.")]
    [InlineData("failures --stage nowhere", "✗ --stage is 'nowhere'; expected one of ingest, summarize, ")]
    [InlineData("templates show-default nothing", "✗ TEMPLATE is 'nothing'; expected one of")]
    [InlineData("--storage", "✗ --storage has no value; expected --storage")]
    [InlineData("summarize --points 6", "--points is '6'; expected a number from 1 to 5.")]
    [InlineData("summarize --engine magic", "--engine is 'magic'; expected one of embedded, openai, auto.")]
    [InlineData("summarize --output-format xml", "--output-format is 'xml'; expected one of text, json, jsonl.")]
    [InlineData("eval", "✗ DATA is missing; expected JSON lines with `text`")]
    public async Task A_command_line_that_is_wrong_does_nothing_says_why_and_ends_with_2(string arguments, string expected)
    {
        Assert.Equal(ExitCodes.Usage, await _given.RunAsync(arguments.Split(' ')));
        Assert.Contains(expected, _given.Error, StringComparison.Ordinal);
        Assert.Contains("--help`", _given.Error, StringComparison.Ordinal);
        Assert.Empty(_given.Out);
    }

    [Theory]
    [InlineData("shwo", "✗ There is no command 'shwo'. Is show meant?")]
    [InlineData("articls --days 3", "✗ There is no command 'articls'. Is articles meant?")]
    [InlineData("frobnicate", "✗ There is no command 'frobnicate'. See `newsalerts --help`.")]
    [InlineData("ad", "✗ There is no command 'ad'. See `newsalerts --help`.")]
    [InlineData("subscriptions edti Morning", "✗ There is no command 'subscriptions edti'. Is subscriptions edit meant?")]
    [InlineData("failures frobnicate", "✗ There is no command 'failures frobnicate'. See `newsalerts failures --help`.")]
    public async Task A_command_that_there_is_not_takes_one_line(string arguments, string expected)
    {
        Assert.Equal(ExitCodes.Usage, await _given.RunAsync(arguments.Split(' ')));
        Assert.Equal(expected, _given.Error.Trim());
        Assert.Empty(_given.Out);
    }

    [Fact]
    public async Task A_group_of_commands_shows_its_help_and_does_nothing()
    {
        Assert.Equal(ExitCodes.Usage, await _given.RunAsync("subscriptions"));
        Assert.Contains("Usage:", _given.Error, StringComparison.Ordinal);
        Assert.Empty(_given.Out);
    }

    public void Dispose() => _given.Dispose();
}
