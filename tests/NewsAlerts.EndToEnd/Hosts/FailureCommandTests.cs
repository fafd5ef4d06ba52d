using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Sweeping;

namespace NewsAlerts.EndToEnd.Hosts;

/// <summary><c>newsalerts failures</c> as it is run: what it asks, and what doing it twice comes to.</summary>
[Collection(EmulatorFixture.Collection)]
public sealed class FailureCommandTests(EmulatorFixture emulators) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableTheory]
    [InlineData("retry", "Retry all failures, 2 of them?")]
    [InlineData("discard", "Discard all failures, 2 of them?")]
    public async Task Somebody_at_a_terminal_is_asked_first_and_no_changes_nothing(string verb, string question)
    {
        await using var storage = await RejectedAsync("a.txt", "b.txt");
        var before = await StorageSnapshot.TakeAsync(storage);

        await using (var command = TerminalCommand.Start(_folder.Path, [("Storage", storage.Account)], "failures", verb, "--all"))
        {
            await command.SeeAsync(question);
            await command.TypeAsync("n");
            var (exitCode, screen) = await command.EndAsync();
            Assert.True(exitCode == 1, screen);
            Assert.Contains("Nothing was done.", screen, StringComparison.Ordinal);
        }

        Assert.Equal(before, await StorageSnapshot.TakeAsync(storage));

        await using (var command = TerminalCommand.Start(_folder.Path, [("Storage", storage.Account)], "failures", verb, "--all"))
        {
            await command.SeeAsync(question);
            await command.TypeAsync("y");
            var (exitCode, screen) = await command.EndAsync();
            Assert.True(exitCode == 0, screen);
        }

        Assert.Empty(await ListAsync(storage));
    }

    [SkippableTheory]
    [InlineData("retry", "--all", "Retry all failures, 1 of them? Add --yes: there is nobody here to ask. Nothing was done.")]
    [InlineData("discard", "--stage=ingest", "Discard all failures of the stage ingest, 1 of them? Add --yes: there is nobody here to ask. Nothing was done.")]
    public async Task Without_a_terminal_and_without_yes_nothing_is_done(string verb, string which, string expected)
    {
        await using var storage = await RejectedAsync("a.txt");
        var before = await StorageSnapshot.TakeAsync(storage);

        var (exitCode, output, errors) = await RunAsync(storage, verb, which);

        Assert.True(exitCode == 2, output + errors);
        Assert.Contains(expected, errors, StringComparison.Ordinal);
        Assert.Equal(before, await StorageSnapshot.TakeAsync(storage));
    }

    [SkippableTheory]
    [InlineData("retry")]
    [InlineData("discard")]
    public async Task Twice_is_once_and_the_second_time_says_so(string verb)
    {
        await using var storage = await RejectedAsync("a.txt");
        var name = $"ingest/{Assert.Single(await ListAsync(storage)).Key}";

        Assert.Equal(0, (await RunAsync(storage, verb, name)).ExitCode);
        var once = await StorageSnapshot.TakeAsync(storage);
        var second = await RunAsync(storage, verb, name);
        var all = await RunAsync(storage, verb, "--all", "--yes");

        Assert.Equal((1, 0), (second.ExitCode, all.ExitCode));
        Assert.Contains($"No failure '{name}' is listed. `newsalerts failures` shows what is; what was mended or discarded is not.", second.Errors, StringComparison.Ordinal);
        Assert.Contains($"There is nothing to {verb}.", all.Errors, StringComparison.Ordinal);
        Assert.Equal(once, await StorageSnapshot.TakeAsync(storage));
    }

    [SkippableTheory]
    [InlineData("retry")]
    [InlineData("discard")]
    public async Task Where_one_of_several_is_not_known_none_is_touched(string verb)
    {
        await using var storage = await RejectedAsync("a.txt");
        var before = await StorageSnapshot.TakeAsync(storage);

        var (exitCode, _, errors) = await RunAsync(storage, verb, Assert.Single(await ListAsync(storage)).Key, "nobody-has-this");

        Assert.Equal(1, exitCode);
        Assert.Contains("No failure 'nobody-has-this' is listed.", errors, StringComparison.Ordinal);
        Assert.Equal(before, await StorageSnapshot.TakeAsync(storage));
    }

    /// <summary>An installation in which originals were rejected, for being empty.</summary>
    private async Task<TestPipeline> RejectedAsync(params string[] names)
    {
        var storage = await TestPipeline.StartAsync(emulators);
        foreach (var name in names)
        {
            await storage.IngestAsync(await storage.DropAsync(name, " "));
        }

        return storage;
    }

    private static async Task<List<Failure>> ListAsync(TestPipeline storage) =>
        await storage.Get<IFailures>().ListAsync(CancellationToken.None).ToListAsync();

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(TestPipeline storage, params string[] arguments) =>
        Command.RunAsync(_folder.Path, [("Storage", storage.Account)], ["failures", .. arguments]);
}
