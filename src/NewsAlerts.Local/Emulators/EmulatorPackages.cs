using System.Diagnostics;
using System.Security.Cryptography;

namespace NewsAlerts.Local.Emulators;

/// <summary>The emulators' npm packages: exactly those of package-lock.json, in a folder named after it.</summary>
internal sealed class EmulatorPackages(EmulatorOptions options, TimeProvider timeProvider)
{
    private const string PackageFile = "package.json";
    private const string LockFile = "package-lock.json";
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>Full path of a file that is delivered with the program.</summary>
    public static string Bundled(string name) => Path.Combine(AppContext.BaseDirectory, "Emulators", name);

    /// <summary>Installs the packages unless they are, and returns their folder.</summary>
    /// <exception cref="EmulatorException">npm failed or took too long.</exception>
    public async Task<string> EnsureAsync(NodeTools tools, IProgress<EmulatorProgress>? progress, CancellationToken cancellationToken)
    {
        var lockFile = await File.ReadAllBytesAsync(Bundled(LockFile), cancellationToken);
        var folder = Path.Combine(options.InstallFolder, Convert.ToHexStringLower(SHA256.HashData(lockFile))[..16]);
        if (Directory.Exists(folder))
        {
            return folder;
        }

        progress?.Report(new EmulatorProgress.Installing(folder));
        using var deadline = new CancellationTokenSource(options.InstallTimeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            Directory.CreateDirectory(options.InstallFolder);
            await using var exclusive = await LockAsync(either.Token);
            if (!Directory.Exists(folder))
            {
                await InstallAsync(tools.Npm, folder, either.Token);
            }

            return folder;
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new EmulatorException(
                $"npm has not installed the emulators within {options.InstallTimeout}. Check the connection to the npm registry "
                + "(`npm ping`) and try again.");
        }
    }

    /// <summary>One process installs, the others wait. The system releases the lock of one that dies.</summary>
    private async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (ExclusiveFile.TryOpen(Path.Combine(options.InstallFolder, "install.lock")) is { } exclusive)
            {
                return exclusive;
            }

            await Task.Delay(PollInterval, timeProvider, cancellationToken);
        }
    }

    /// <summary>Installs aside and renames, so that a folder with the final name is always complete.</summary>
    private async Task InstallAsync(string npm, string folder, CancellationToken cancellationToken)
    {
        foreach (var abandoned in Directory.EnumerateDirectories(options.InstallFolder, ".installing-*"))
        {
            Directory.Delete(abandoned, recursive: true);
        }

        var aside = Directory.CreateDirectory(Path.Combine(options.InstallFolder, $".installing-{Path.GetRandomFileName()}")).FullName;
        File.Copy(Bundled(PackageFile), Path.Combine(aside, PackageFile));
        File.Copy(Bundled(LockFile), Path.Combine(aside, LockFile));

        // No package here has an install script, so none may run one.
        var start = new ProcessStartInfo(npm, ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"])
        {
            WorkingDirectory = aside,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
        };
        using var process = Process.Start(start) ?? throw new EmulatorException($"{npm} did not start.");
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await Task.WhenAll(output, errors);
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode != 0)
            {
                throw new EmulatorException(
                    $"`npm ci` could not install the emulators (code {process.ExitCode}). Check the connection to the npm registry "
                    + $"(`npm ping`) and try again. npm says:{Environment.NewLine}{(await errors).Trim()}");
            }
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        Directory.Move(aside, folder);
    }
}
