using System.Collections.Concurrent;
using System.Text.Json;

namespace NewsAlerts.Infrastructure.Tests.Given;

/// <summary>
/// What a deployment would create: every resource with its names and values worked out, as Bicep predicts it. What only Azure can know, such as an
/// identity's principal, is still an expression in brackets.
/// </summary>
internal sealed class Installation
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<Installation>>> Known = new();

    private Installation(IReadOnlyList<Resource> resources) => Resources = resources;

    public IReadOnlyList<Resource> Resources { get; }

    /// <summary>Everything that can be switched on: mail with a password and an authority of its own, a model in Azure, a private network, operators, alerts, a budget.</summary>
    public static Task<Installation> WithEverythingAsync() => OfAsync("large", new()
    {
        ["NEWSALERTS_ALERT_EMAILS"] = "desk@example.org,night@example.org",
        ["NEWSALERTS_MAIL_AUTHORITY"] = Authority.Pem,
        ["NEWSALERTS_MAIL_FROM"] = "news@example.org",
        ["NEWSALERTS_MAIL_HOST"] = "smtp.example.org",
        ["NEWSALERTS_MAIL_PASSWORD"] = "a-password",
        ["NEWSALERTS_MAIL_USER"] = "news",
        ["NEWSALERTS_MODEL"] =
            """{"provider":"azure","name":"gpt-5.4-mini","version":"2026-03-17","sku":"GlobalStandard","capacity":50,"prices":{"input":"0.75","output":"4.5","dailyBudget":5}}""",
        ["NEWSALERTS_OPERATOR"] = "00000000-0000-0000-0000-000000000009",
    });

    /// <summary>The least: nothing but the profile.</summary>
    public static Task<Installation> SmallAsync() => OfAsync("small", []);

    /// <param name="profile">One of the parameter files.</param>
    /// <param name="environment">What it reads from the environment.</param>
    /// <param name="replacements">Pieces of its text, and what stands there instead.</param>
    public static Task<Installation> OfAsync(string profile, Dictionary<string, string> environment, params (string From, string To)[] replacements)
    {
        var key = string.Join('\n', [profile, .. environment.Select(pair => $"{pair.Key}={pair.Value}"), .. replacements.Select(pair => $"{pair.From}>{pair.To}")]);
        return Known.GetOrAdd(key, _ => new(() => PredictAsync(profile, environment, replacements))).Value;
    }

    public IEnumerable<Resource> Of(string type) => Resources.Where(resource => resource.Type == type);

    public Resource The(string type) => Assert.Single(Of(type));

    public IReadOnlyDictionary<string, string> AppSettings() =>
        The("Microsoft.Web/sites/config").Properties.EnumerateObject().ToDictionary(setting => setting.Name, setting => setting.Value.GetString()!);

    private static async Task<Installation> PredictAsync(string profile, Dictionary<string, string> environment, (string From, string To)[] replacements)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Bicep.Templates, $"{profile}.bicepparam"));
        foreach (var (from, to) in replacements)
        {
            Assert.Contains(from, text, StringComparison.Ordinal);
            text = text.Replace(from, to, StringComparison.Ordinal);
        }

        var name = $"{profile}-{Guid.NewGuid():n}";
        await File.WriteAllTextAsync(Path.Combine(Bicep.Templates, $"{name}.bicepparam"), text);
        var ran = await Bicep.RunAsync(
            [
                "snapshot", $"{name}.bicepparam", "--location", "westeurope", "--deployment-name", "test",
                "--subscription-id", "00000000-0000-0000-0000-000000000001", "--tenant-id", "00000000-0000-0000-0000-000000000002",
            ],
            environment);
        if (ran.ExitCode != 0)
        {
            throw new InvalidOperationException(ran.Errors + ran.Output);
        }

        using var snapshot = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Bicep.Templates, $"{name}.snapshot.json")));
        // A diagnostic says what could not be predicted; the tests would not see it.
        Assert.Equal("[]", snapshot.RootElement.GetProperty("diagnostics").GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal));
        return new Installation([.. snapshot.RootElement.GetProperty("predictedResources").EnumerateArray().Select(resource => new Resource(resource.Clone()))]);
    }
}

internal sealed record Resource(JsonElement Json)
{
    public string Id => Json.GetProperty("id").GetString()!;

    public string Type => Json.GetProperty("type").GetString()!;

    public string Name => Json.GetProperty("name").GetString()!;

    public JsonElement Properties => Json.GetProperty("properties");

    /// <summary>A value by its path, such as <c>properties.networkAcls.bypass</c>; null where there is none.</summary>
    public string? Value(string path)
    {
        var at = Json;
        foreach (var step in path.Split('.'))
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(step, out at))
            {
                return null;
            }
        }

        return at.ValueKind is JsonValueKind.String ? at.GetString() : at.GetRawText();
    }

    public override string ToString() => $"{Type} {Name}";
}
