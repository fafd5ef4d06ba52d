using System.Runtime.Versioning;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Local.Emulators;

namespace NewsAlerts.EndToEnd.Emulators;

/// <summary>With scripts in place of node and npm: the real ones install in the other tests.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class EmulatorInstallationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _deadline = new(TimeSpan.FromMinutes(1), TimeProvider.System);

    public void Dispose()
    {
        _deadline.Dispose();
        _folder.Dispose();
    }

    [SkippableFact]
    public async Task Two_that_install_at_once_install_once()
    {
        await GivenAsync(node: "echo v22.1.0", npm: "echo run >> ../../npm.log; sleep 0.5; mkdir node_modules");

        var folders = await Task.WhenAll(InstallAsync(), InstallAsync());

        Assert.Equal(folders[0], folders[1]);
        Assert.True(Directory.Exists(Path.Combine(folders[0], "node_modules")));
        Assert.Single(await File.ReadAllLinesAsync(Path.Combine(_folder.Path, "npm.log"), _deadline.Token));
    }

    [SkippableFact]
    public async Task What_npm_says_when_it_fails_is_passed_on_and_the_next_one_starts_anew()
    {
        await GivenAsync(node: "echo v22.1.0", npm: "mkdir node_modules; echo 'npm error code ENOTFOUND' >&2; exit 1");
        var failed = await Assert.ThrowsAsync<EmulatorException>(InstallAsync);
        Assert.Contains("ENOTFOUND", failed.Message, StringComparison.Ordinal);
        Assert.Contains("npm ping", failed.Message, StringComparison.Ordinal);

        await GivenAsync(node: "echo v22.1.0", npm: "mkdir node_modules");
        var folder = await InstallAsync();

        Assert.Equal([folder], Directory.GetDirectories(Path.Combine(_folder.Path, "emulators")));
    }

    [SkippableFact]
    public async Task An_npm_that_never_ends_is_stopped()
    {
        await GivenAsync(node: "echo v22.1.0", npm: "sleep 600");

        var failed = await Assert.ThrowsAsync<EmulatorException>(() => InstallAsync(TimeSpan.FromSeconds(1)));

        Assert.Contains("within 00:00:01", failed.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task An_old_node_is_explained()
    {
        await GivenAsync(node: "echo v18.20.4", npm: "exit 1");

        var explained = await Assert.ThrowsAsync<EmulatorException>(InstallAsync);

        Assert.Contains("is version 18.20.4, too old", explained.Message, StringComparison.Ordinal);
        Assert.Contains("20.6.0", explained.Message, StringComparison.Ordinal);
    }

    private async Task GivenAsync(string node, string npm)
    {
        Skip.If(OperatingSystem.IsWindows(), "The stand-ins for node and npm are shell scripts.");
        foreach (var (name, script) in new[] { ("node", node), ("npm", npm) })
        {
            var path = Path.Combine(_folder.Path, name);
            await File.WriteAllTextAsync(path, "#!/bin/sh\n" + script + "\n", _deadline.Token);
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private Task<string> InstallAsync() => InstallAsync(TimeSpan.FromSeconds(30));

    private async Task<string> InstallAsync(TimeSpan timeout)
    {
        var options = TestEmulators.On(_folder.Path) with
        {
            InstallFolder = Path.Combine(_folder.Path, "emulators"),
            SearchPath = _folder.Path,
            InstallTimeout = timeout,
        };
        var tools = await NodeTools.FindAsync(options.SearchPath, _deadline.Token);
        return await new EmulatorPackages(options, TimeProvider.System).EnsureAsync(tools, progress: null, _deadline.Token);
    }
}
