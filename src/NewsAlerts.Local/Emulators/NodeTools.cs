using System.ComponentModel;
using System.Diagnostics;

namespace NewsAlerts.Local.Emulators;

/// <summary>Node.js and npm on this machine.</summary>
/// <param name="Node">Full path of node.</param>
/// <param name="Npm">Full path of npm.</param>
internal sealed record NodeTools(string Node, string Npm)
{
    /// <summary>The highest minimum among the packages in package-lock.json, the same as in package.json.</summary>
    public static Version MinimumVersion { get; } = new(20, 6, 0);

    private static string Remedy =>
        $"Install Node.js {MinimumVersion} or later, which brings npm (https://nodejs.org/en/download), and open a new terminal; "
        + "or give a storage account and a mail server that need no emulator.";

    /// <exception cref="EmulatorException">Either is missing, does not run, or is too old.</exception>
    public static async Task<NodeTools> FindAsync(string? searchPath, CancellationToken cancellationToken)
    {
        var node = Find("node", searchPath);
        var npm = Find("npm", searchPath);
        if (node is null || npm is null)
        {
            var missing = (node, npm) switch
            {
                (null, null) => "Neither node nor npm is",
                (null, _) => "node is not",
                _ => "npm is not",
            };
            throw new EmulatorException($"{missing} on the PATH, and the storage and mail emulators run on them. {Remedy}");
        }

        var version = await VersionOfAsync(node, cancellationToken);
        return version >= MinimumVersion
            ? new NodeTools(node, npm)
            : throw new EmulatorException($"{node} is version {version}, too old for the storage and mail emulators. {Remedy}");
    }

    private static string? Find(string name, string? searchPath)
    {
        string[] names = OperatingSystem.IsWindows() ? [name + ".exe", name + ".cmd"] : [name];
        return (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(folder => names.Select(file => Path.Combine(folder, file)))
            .FirstOrDefault(File.Exists);
    }

    private static async Task<Version> VersionOfAsync(string node, CancellationToken cancellationToken)
    {
        try
        {
            var start = new ProcessStartInfo(node, ["--version"]) { RedirectStandardOutput = true, RedirectStandardError = true, CreateNoWindow = true };
            using var process = Process.Start(start) ?? throw new Win32Exception();
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return Version.Parse(output.Trim().TrimStart('v').Split('-')[0]);
        }
        catch (Exception ex) when (ex is Win32Exception or FormatException or ArgumentException)
        {
            throw new EmulatorException($"{node} does not run. {Remedy}", ex);
        }
    }
}
