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
