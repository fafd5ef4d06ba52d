using NewsAlerts.Infrastructure.Tests.Given;

namespace NewsAlerts.Infrastructure.Tests;

/// <summary>Both scripts, each in its own shell, with an <c>az</c> that answers from a file and writes down what it was asked.</summary>
public sealed class SubscribeScriptTests : IDisposable
{
    private const string Group = "AZURE_RESOURCE_GROUP";

    private readonly string _folder = Directory.CreateTempSubdirectory("newsalerts-scripts-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<string> Shells => ["sh", "ps1"];

    [SkippableTheory]
    [MemberData(nameof(Shells))]
    public async Task Events_are_connected_when_the_app_has_its_key_and_the_key_is_never_read(string shell)
    {
        var ran = await RunAsync(shell, keys: ["null", "null", "string"], deployments: [1, 0]);

        Assert.Equal((0, "New articles in news are told to app."), (ran.ExitCode, ran.Output.Trim()));
        var asked = Asked();
        Assert.Equal(3, asked.Count(line => line.StartsWith("functionapp keys list -g group -n app", StringComparison.Ordinal)));
        Assert.All(asked.Take(3), line => Assert.Contains("--query type(systemKeys.blobs_extension)", line, StringComparison.Ordinal));
        Assert.Equal(2, asked.Count(line => line.StartsWith("deployment group create -g group", StringComparison.Ordinal)));
        Assert.Contains("event-subscription.bicep -p appName=app storageName=news topicName=topic", asked[^1], StringComparison.Ordinal);
    }

    [SkippableTheory]
    [MemberData(nameof(Shells))]
    public async Task An_app_that_does_not_start_is_an_error_that_says_what_may_be_wrong(string shell)
    {
        var ran = await RunAsync(shell, keys: ["null"], deployments: [], wait: 0);

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("app has no key blobs_extension yet: it has not started, or IngestArticleFromEvent is not in what was published.", ran.Errors, StringComparison.Ordinal);
        Assert.Contains("The start of app: not within 0 seconds.", ran.Errors, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [MemberData(nameof(Shells))]
    public async Task What_Azure_says_against_the_subscription_is_shown(string shell)
    {
        var ran = await RunAsync(shell, keys: ["string"], deployments: [1], wait: 0);

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("the endpoint did not answer", ran.Errors, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [MemberData(nameof(Shells))]
    public async Task A_value_that_is_missing_is_named(string shell)
    {
        var ran = await RunAsync(shell, keys: [], deployments: [], without: Group);

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains($"{Group} is not set", ran.Errors, StringComparison.Ordinal);
        Assert.Empty(Asked());
    }

    private string[] Asked() => File.Exists(Path.Combine(_folder, "asked")) ? File.ReadAllLines(Path.Combine(_folder, "asked")) : [];

    private async Task<Ran> RunAsync(string shell, string[] keys, int[] deployments, int wait = 60, string? without = null)
    {
        Skip.If(OperatingSystem.IsWindows(), "The stand-in for az is a shell script.");
        await File.WriteAllLinesAsync(Path.Combine(_folder, "keys"), keys);
        await File.WriteAllLinesAsync(Path.Combine(_folder, "deployments"), deployments.Select(code => $"{code}"));
        var az = Path.Combine(_folder, "az");
        await File.WriteAllTextAsync(az, """
            #!/usr/bin/env bash
            cd "$(dirname "$0")"
            echo "$*" >>asked
            next() { head -n 1 "$1"; sed -i.bak 1d "$1"; }
            case $1 in
              functionapp) next keys ;;
              *) code=$(next deployments); [[ $code == 0 ]] || { echo 'the endpoint did not answer' >&2; exit "$code"; } ;;
            esac
            """);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(az, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var environment = new Dictionary<string, string>
        {
            [Group] = "group",
            ["NEWSALERTS_APP"] = "app",
            ["NEWSALERTS_STORAGE"] = "news",
            ["NEWSALERTS_TOPIC"] = "topic",
            ["NEWSALERTS_WAIT"] = $"{wait}",
            ["NEWSALERTS_EVERY"] = "0",
            ["PATH"] = $"{_folder}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}",
            ["POWERSHELL_TELEMETRY_OPTOUT"] = "1",
            ["POWERSHELL_UPDATECHECK"] = "Off",
        };
        if (without is not null)
        {
            environment[without] = "";
        }

        var script = Repository.PathOf($"infra/scripts/subscribe-events.{shell}");
        return shell == "sh"
            ? await Command.RunAsync("bash", [script], environment, _folder)
            : await Command.RunAsync("dotnet", [Bicep.Tool("PowerShell"), "-NoProfile", "-NonInteractive", "-File", script], environment, _folder);
    }
}
