using System.Reflection;
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
    private const string Page = "docs/deploy.md";

    private static readonly string[] ThePlatforms =
    [
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "AzureWebJobsStorage__blobServiceUri",
        "AzureWebJobsStorage__clientId",
        "AzureWebJobsStorage__credential",
        "AzureWebJobsStorage__queueServiceUri",
        "AzureWebJobsStorage__tableServiceUri",
        "AzureWebJobs_IngestArticle_Disabled",
        "Storage__credential",
    ];

    private static readonly string[] ThatLeadToStorage =
        [.. new[] { "blobServiceUri", "queueServiceUri", "tableServiceUri", "clientId" }.Select(part => $"{StorageClients.ConnectionName}__{part}")];

    [SkippableFact]
    public async Task Each_setting_that_infra_sets_is_read_by_something()
    {
        var set = (await Installation.WithEverythingAsync()).AppSettings().Keys.Concat((await WithAKeyAsync()).AppSettings().Keys);

        Assert.Empty(set.Distinct().Except([.. Read(), .. ThePlatforms, .. ThatLeadToStorage]));
    }

    [SkippableFact]
    public async Task Each_setting_that_the_code_reads_is_set_or_documented_with_its_default()
    {
        var set = (await Installation.WithEverythingAsync()).AppSettings().Keys;
        var documented = Documented().Matches(Repository.Read("docs/configuration.md")).Select(match => match.Groups[1].Value);

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
    public async Task A_mail_server_without_a_sender_is_refused_before_the_app_fails_to_start()
    {
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => Installation.OfAsync("small", new() { ["NEWSALERTS_MAIL_HOST"] = "smtp.example.org" }));

        Assert.Contains("NEWSALERTS_MAIL_FROM", refused.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task An_authority_of_the_mail_server_arrives_in_one_line_that_the_app_reads()
    {
        var settings = (await Installation.WithEverythingAsync()).AppSettings();

        Assert.Equal(string.Join(' ', Authority.Pem.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)), settings["Email__CertificateAuthority"]);
        Assert.DoesNotContain("Email__CertificateAuthority", (await WithAKeyAsync()).AppSettings().Keys);
    }

    [Fact]
    public void Whatever_a_profile_takes_from_the_environment_is_explained_and_handed_over_by_the_workflow()
    {
        var taken = Directory.EnumerateFiles(Repository.PathOf("infra"), "*.bicepparam")
            .SelectMany(file => Variable().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct().ToList();

        Assert.NotEmpty(taken);
        Assert.All(taken, variable => Assert.Contains($"`{variable}`", Repository.Read(Page), StringComparison.Ordinal));
        Assert.All(taken, variable => Assert.Contains($" {variable}: ${{{{ ", Repository.Read(".github/workflows/deploy.yml"), StringComparison.Ordinal));
    }

    [Fact]
    public void What_only_the_platform_reads_is_explained() =>
        Assert.All(ThePlatforms, setting => Assert.Contains($"`{setting}`", Repository.Read(Page), StringComparison.Ordinal));

    private static Task<Installation> WithAKeyAsync() => Installation.OfAsync("small", new()
    {
        ["NEWSALERTS_MODEL"] =
            """{"provider":"openai","endpoint":"https://api.openai.com/v1","name":"gpt-5.4-mini","prices":{"input":"0.75","output":"4.5","dailyBudget":5}}""",
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

    private static IEnumerable<(Type Type, string Section)> Options() =>
        from assembly in new[] { typeof(Queues).Assembly, typeof(StorageClients).Assembly, typeof(WebOptions).Assembly }
        from type in assembly.GetTypes()
        where type.Name.EndsWith("Options", StringComparison.Ordinal) && type.GetField("Section", BindingFlags.Public | BindingFlags.Static) is not null
        select (type, (string)type.GetField("Section")!.GetRawConstantValue()!);

    [GeneratedRegex("`([A-Za-z]+__[A-Za-z]+)(?:__0)?`")]
    private static partial Regex Documented();

    [GeneratedRegex(@"readEnvironmentVariable\('([A-Z_]+)'")]
    private static partial Regex Variable();
}
