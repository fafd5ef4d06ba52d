using System.Globalization;
using Microsoft.Extensions.Configuration;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Local.Emulators;

namespace NewsAlerts.Local.Commands;

/// <summary>What the pipeline needs around it: the configured services, or emulators in the place of those that are not.</summary>
internal sealed class Surroundings : IAsyncDisposable
{
    private Surroundings(IConfiguration configuration, AzuriteEmulator? azurite, MailCatcher? mail) =>
        (Configuration, Azurite, Mail) = (configuration, azurite, mail);

    public IConfiguration Configuration { get; }

    /// <summary>Null where a storage account is configured.</summary>
    public AzuriteEmulator? Azurite { get; }

    /// <summary>Null where a mail server is configured, or mail is not to be caught.</summary>
    public MailCatcher? Mail { get; }

    /// <summary>Completes when one of those that we started has ended by itself.</summary>
    public Task EmulatorExited => Task.WhenAny([.. new[] { Azurite?.Exited, Mail?.Exited }.OfType<Task>(), new TaskCompletionSource().Task]);

    /// <exception cref="EmulatorException">One is needed and cannot be had.</exception>
    public static async Task<Surroundings> OfAsync(
        Workplace workplace, EmulatorStarter emulators, IProgress<EmulatorProgress> progress, CancellationToken cancellationToken)
    {
        var configured = workplace.Configure();
        var azurite = Workplace.HasStorage(configured) ? null : await emulators.FindOrStartAzuriteAsync(progress, cancellationToken);
        var settings = azurite is null ? new Dictionary<string, string?>() : SettingsOf(azurite);
        try
        {
            // Never for a real account: what its readers are waiting for would be swallowed, and count as sent.
            var isLocal = StorageClients.Create(workplace.Configure(settings)).Endpoint.IsLoopback;
            var mail = configured["Email:Host"] is { Length: > 0 } || !isLocal ? null : await emulators.FindOrStartMailCatcherAsync(progress, cancellationToken);
            return new Surroundings(workplace.Configure(mail is null ? settings : With(settings, SettingsOf(mail))), azurite, mail);
        }
        catch
        {
            await (azurite?.DisposeAsync() ?? ValueTask.CompletedTask);
            throw;
        }
    }

    public static Dictionary<string, string?> SettingsOf(AzuriteEmulator azurite) => new() { [StorageClients.ConnectionName] = azurite.ConnectionString };

    public static Dictionary<string, string?> SettingsOf(MailCatcher mail) => new()
    {
        ["Email:Host"] = mail.SmtpHost,
        ["Email:Port"] = mail.SmtpPort.ToString(CultureInfo.InvariantCulture),
        ["Email:Tls"] = "None",
    };

    /// <summary>Both of the one and the other.</summary>
    public static Dictionary<string, string?> With(Dictionary<string, string?> one, Dictionary<string, string?> other) =>
        one.Concat(other).ToDictionary();

    /// <summary>Stops what we started, side by side.</summary>
    public async ValueTask DisposeAsync()
    {
        var mail = Mail?.DisposeAsync() ?? ValueTask.CompletedTask;
        await (Azurite?.DisposeAsync() ?? ValueTask.CompletedTask);
        await mail;
    }
}
