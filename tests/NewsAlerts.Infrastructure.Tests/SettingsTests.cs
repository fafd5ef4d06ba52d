using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsAlerts.Adapters;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Infrastructure.Tests.Given;
using NewsAlerts.Web.Readers;

namespace NewsAlerts.Infrastructure.Tests;

/// <summary>The app's settings: what the code reads, what infra/ sets, what the documents say.</summary>
public sealed partial class SettingsTests
{
    private const string Page = "docs/app-settings.md";

    /// <summary>What the platform reads, not the code's options: docs/functions.md and Azure's own documentation of these.</summary>
    private static readonly Dictionary<string, string> ThePlatforms = new()
    {
        ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] = "the Functions host, and what exports telemetry: sign in by identity",
        ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = "the Functions host, and what exports telemetry: where to",
        ["AzureWebJobsStorage__blobServiceUri"] = "the Functions host: its package, locks and keys",
        ["AzureWebJobsStorage__clientId"] = "the Functions host: which identity",
        ["AzureWebJobsStorage__credential"] = "the Functions host: by identity",
        ["AzureWebJobsStorage__queueServiceUri"] = "the Functions host: the blob trigger's own queue",
        ["AzureWebJobsStorage__tableServiceUri"] = "the Functions host: its events",
        ["AzureWebJobs_IngestArticle_Disabled"] = "the Functions host: docs/decisions/0004-twin-triggers.md",
        ["Storage__credential"] = "the triggers: by identity",
    };

    private static readonly string[] ThatLeadToStorage =
        [.. new[] { "blobServiceUri", "queueServiceUri", "tableServiceUri", "clientId" }.Select(part => $"{StorageClients.ConnectionName}__{part}")];

    [SkippableFact]
    public async Task Each_setting_that_infra_sets_is_read_by_something()
    {
        var set = (await Installation.WithEverythingAsync()).AppSettings().Keys.Concat((await WithAKeyAsync()).AppSettings().Keys);

        Assert.Empty(set.Distinct().Except([.. Read(), .. ThePlatforms.Keys, .. ThatLeadToStorage]));
    }

    [SkippableFact]
    public async Task Each_setting_that_the_code_reads_is_set_or_documented_with_its_default()
    {
        var set = (await Installation.WithEverythingAsync()).AppSettings().Keys;
        var documented = Documented().Matches(string.Concat(
            Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md").Where(page => !page.EndsWith("app-settings.md", StringComparison.Ordinal))
                .Append(Repository.PathOf("README.md")).Select(File.ReadAllText))).Select(match => match.Groups[1].Value);

        Assert.Empty(Read().Except(set).Except(documented));
    }

    [SkippableFact]
    public async Task The_app_starts_with_what_infra_sets()
    {
        var settings = (await Installation.WithEverythingAsync()).AppSettings()
            // What only Azure knows is an expression here; an address of the same shape stands for it.
            .ToDictionary(pair => pair.Key.Replace("__", ":", StringComparison.Ordinal), pair => pair.Value.StartsWith('[') ? Stand(pair.Key) : (string?)pair.Value);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        await using var services = new ServiceCollection()
            .AddLogging().AddSingleton<IConfiguration>(configuration)
            .AddNewsAlerts(configuration).AddNewsAlertsAdapters(configuration).AddReaderPages()
            .BuildServiceProvider();

        services.GetRequiredService<IStartupValidator>().Validate();
        Assert.NotNull(services.GetRequiredService<StorageClients>());
    }

    [SkippableFact]
    public async Task The_page_of_app_settings_is_the_code_and_infra_side_by_side()
    {
        var (everything, withAKey, small) = (await Installation.WithEverythingAsync(), await WithAKeyAsync(), await Installation.SmallAsync());
        var page = new StringBuilder("""
            # App settings in Azure

            What the code reads, and what `infra/` sets, side by side; written by the tests (`NEWSALERTS_APPROVE=1 dotnet test tests/NewsAlerts.Infrastructure.Tests`),
            which also hold that nothing is set that nothing reads. What is not set has the default that [README](../README.md#configuration) gives, and can be set by
            the parameter `settings`.

            | setting | read by | set by infra/ |
            |---|---|---|

            """);
        foreach (var setting in Read().Concat(ThePlatforms.Keys).Concat(ThatLeadToStorage).Order(StringComparer.OrdinalIgnoreCase))
        {
            var set = small.AppSettings().ContainsKey(setting) ? "always"
                : everything.AppSettings().ContainsKey(setting) ? setting.StartsWith("Email__", StringComparison.Ordinal) ? "with `mail`" : "with `model`"
                : withAKey.AppSettings().ContainsKey(setting) ? "with a `model` of the kind `openai`"
                : "";
            page.Append(Invariant, $"| `{setting}` | {ThePlatforms.GetValueOrDefault(setting) ?? Reader(setting)} | {set} |\n");
        }

        if (Environment.GetEnvironmentVariable("NEWSALERTS_APPROVE") == "1")
        {
            await File.WriteAllTextAsync(Repository.PathOf(Page), page.ToString());
        }

        Assert.Equal(Repository.Read(Page), page.ToString());
    }

    private static IFormatProvider Invariant => System.Globalization.CultureInfo.InvariantCulture;

    private static Task<Installation> WithAKeyAsync() => Installation.OfAsync("small", new()
    {
        ["NEWSALERTS_MODEL"] =
            """{"provider":"openai","endpoint":"https://api.openai.com/v1","name":"gpt-4o-mini","prices":{"input":"0.15","output":"0.6","dailyBudget":5}}""",
        ["NEWSALERTS_MODEL_KEY"] = "a-key",
    });

    private static string Stand(string setting) => setting switch
    {
        "KeyRing__VaultKey" => "https://vault.example/keys/readers-links",
        _ when setting.Contains("Storage__", StringComparison.Ordinal) && setting.EndsWith("Uri", StringComparison.Ordinal) => "https://account.example/",
        "OpenAI__Endpoint" or "Web__BaseUrl" => "https://name.example/",
        _ => "text",
    };

    /// <summary>The keys of every options type of the assemblies that the app is made of.</summary>
    private static IEnumerable<string> Read() => Options().SelectMany(options => options.Type.GetProperties().Select(property => $"{options.Section}__{property.Name}"));

    private static string Reader(string setting) =>
        Options().SingleOrDefault(options => setting.StartsWith($"{options.Section}__", StringComparison.Ordinal)).Type?.Name is { } type ? $"`{type}`" : "the triggers, `StorageClients`";

    private static IEnumerable<(Type Type, string Section)> Options() =>
        from assembly in new[] { typeof(Queues).Assembly, typeof(StorageClients).Assembly, typeof(WebOptions).Assembly }
        from type in assembly.GetTypes()
        where type.Name.EndsWith("Options", StringComparison.Ordinal) && type.GetField("Section", BindingFlags.Public | BindingFlags.Static) is not null
        select (type, (string)type.GetField("Section")!.GetRawConstantValue()!);

    [GeneratedRegex("`([A-Za-z]+__[A-Za-z]+)(?:__0)?`")]
    private static partial Regex Documented();
}
