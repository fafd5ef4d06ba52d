using System.Text.Json;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Summarizing;
using NewsAlerts.Tests.Adapters.OpenAI;

namespace NewsAlerts.EndToEnd.Hosts;

/// <summary><c>newsalerts doctor --model</c> on a server that speaks the API, well and ill.</summary>
[Collection(EmulatorFixture.Collection)]
public sealed class ModelDoctorTests(EmulatorFixture emulators) : IDisposable
{
    private const string Key = "sk-pl4nt3d";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task A_model_that_answers_is_well_and_what_it_cost_is_counted()
    {
        await using var model = (await ModelServer.StartAsync()).SaysTheFirstSentence();
        await using var storage = await TestPipeline.StartAsync(emulators);

        var (exitCode, output, errors) = await RunAsync(storage, model.Address, "doctor", "--model");

        Assert.True(exitCode == 0, output + errors);
        Assert.Contains($"✓ model           test-model at {model.Address}, with a key; today ", output, StringComparison.Ordinal);
        Assert.Contains("✓ model           summarised three sentences: ", output, StringComparison.Ordinal);
        Assert.Contains("✓ All is well.", errors, StringComparison.Ordinal);
        Assert.Equal($"Bearer {Key}", Assert.Single(model.Requests).Headers.Authorization);
        Assert.Equal(1, await storage.CountRowsAsync(Tables.Spend));
        Assert.DoesNotContain(Key, output + errors, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Without_being_told_to_it_asks_the_model_nothing()
    {
        await using var model = await ModelServer.StartAsync();
        await using var storage = await TestPipeline.StartAsync(emulators);

        var (exitCode, output, errors) = await RunAsync(storage, model.Address, "doctor", "--json");

        Assert.True(exitCode == 0, output + errors);
        Assert.Equal([("ok", $"test-model at {model.Address}, with a key; today 0 of 5,000,000 tokens", null)], Models(output));
        Assert.Empty(model.Requests);
    }

    [SkippableTheory]
    [InlineData("denies", "it did not accept the key or the identity", "Check OpenAI__ApiKey;")]
    [InlineData("knows no such model", "there is no such model at its address", "Check OpenAI__Model, with Azure its deployment's name,")]
    [InlineData("wants money", "its account has no credit left", "Add credit to the account that the key belongs to.")]
    [InlineData("is busy", "it was too busy", "Raise the account's quota of requests and tokens a minute,")]
    [InlineData("hangs", "it did not answer in time", "OpenAI__Timeout sets how long a request may take,")]
    [InlineData("is away", "it could not be reached", "Check OpenAI__Endpoint, and that this machine may connect to it.")]
    public async Task What_is_wrong_with_a_model_is_told_apart_with_a_remedy_each(string how, string seen, string remedy)
    {
        await using var model = await ModelServer.StartAsync();
        _ = how switch
        {
            "denies" => model.Fails(401, "invalid_api_key"),
            "knows no such model" => model.Fails(404, "model_not_found"),
            "wants money" => model.Fails(429, "insufficient_quota"),
            "is busy" => model.Fails(429, "rate_limit_exceeded"),
            "hangs" => model.Hangs(),
            _ => model,
        };
        await using var storage = await TestPipeline.StartAsync(emulators);

        // Port 9 is given to discarding what comes (RFC 863), and nobody does that any more.
        var (exitCode, output, errors) = await RunAsync(storage, how == "is away" ? "http://127.0.0.1:9" : model.Address, "doctor", "--model", "--json");

        Assert.True(exitCode == 1, output + errors);
        Assert.Equal("problem", JsonDocument.Parse(output).RootElement.GetProperty("verdict").GetString());
        var found = Models(output);
        Assert.Equal(["ok", "problem"], found.Select(one => one.Verdict));
        Assert.Equal($"made no summary of three sentences: {seen}", found[1].Seen);
        Assert.Contains(remedy, found[1].Remedy, StringComparison.Ordinal);
        Assert.EndsWith("Meanwhile the embedded summariser does it.", found[1].Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, output + errors, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_day_s_budget_that_is_used_up_is_a_warning_and_asks_nobody()
    {
        await using var model = (await ModelServer.StartAsync()).SaysTheFirstSentence();
        await using var storage = await TestPipeline.StartAsync(emulators);
        var today = DateOnly.FromDateTime(storage.Time.GetUtcNow().UtcDateTime);
        Assert.True(await storage.Get<IModelSpend>().TryReserveAsync(today, new ModelCost(4_999_000, 0), new ModelCost(5_000_000, 0), CancellationToken.None));

        var (exitCode, output, errors) = await RunAsync(storage, model.Address, "doctor", "--model");

        Assert.True(exitCode == 0, output + errors);
        Assert.Contains("! model           test-model at", output, StringComparison.Ordinal);
        Assert.Contains("today 4,999,000 of 5,000,000 tokens", output, StringComparison.Ordinal);
        Assert.Contains("! model           was not asked: its budget for the day is used up  Once it is used up, the embedded summariser does it", output, StringComparison.Ordinal);
        Assert.Contains("! 2 warnings.", errors, StringComparison.Ordinal);
        Assert.Empty(model.Requests);
    }

    private static List<(string? Verdict, string? Seen, string? Remedy)> Models(string output) =>
    [
        .. from check in JsonDocument.Parse(output).RootElement.GetProperty("checks").EnumerateArray()
           where check.GetProperty("check").GetString() == "model"
           select (check.GetProperty("verdict").GetString(), check.GetProperty("seen").GetString(), check.TryGetProperty("remedy", out var remedy) ? remedy.GetString() : null),
    ];

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(TestPipeline storage, string model, params string[] arguments) => Command.RunAsync(
        _folder.Path,
        [
            ("Storage", storage.Account), ("OpenAI__Endpoint", $"{model}/v1"), ("OpenAI__Model", "test-model"), ("OpenAI__ApiKey", Key),
            ("OpenAI__Timeout", "00:00:02"), ("OpenAI__Retries", "0"),
        ],
        arguments);
}
