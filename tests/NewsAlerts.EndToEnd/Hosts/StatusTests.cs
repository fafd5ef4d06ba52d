using System.Text.Json;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Summarizing;

namespace NewsAlerts.EndToEnd.Hosts;

[Collection(EmulatorFixture.Collection)]
public sealed class StatusTests(EmulatorFixture emulators) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task Status_tells_of_a_real_account_what_waits_what_came_and_what_the_model_took()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        await pipeline.DropAsync("a.txt", Texts.Article(1));
        await pipeline.DropAsync("b.pdf", "%PDF-1.7\n\0");
        await pipeline.DrainAsync();
        await pipeline.DropAsync("waiting.txt", Texts.Article(2));
        var today = DateOnly.FromDateTime(pipeline.Time.GetUtcNow().UtcDateTime);
        Assert.True(await pipeline.Get<IModelSpend>().TryReserveAsync(today, new ModelCost(120, 3_000), new ModelCost(1_000, 10_000), CancellationToken.None));

        var (exitCode, output, errors) = await Command.RunAsync(_folder.Path, [("Storage", pipeline.Account)], "status", "--json");

        Assert.True(exitCode == 0, errors);
        var status = JsonDocument.Parse(output).RootElement;
        var ingest = status.GetProperty("stages")[0];
        Assert.Equal(("ingest", 1, 1), (ingest.GetProperty("stage").GetString(), ingest.GetProperty("inFlight").GetInt32(), ingest.GetProperty("failures").GetInt32()));
        Assert.Equal(1, status.GetProperty("articles").GetProperty("lastHour").GetInt32());
        Assert.Equal(["failures wait for you"], status.GetProperty("concerns").EnumerateArray().Select(concern => concern.GetString()));
        Assert.Equal((120, 0.003m), (status.GetProperty("spent").GetProperty("tokens").GetInt64(), status.GetProperty("spent").GetProperty("money").GetDecimal()));
    }

    [SkippableFact]
    public async Task Status_of_an_account_without_an_installation_says_what_to_do()
    {
        var (exitCode, _, errors) = await Command.RunAsync(_folder.Path, [("Storage", emulators.NewAccount())], "status");

        Assert.Equal(1, exitCode);
        Assert.Contains("The storage account holds no NewsAlerts yet.", errors, StringComparison.Ordinal);
    }
}
