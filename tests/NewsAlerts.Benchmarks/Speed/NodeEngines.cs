using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;

namespace NewsAlerts.Benchmarks.Speed;

/// <summary>The engines of npm, exactly those of package-lock.json, installed on first use into a folder named after it.</summary>
internal static class NodeEngines
{
    private static readonly string _source = Repository.PathOf("tests/NewsAlerts.Benchmarks/Speed");

    public static string Script { get; } = Path.Combine(_source, "engines.cjs");

    /// <summary>The folder that holds the packages; null where npm is not there or does not get them, with the reason on standard error.</summary>
    public static async Task<string?> TryInstallAsync()
    {
        var lockFile = Path.Combine(_source, "package-lock.json");
        var version = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(lockFile)))[..16];
        var folder = Path.Combine(Repository.Root, ".newsalerts", "speed", version);
        var done = Path.Combine(folder, "installed");
        if (File.Exists(done))
        {
            return folder;
        }

        Directory.CreateDirectory(folder);
        File.Copy(lockFile, Path.Combine(folder, "package-lock.json"), overwrite: true);
        File.Copy(Path.Combine(_source, "package.json"), Path.Combine(folder, "package.json"), overwrite: true);
        try
        {
            // No package here has an install script that the engines need, so none may run one.
            var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"])
            {
                WorkingDirectory = folder,
            };
            using var npm = Process.Start(start) ?? throw new Win32Exception("npm did not start.");
            await npm.WaitForExitAsync();
            if (npm.ExitCode != 0)
            {
                await Console.Error.WriteLineAsync($"`npm ci` ended with {npm.ExitCode}: lexrank and ts-textrank are left out.");
                return null;
            }
        }
        catch (Win32Exception ex)
        {
            await Console.Error.WriteLineAsync($"npm does not run ({ex.Message}): lexrank and ts-textrank are left out.");
            return null;
        }

        await File.WriteAllTextAsync(done, string.Empty);
        return folder;
    }
}
