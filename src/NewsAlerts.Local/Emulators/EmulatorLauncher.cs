namespace NewsAlerts.Local.Emulators;

/// <summary>Starts emulators: one at a time on the same data, and only those that answer.</summary>
internal sealed class EmulatorLauncher(EmulatorOptions options, TimeProvider timeProvider)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    /// <exception cref="EmulatorException">It cannot be had: the message says why, and what to do.</exception>
    public async Task<T> StartAsync<T>(EmulatorKind<T> kind, IProgress<EmulatorProgress>? progress, CancellationToken cancellationToken)
        where T : class
    {
        Directory.CreateDirectory(options.DataFolder);
        return await StartAsync(kind, ExclusiveFile.TryOpen(kind.Folder.Lock) ?? throw Busy(kind), progress, cancellationToken);
    }

    /// <exception cref="EmulatorException">None was found and none can be started: the message says why, and what to do.</exception>
    public async Task<T> FindOrStartAsync<T>(
        EmulatorKind<T> kind, Func<CancellationToken, Task<T?>> find, IProgress<EmulatorProgress>? progress, CancellationToken cancellationToken)
        where T : class
    {
        Directory.CreateDirectory(options.DataFolder);
        var began = timeProvider.GetTimestamp();
        while (true)
        {
            if (await find(cancellationToken) is { } found)
            {
                progress?.Report(new EmulatorProgress.Found(kind.Name, kind.AddressOf(found)));
                return found;
            }

            if (ExclusiveFile.TryOpen(kind.Folder.Lock) is { } exclusive)
            {
                return await StartAsync(kind, exclusive, progress, cancellationToken);
            }

            // Another command of ours installs, starts or stops one on the same data: wait for what comes of it.
            if (timeProvider.GetElapsedTime(began) > options.InstallTimeout + options.StartTimeout)
            {
                throw Busy(kind);
            }

            await Task.Delay(PollInterval, timeProvider, cancellationToken);
        }
    }

    /// <summary>What went wrong with a request, <see langword="null"/> when it was answered in time.</summary>
    public async Task<Exception?> TryAsync(Func<CancellationToken, Task> ask, CancellationToken cancellationToken)
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

    /// <summary>What fails on the way leaves nothing running and nothing locked.</summary>
    private async Task<T> StartAsync<T>(
        EmulatorKind<T> kind, FileStream exclusive, IProgress<EmulatorProgress>? progress, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            var tools = await NodeTools.FindAsync(options.SearchPath, cancellationToken);
            var packages = await new EmulatorPackages(options, timeProvider).EnsureAsync(tools, progress, cancellationToken);

            progress?.Report(new EmulatorProgress.Starting(kind.Name));
            var emulator = await LaunchAsync(kind, tools, packages, exclusive, cancellationToken);
            progress?.Report(new EmulatorProgress.Ready(kind.Name, kind.AddressOf(emulator)));
            return emulator;
        }
        catch
        {
            await exclusive.DisposeAsync();
            throw;
        }
    }

    private async Task<T> LaunchAsync<T>(
        EmulatorKind<T> kind, NodeTools tools, string packages, FileStream exclusive, CancellationToken cancellationToken)
        where T : class
    {
        using var deadline = new CancellationTokenSource(options.StartTimeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        Exception? lastAnswer = null;
        await PredecessorGoneAsync(kind, cancellationToken);
        Directory.CreateDirectory(kind.Folder.Data);
        var process = NodeProcess.Start(
            tools.Node, [Path.Combine(packages, kind.Script), .. kind.Arguments], kind.Folder.Data, kind.Ports, options.StopTimeout, timeProvider);
        try
        {
            var ports = await process.ListeningAsync(either.Token);
            var owned = new OwnedEmulator(process, kind.Folder, exclusive, [.. ports.OrderBy(port => port.IsHttp).Select(port => port.Number)]);
            var emulator = kind.Create(owned);
            while ((lastAnswer = await TryAsync(token => kind.ProbeAsync(emulator, token), either.Token)) is not null)
            {
                if (process.Exited.IsCompleted)
                {
                    throw new EmulatorException("Its process ended while it was starting.");
                }

                await Task.Delay(PollInterval, timeProvider, either.Token);
            }

            await owned.RecordAsync(either.Token);
            return emulator;
        }
        catch (Exception ex)
        {
            await process.DisposeAsync();
            if (cancellationToken.IsCancellationRequested || ex is not (EmulatorException or OperationCanceledException))
            {
                throw;
            }

            var reason = ex is EmulatorException ? ex.Message : $"It did not answer within {options.StartTimeout}. {lastAnswer?.Message}".TrimEnd();
            throw new EmulatorException(
                $"{kind.Name} did not start. {reason} Its data is in {kind.Folder.Data}: move that away to start afresh. "
                + $"It said last:{Environment.NewLine}{process.LastOutput}",
                ex);
        }
    }

    /// <summary>After a kill the lock is free at once, while the emulator still writes what it has: two on the same data would destroy it.</summary>
    private async Task PredecessorGoneAsync<T>(EmulatorKind<T> kind, CancellationToken cancellationToken)
        where T : class
    {
        var predecessor = await EmulatorRecord.ReadAsync(kind.Folder.Record, cancellationToken);
        var began = timeProvider.GetTimestamp();
        while (predecessor?.IsRunning() == true)
        {
            if (timeProvider.GetElapsedTime(began) > options.StopTimeout)
            {
                throw new EmulatorException(
                    $"{kind.Name} of an earlier run (process {predecessor.ProcessId}) still uses {kind.Folder.Data}. End it, or choose another data folder. "
                    + $"Should that process be something else, delete {kind.Folder.Record}.");
            }

            await Task.Delay(PollInterval, timeProvider, cancellationToken);
        }
    }

    private static EmulatorException Busy<T>(EmulatorKind<T> kind)
        where T : class =>
        new($"Another program runs {kind.Name} on {kind.Folder.Data}. Stop it, or choose another data folder.");
}
