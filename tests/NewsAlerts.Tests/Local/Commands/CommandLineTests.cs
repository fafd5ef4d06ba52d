using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Azure;
using NewsAlerts.Local.Commands;
using NewsAlerts.Local.Emulators;
using NewsAlerts.Tests.Local.Given;

namespace NewsAlerts.Tests.Local.Commands;

public sealed class CommandLineTests : IDisposable
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
    public void Every_example_is_a_command_line_that_parses()
    {
        var commandLine = _given.Create();
        var examples = All(commandLine).OfType<NewsAlertsCommand>().SelectMany(command => command.Examples).ToList();

        Assert.True(examples.Count >= 15);
        foreach (var example in examples)
        {
            var command = Regex.Replace(example, @"^.*\| newsalerts ", "");
            Assert.Empty(commandLine.Parse([.. CommandLineParser.SplitCommandLine(command)]).Errors.Select(error => $"{command}: {error.Message}"));
        }
    }

    [Fact]
    public void Every_command_and_option_is_described()
    {
        foreach (var command in All(_given.Create()))
        {
            Assert.False(string.IsNullOrWhiteSpace(command.Description), command.Name);
            Assert.All(command.Options, option => Assert.False(string.IsNullOrWhiteSpace(option.Description), $"{command.Name} {option.Name}"));
            Assert.All(command.Arguments, argument => Assert.False(string.IsNullOrWhiteSpace(argument.Description), $"{command.Name} {argument.Name}"));
        }
    }

    [Theory]
    [InlineData("articls", "articles")]
    [InlineData("articles --dayz 3", "--days")]
    [InlineData("articles --days 0", "--days is '0'; expected a number from 1 to 3660.")]
    [InlineData("articles --days many", "--days is 'many'; expected a number from 1 to 3660.")]
    [InlineData("add -", "--name")]
    [InlineData("add story.txt --name other.txt", "--name is for standard input")]
    [InlineData("digest 42", "'42' is not a digest id; expected one such as")]
    [InlineData("failures --stage nonsense", "nonsense")]
    [InlineData("demo --data somewhere", "leave out --storage and --data")]
    [InlineData("articles --storage nonsense", "--storage is neither a connection string")]
    [InlineData("digests --state lost", "--state is 'lost'; expected one of pending, sending, sent, failed, expired, cancelled.")]
    [InlineData("show", "show")]
    [InlineData("summarize --points 6", "--points is '6'; expected a number from 1 to 5.")]
    [InlineData("summarize --engine magic", "--engine is 'magic'; expected one of embedded, openai, auto.")]
    [InlineData("summarize --output-format xml", "--output-format is 'xml'; expected one of text, json, jsonl.")]
    [InlineData("eval", "eval")]
    public async Task A_command_line_that_is_wrong_does_nothing_says_why_and_ends_with_2(string arguments, string expected)
    {
        Assert.Equal(ExitCodes.Usage, await _given.RunAsync(arguments.Split(' ')));
        Assert.Contains(expected, _given.Error, StringComparison.Ordinal);
        Assert.Contains("--help`", _given.Error, StringComparison.Ordinal);
        Assert.Empty(_given.Out);
    }

    [Theory]
    [InlineData]
    [InlineData("subscriptions")]
    public async Task A_group_of_commands_shows_its_help(params string[] arguments)
    {
        Assert.Equal(ExitCodes.Usage, await _given.RunAsync(arguments));
        Assert.Contains("Usage:", _given.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_running_is_said_with_what_to_start()
    {
        using var given = new GivenCommandLine { Trouble = new CommandException("Nothing is running here. Start `newsalerts run`.") };

        Assert.Equal(ExitCodes.Failed, await given.RunAsync("articles"));
        Assert.Equal("✗ Nothing is running here. Start `newsalerts run`.", given.Error.Trim());
    }

    public static TheoryData<Exception, string> Troubles => new()
    {
        { new RequestFailedException("Connection refused (127.0.0.1:10000)"), "The storage account does not answer." },
        { new AggregateException(new RequestFailedException("Connection refused")), "The storage account does not answer." },
        { new RequestFailedException(403, "no", "AuthorizationFailure", null), "The storage account refuses this user (AuthorizationFailure)." },
        { new RequestFailedException(404, "no", "TableNotFound", null), "The storage account holds no NewsAlerts yet." },
        { new EmulatorException("node is not on the PATH."), "node is not on the PATH." },
        { new InvalidTimeZoneException("odd"), "Something unexpected happened (InvalidTimeZoneException: odd)." },
    };

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Trouble_is_one_sentence_and_no_stack_trace(Exception trouble, string expected)
    {
        using var given = new GivenCommandLine { Trouble = trouble };

        Assert.Equal(ExitCodes.Failed, await given.RunAsync("articles"));
        Assert.StartsWith("✗ " + expected, given.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", given.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbose_tells_the_full_story()
    {
        using var given = new GivenCommandLine { Trouble = new InvalidTimeZoneException("odd") };

        Assert.Equal(ExitCodes.Failed, await given.RunAsync("articles", "--verbose"));
        Assert.Contains("System.InvalidTimeZoneException: odd", given.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _given.Dispose();

    private static IEnumerable<Command> All(IEnumerable<Command> commands) =>
        commands.SelectMany(command => All(command.Subcommands).Prepend(command));
}
