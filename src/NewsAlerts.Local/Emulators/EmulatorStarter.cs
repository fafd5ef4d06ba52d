using System.Globalization;
using Azure;

namespace NewsAlerts.Local.Emulators;

/// <summary>Finds or starts what a machine without a cloud needs: a storage account and a mail server.</summary>
/// <param name="options">Where they live and where to look.</param>
/// <param name="http">Reads MailDev's inbox. Should use no proxy: everything is on this machine.</param>
/// <param name="timeProvider">The clock of all deadlines.</param>
public sealed class EmulatorStarter(EmulatorOptions options, HttpMessageInvoker http, TimeProvider timeProvider)
{
    private const string Loopback = "127.0.0.1";
    private readonly EmulatorLauncher _launcher = new(options, timeProvider);
    private readonly EmulatorKind<AzuriteEmulator> _azurite = Azurite(new EmulatorFolder(options.DataFolder, "azurite"));
    private readonly EmulatorKind<MailCatcher> _mail = MailDev(new EmulatorFolder(options.DataFolder, "mail"), http);

    /// <summary>
    /// The Azurite that answers at <see cref="EmulatorOptions.KnownAzurite"/>, else the one that another command of ours runs on the
    /// same data folder, else a new one on free ports of 127.0.0.1.
    /// </summary>
    /// <exception cref="EmulatorException">None can be had: the message says why, and what to do.</exception>
    public Task<AzuriteEmulator> FindOrStartAzuriteAsync(IProgress<EmulatorProgress>? progress, CancellationToken cancellationToken) =>
        _launcher.FindOrStartAsync(_azurite, token => FindAzuriteAsync(progress, token), progress, cancellationToken);

    /// <summary>The Azurite that <see cref="FindOrStartAzuriteAsync"/> would find; <see langword="null"/> where none answers.</summary>
    public Task<AzuriteEmulator?> FindAzuriteAsync(CancellationToken cancellationToken) => FindAzuriteAsync(progress: null, cancellationToken);

    /// <summary>A new Azurite on free ports of 127.0.0.1, on the data of <see cref="EmulatorOptions.DataFolder"/>.</summary>
    /// <exception cref="EmulatorException">It cannot be had: the message says why, and what to do.</exception>
    public Task<AzuriteEmulator> StartAzuriteAsync(IProgress<EmulatorProgress>? progress, CancellationToken cancellationToken) =>
        _launcher.StartAsync(_azurite, progress, cancellationToken);

    /// <summary>
    /// The mail server that answers at <see cref="EmulatorOptions.KnownMailServer"/>, else the one that another command of ours runs on
    /// the same data folder, else a new MailDev on free ports of 127.0.0.1.
    /// </summary>
    /// <exception cref="EmulatorException">None can be had: the message says why, and what to do.</exception>
    public Task<MailCatcher> FindOrStartMailCatcherAsync(IProgress<EmulatorProgress>? progress, CancellationToken cancellationToken) =>
        _launcher.FindOrStartAsync(_mail, FindMailServerAsync, progress, cancellationToken);

    /// <summary>A new MailDev on free ports of 127.0.0.1, on the mails of <see cref="EmulatorOptions.DataFolder"/>.</summary>
    /// <exception cref="EmulatorException">It cannot be had: the message says why, and what to do.</exception>
    public Task<MailCatcher> StartMailCatcherAsync(IProgress<EmulatorProgress>? progress, CancellationToken cancellationToken) =>
        _launcher.StartAsync(_mail, progress, cancellationToken);

    private async Task<AzuriteEmulator?> FindAzuriteAsync(IProgress<EmulatorProgress>? progress, CancellationToken cancellationToken)
    {
        var known = options.KnownAzurite is { } connectionString ? new AzuriteEmulator(connectionString, owned: null) : null;
        if (known is not null && await TryAsync(known.ProbeAsync, cancellationToken) is var answer)
        {
            if (answer is null)
            {
                return known;
            }

            if (answer is RequestFailedException { Status: not 0 } refusal)
            {
                progress?.Report(new EmulatorProgress.Unusable(_azurite.Name, _azurite.AddressOf(known), $"{refusal.Status} {refusal.ErrorCode}".Trim()));
            }
        }

        return await EmulatorRecord.ReadAsync(_azurite.Folder.Record, cancellationToken) is { Ports: [var blob, var queue, var table] }
            && new AzuriteEmulator(AzuriteEmulator.ConnectionStringFor(blob, queue, table), owned: null) is var recorded
            && await TryAsync(recorded.ProbeAsync, cancellationToken) is null
            ? recorded
            : null;
    }

    private async Task<MailCatcher?> FindMailServerAsync(CancellationToken cancellationToken)
    {
        if (options.KnownMailServer is var (host, port))
        {
            var known = new MailCatcher(host, port, options.KnownMailInbox, http, owned: null);
            if (await TryAsync(known.ProbeSmtpAsync, cancellationToken) is null)
            {
                return known.Inbox is null || await TryAsync(known.ListAsync, cancellationToken) is null
                    ? known
                    : new MailCatcher(host, port, inbox: null, http, owned: null);
            }
        }

        return await EmulatorRecord.ReadAsync(_mail.Folder.Record, cancellationToken) is { Ports: [var smtp, var web] }
            && new MailCatcher(Loopback, smtp, LoopbackPage(web), http, owned: null) is var recorded
            && await TryAsync(recorded.ProbeAsync, cancellationToken) is null
            ? recorded
            : null;
    }

    private Task<Exception?> TryAsync(Func<CancellationToken, Task> ask, CancellationToken cancellationToken) =>
        _launcher.TryAsync(ask, cancellationToken);

    // --skipApiVersionCheck: our SDK speaks a newer version of the protocol than this Azurite knows.
    private static EmulatorKind<AzuriteEmulator> Azurite(EmulatorFolder folder) => new(
        "Azurite",
        folder,
        Path.Combine("node_modules", "azurite", "dist", "src", "azurite.js"),
        ["--silent", "--skipApiVersionCheck", "--disableTelemetry", "--location", folder.Data,
            "--blobHost", Loopback, "--queueHost", Loopback, "--tableHost", Loopback,
            "--blobPort", "0", "--queuePort", "0", "--tablePort", "0"],
        Ports: 3,
        owned => new AzuriteEmulator(AzuriteEmulator.ConnectionStringFor(owned.Ports[0], owned.Ports[1], owned.Ports[2]), owned),
        (azurite, token) => azurite.ProbeAsync(token),
        azurite => azurite.BlobEndpoint.AbsoluteUri);

    private static EmulatorKind<MailCatcher> MailDev(EmulatorFolder folder, HttpMessageInvoker http) => new(
        "MailDev",
        folder,
        Path.Combine("node_modules", "maildev", "bin", "maildev"),
        ["--silent", "--ip", Loopback, "--web-ip", Loopback, "--smtp", "0", "--web", "0", "--mail-directory", folder.Data],
        Ports: 2,
        owned => new MailCatcher(Loopback, owned.Ports[0], LoopbackPage(owned.Ports[1]), http, owned),
        (mail, token) => mail.ProbeAsync(token),
        mail => mail.Inbox is null ? $"smtp://{mail.SmtpHost}:{mail.SmtpPort}" : $"{mail.Inbox} (mail to smtp://{mail.SmtpHost}:{mail.SmtpPort})");

    private static Uri LoopbackPage(int port) => new(string.Create(CultureInfo.InvariantCulture, $"http://{Loopback}:{port}/"));
}
