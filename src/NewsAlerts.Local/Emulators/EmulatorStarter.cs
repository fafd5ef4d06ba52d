using System.Collections.Immutable;
using System.Globalization;
using Azure;

namespace NewsAlerts.Local.Emulators;

/// <summary>Finds or starts what a machine without a cloud needs: a storage account and a mail server.</summary>
/// <param name="options">Where they live and where to look.</param>
/// <param name="http">Reads MailDev's inbox. Should use no proxy: everything is on this machine.</param>
/// <param name="timeProvider">The clock of all deadlines.</param>
public sealed class EmulatorStarter(EmulatorOptions options, HttpMessageInvoker http, TimeProvider timeProvider)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    private EmulatorFolder AzuriteFolder => new(options.DataFolder, "azurite");

    private EmulatorFolder MailFolder => new(options.DataFolder, "mail");

    /// <summary>The Azurite that answers at <see cref="EmulatorOptions.KnownAzurite"/>, else the one that another command of ours runs on the same data folder, else a new one.</summary>
    /// <exception cref="EmulatorException">None can be had: the message says why, and what to do.</exception>
    public Task<AzuriteEmulator> FindOrStartAzuriteAsync(IProgress<EmulatorProgress>? progress, CancellationToken cancellationToken) =>
        FindOrStartAsync(AzuriteFolder, AzuriteEmulator.Name, FindAzuriteAsync, StartAzuriteAsync, progress, cancellationToken);

    /// <summary>A new Azurite on free ports of 127.0.0.1, on the data of <see cref="EmulatorOptions.DataFolder"/>.</summary>
    /// <exception cref="EmulatorException">It cannot be had: the message says why, and what to do.</exception>
    public Task<AzuriteEmulator> StartAzuriteAsync(IProgress<EmulatorProgress>? progress, CancellationToken cancellationToken) =>
        StartAsync(AzuriteFolder, AzuriteEmulator.Name, StartAzuriteAsync, progress, cancellationToken);

    /// <summary>The mail server that answers at <see cref="EmulatorOptions.KnownMailServer"/>, else the one that another command of ours runs on the same data folder, else a new one.</summary>
    /// <exception cref="EmulatorException">None can be had: the message says why, and what to do.</exception>
    public Task<MailCatcher> FindOrStartMailCatcherAsync(IProgress<EmulatorProgress>? progress, CancellationToken cancellationToken) =>
        FindOrStartAsync(MailFolder, MailCatcher.Name, FindMailServerAsync, StartMailCatcherAsync, progress, cancellationToken);

    /// <summary>A new MailDev on free ports of 127.0.0.1, on the mails of <see cref="EmulatorOptions.DataFolder"/>.</summary>
    /// <exception cref="EmulatorException">It cannot be had: the message says why, and what to do.</exception>
    public Task<MailCatcher> StartMailCatcherAsync(IProgress<EmulatorProgress>? progress, CancellationToken cancellationToken) =>
        StartAsync(MailFolder, MailCatcher.Name, StartMailCatcherAsync, progress, cancellationToken);

    private async Task<AzuriteEmulator?> FindAzuriteAsync(IProgress<EmulatorProgress>? progress, CancellationToken cancellationToken)
    {
        if (options.KnownAzurite is { } known && await AnswersAsync(known))
        {
            return new AzuriteEmulator(known, owned: null);
        }

        return await EmulatorRecord.ReadAsync(AzuriteFolder.Record, cancellationToken) is { Ports: [var blob, var queue, var table] }
            && AzuriteEmulator.ConnectionStringFor(blob, queue, table) is var recorded
            && await AnswersAsync(recorded)
            ? new AzuriteEmulator(recorded, owned: null)
            : null;

        async Task<bool> AnswersAsync(string connectionString)
        {
            var answer = await TryAsync(token => AzuriteEmulator.ProbeAsync(connectionString, token), cancellationToken);
            if (answer is RequestFailedException { Status: not 0 } refusal)
            {
                var address = new AzuriteEmulator(connectionString, owned: null).BlobEndpoint;
                progress?.Report(new EmulatorProgress.Unusable(AzuriteEmulator.Name, address.AbsoluteUri, $"{refusal.Status} {refusal.ErrorCode}"));
            }

            return answer is null;
        }
    }

    private async Task<MailCatcher?> FindMailServerAsync(IProgress<EmulatorProgress>? progress, CancellationToken cancellationToken)
    {
        if (options.KnownMailServer is var (host, port)
            && await TryAsync(token => MailCatcher.ProbeSmtpAsync(host, port, token), cancellationToken) is null)
        {
            var inbox = options.KnownMailInbox is { } page
                && await TryAsync(token => MailCatcher.ListAsync(http, page, token), cancellationToken) is null ? page : null;
            return new MailCatcher(host, port, inbox, http, owned: null);
        }

        return await EmulatorRecord.ReadAsync(MailFolder.Record, cancellationToken) is { Ports: [var smtp, var web] }
            && await TryAsync(token => MailCatcher.ProbeSmtpAsync("127.0.0.1", smtp, token), cancellationToken) is null
            && await TryAsync(token => MailCatcher.ListAsync(http, Loopback(web), token), cancellationToken) is null
            ? new MailCatcher("127.0.0.1", smtp, Loopback(web), http, owned: null)
            : null;
    }

    private Task<AzuriteEmulator> StartAzuriteAsync(FileStream exclusive, IProgress<EmulatorProgress>? progress, CancellationToken cancellationToken)
    {
        // The API version check would refuse our SDK, which speaks a newer version than this Azurite knows.
        var launch = new Launch(
            AzuriteEmulator.Name,
            AzuriteFolder,
            Path.Combine("node_modules", "azurite", "dist", "src", "azurite.js"),
            ["--silent", "--skipApiVersionCheck", "--disableTelemetry", "--location", AzuriteFolder.Data,
                "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1",
                "--blobPort", "0", "--queuePort", "0", "--tablePort", "0"],
            Ports: 3);
        return LaunchAsync(
            launch,
            exclusive,
            owned => new AzuriteEmulator(AzuriteEmulator.ConnectionStringFor(owned.Ports[0], owned.Ports[1], owned.Ports[2]), owned),
            (azurite, token) => AzuriteEmulator.ProbeAsync(azurite.ConnectionString, token),
            progress,
            cancellationToken);
    }

    private Task<MailCatcher> StartMailCatcherAsync(FileStream exclusive, IProgress<EmulatorProgress>? progress, CancellationToken cancellationToken)
    {
        var launch = new Launch(
            MailCatcher.Name,
            MailFolder,
            Path.Combine("node_modules", "maildev", "bin", "maildev"),
            ["--silent", "--ip", "127.0.0.1", "--web-ip", "127.0.0.1", "--smtp", "0", "--web", "0", "--mail-directory", MailFolder.Data],
            Ports: 2);
        return LaunchAsync(
            launch,
            exclusive,
            owned => new MailCatcher("127.0.0.1", owned.Ports[0], Loopback(owned.Ports[1]), http, owned),
            async (mail, token) =>
            {
                await mail.ListAsync(token);
                await MailCatcher.ProbeSmtpAsync(mail.SmtpHost, mail.SmtpPort, token);
            },
            progress,
            cancellationToken);
    }

    private async Task<T> FindOrStartAsync<T>(
        EmulatorFolder folder,
        string name,
        Func<IProgress<EmulatorProgress>?, CancellationToken, Task<T?>> find,
        Func<FileStream, IProgress<EmulatorProgress>?, CancellationToken, Task<T>> start,
        IProgress<EmulatorProgress>? progress,
        CancellationToken cancellationToken)
        where T : class
    {
        Directory.CreateDirectory(options.DataFolder);
        var began = timeProvider.GetTimestamp();
        while (true)
        {
            if (await find(progress, cancellationToken) is { } found)
            {
                progress?.Report(new EmulatorProgress.Found(name, AddressOf(found)));
                return found;
            }

            if (ExclusiveFile.TryOpen(folder.Lock) is { } exclusive)
            {
                return await start(exclusive, progress, cancellationToken);
            }

            // Another command of ours is starting or stopping one on the same data: wait for what comes of it.
            if (timeProvider.GetElapsedTime(began) > options.StartTimeout)
            {
                throw Busy(folder, name);
            }

            await Task.Delay(PollInterval, timeProvider, cancellationToken);
        }
    }

    private async Task<T> StartAsync<T>(
        EmulatorFolder folder,
        string name,
        Func<FileStream, IProgress<EmulatorProgress>?, CancellationToken, Task<T>> start,
        IProgress<EmulatorProgress>? progress,
        CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(options.DataFolder);
        return await start(ExclusiveFile.TryOpen(folder.Lock) ?? throw Busy(folder, name), progress, cancellationToken);
    }

    /// <summary>Installs and starts it, and waits until it answers. What fails on the way leaves nothing running and nothing locked.</summary>
    private async Task<T> LaunchAsync<T>(
        Launch launch,
        FileStream exclusive,
        Func<OwnedEmulator, T> create,
        Func<T, CancellationToken, Task> probe,
        IProgress<EmulatorProgress>? progress,
        CancellationToken cancellationToken)
        where T : notnull
    {
        NodeProcess? process = null;
        OwnedEmulator? owned = null;
        using var deadline = new CancellationTokenSource(Timeout.InfiniteTimeSpan, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        Exception? lastAnswer = null;
        try
        {
            var tools = await NodeTools.FindAsync(options.SearchPath, cancellationToken);
            var packages = await new EmulatorPackages(options, timeProvider).EnsureAsync(tools, progress, cancellationToken);

            progress?.Report(new EmulatorProgress.Starting(launch.Name));
            deadline.CancelAfter(options.StartTimeout);
            await PredecessorGoneAsync(launch.Folder, either.Token);
            Directory.CreateDirectory(launch.Folder.Data);
            process = NodeProcess.Start(
                tools.Node, [Path.Combine(packages, launch.Script), .. launch.Arguments], launch.Folder.Data, launch.Ports, options.StopTimeout, timeProvider);
            var ports = await process.ListeningAsync(either.Token);
            owned = new OwnedEmulator(process, launch.Folder, exclusive, [.. ports.OrderBy(port => port.IsHttp).Select(port => port.Number)]);
            var emulator = create(owned);
            while ((lastAnswer = await TryAsync(token => probe(emulator, token), either.Token)) is not null)
            {
                if (owned.Exited.IsCompleted)
                {
                    throw new EmulatorException("The process ended.");
                }

                await Task.Delay(PollInterval, timeProvider, either.Token);
            }

            await owned.RecordAsync(either.Token);
            progress?.Report(new EmulatorProgress.Ready(launch.Name, AddressOf(emulator)));
            return emulator;
        }
        catch (Exception ex)
        {
            var output = process?.LastOutput;
            await (owned?.DisposeAsync() ?? process?.DisposeAsync() ?? ValueTask.CompletedTask);
            await exclusive.DisposeAsync();
            if (process is null || cancellationToken.IsCancellationRequested || ex is not (EmulatorException or OperationCanceledException))
            {
                throw;
            }

            var reason = ex is EmulatorException ? ex.Message : $"It did not answer within {options.StartTimeout}. {lastAnswer?.Message}".Trim();
            throw new EmulatorException(
                $"{launch.Name} did not start. {reason} Its data is in {launch.Folder.Data}: move that away to start afresh. "
                + $"It said last:{Environment.NewLine}{output}",
                ex);
        }
    }

    /// <summary>After a kill the lock is free at once, while the emulator still writes what it has: two on the same data would destroy it.</summary>
    private async Task PredecessorGoneAsync(EmulatorFolder folder, CancellationToken cancellationToken)
    {
        var predecessor = await EmulatorRecord.ReadAsync(folder.Record, cancellationToken);
        while (predecessor?.IsRunning() == true)
        {
            await Task.Delay(PollInterval, timeProvider, cancellationToken);
        }
    }

    /// <summary>What went wrong with a request, <see langword="null"/> when it was answered.</summary>
    private async Task<Exception?> TryAsync(Func<CancellationToken, Task> ask, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(options.ProbeTimeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            await ask(either.Token);
            return null;
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever listens there may be anything: no way of failing means more than that it cannot be used.
            return ex;
        }
    }

    private static EmulatorException Busy(EmulatorFolder folder, string name) =>
        new($"Another program runs {name} on {folder.Data}. Stop it, or choose another data folder.");

    private static Uri Loopback(int port) => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));

    private static string AddressOf(object emulator) => emulator switch
    {
        AzuriteEmulator azurite => azurite.BlobEndpoint.AbsoluteUri,
        MailCatcher { Inbox: { } inbox } mail => $"{inbox} (SMTP {mail.SmtpHost}:{mail.SmtpPort})",
        MailCatcher mail => $"SMTP {mail.SmtpHost}:{mail.SmtpPort}",
        _ => throw new ArgumentOutOfRangeException(nameof(emulator)),
    };

    private sealed record Launch(string Name, EmulatorFolder Folder, string Script, ImmutableArray<string> Arguments, int Ports);
}
