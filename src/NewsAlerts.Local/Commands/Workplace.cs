using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Adapters;
using NewsAlerts.Adapters.Feeds;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Local.Emulators;
using NewsAlerts.Local.Hosting;
using NewsAlerts.Local.Operating;

namespace NewsAlerts.Local.Commands;

/// <summary>Where the commands work: what <c>--storage</c>, <c>--data</c>, the environment and this machine's emulators make of it.</summary>
/// <param name="Storage">As given with <c>--storage</c>; null where it was not.</param>
/// <param name="DataFolder">As given with <c>--data</c>; null where it was not.</param>
internal sealed record Workplace(string? Storage, string? DataFolder)
{
    /// <summary>Keys in the environment may have this prefix, and then win over those without.</summary>
    public const string Prefix = "NEWSALERTS_";

    private const string SettingsFile = "appsettings.json";

    /// <summary>Where <c>appsettings.json</c> may be.</summary>
    public string Folder { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>What a command's own options say, over all that is configured.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>
    /// Azurite at its well-known ports comes first, unless a data folder was asked for: then the one that runs on that.
    /// </summary>
    public EmulatorOptions Emulators => DataFolder is null
        ? new EmulatorOptions()
        : new EmulatorOptions { DataFolder = DataFolder, KnownAzurite = null, KnownMailServer = null };

    /// <summary>The configuration: <c>appsettings.json</c> in the current folder, the environment, then <c>--storage</c>.</summary>
    /// <exception cref="CommandException">The file is not what it should be.</exception>
    public IConfigurationRoot Configure(IReadOnlyDictionary<string, string?>? more = null)
    {
        try
        {
            return Sources(more).Build();
        }
        catch (InvalidDataException ex)
        {
            throw new CommandException($"{SettingsFile} {Trouble(ex)}. Mend it, or move it away: {Path.Combine(Folder, SettingsFile)}");
        }
    }

    private IConfigurationBuilder Sources(IReadOnlyDictionary<string, string?>? more) => new ConfigurationBuilder()
        .SetBasePath(Folder)
        .AddJsonFile(SettingsFile, optional: true)
        .AddEnvironmentVariables()
        .AddEnvironmentVariables(Prefix)
        .AddInMemoryCollection(Storage is null ? [] : StorageAddress.ToConfiguration(Storage))
        .AddInMemoryCollection(Settings)
        .AddInMemoryCollection(more);

    /// <summary>Where the JSON broke, never what stands there: it may be a secret.</summary>
    private static string Trouble(InvalidDataException ex) => ex.InnerException switch
    {
        { InnerException: JsonException json } => $"is not valid JSON (line {json.LineNumber + 1}, byte {json.BytePositionInLine + 1})",
        FormatException format => $"cannot be used ({format.Message.TrimEnd('.')})",
        _ => "cannot be read",
    };

    /// <summary>Whether a storage account is configured at all.</summary>
    public static bool HasStorage(IConfiguration configuration)
    {
        var section = configuration.GetSection(StorageClients.ConnectionName);
        return section.Value is { Length: > 0 }
            || configuration.GetConnectionString(StorageClients.ConnectionName) is { Length: > 0 }
            || section["blobServiceUri"] is { Length: > 0 };
    }

    /// <summary>The pipeline's stores, for a command that operates them. Starts nothing.</summary>
    /// <exception cref="CommandException">No account is configured, and no Azurite runs here.</exception>
    public async Task<ServiceProvider> OpenAsync(CancellationToken cancellationToken)
    {
        var configuration = Configure();
        if (!HasStorage(configuration))
        {
            using var http = LoopbackHttp();
            var azurite = await new EmulatorStarter(Emulators, http, TimeProvider.System).FindAzuriteAsync(cancellationToken)
                ?? throw new CommandException(
                    "Nothing is running here. Start `newsalerts run` in another terminal, or name a storage account with --storage.");
            configuration = Configure(new Dictionary<string, string?> { [StorageClients.ConnectionName] = azurite.ConnectionString });
        }

        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging()
            .AddNewsAlerts(configuration)
            .AddNewsAlertsAdapters(configuration)
            .AddValidatedOptions<LocalHostOptions, LocalHostOptionsValidator>(configuration, LocalHostOptions.Section)
            .AddSingleton<SubscriptionBook>()
            .AddSingleton<TemplateBook>()
            .AddFeeds(configuration)
            .AddSingleton<SubscriptionPreview>()
            .AddSingleton<StatusReader>()
            .BuildServiceProvider();
    }

    /// <summary>For what runs on this machine: no proxy.</summary>
    public static HttpMessageInvoker LoopbackHttp() => new(new SocketsHttpHandler { UseProxy = false });
}
