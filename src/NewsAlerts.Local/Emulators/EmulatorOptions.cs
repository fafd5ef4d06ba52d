using NewsAlerts.Local.Terminal;

namespace NewsAlerts.Local.Emulators;

/// <summary>Where the emulators live, where to look for ones that already run, and how long to wait for them.</summary>
public sealed record EmulatorOptions
{
    /// <summary>Folder for what Azurite and the mail catcher keep: it persists between runs. Default: <c>.newsalerts</c> in the current folder.</summary>
    public string DataFolder { get; init => field = Path.GetFullPath(value); } = Path.GetFullPath(".newsalerts");

    /// <summary>
    /// Folder for the installed npm packages, some 220 MB a version, shared by any number of processes. Default: <c>.newsalerts/emulators</c> in the current
    /// folder; of the installed tool, unless the current folder has that, <c>newsalerts/emulators</c> where the user's programs keep their data.
    /// </summary>
    public string InstallFolder { get; init => field = Path.GetFullPath(value); } = UsualInstallFolder();

    /// <summary>An Azurite to use when it answers; <see langword="null"/> looks for none. Default: Azurite's own ports, 127.0.0.1:10000 to 10002.</summary>
    public string? KnownAzurite { get; init; } = AzuriteEmulator.ConnectionStringFor(10000, 10001, 10002);

    /// <summary>A mail server to use when it answers; <see langword="null"/> looks for none. Default: 127.0.0.1:1025, where mail catchers listen by custom.</summary>
    public (string Host, int Port)? KnownMailServer { get; init; } = ("127.0.0.1", 1025);

    /// <summary>Web inbox of <see cref="KnownMailServer"/>, used when a MailDev answers there. Default: <c>http://127.0.0.1:1080/</c>.</summary>
    public Uri? KnownMailInbox { get; init; } = new("http://127.0.0.1:1080/");

    /// <summary>Folders in which node and npm are looked for, separated as in PATH. Default: PATH.</summary>
    public string? SearchPath { get; init; } = Environment.GetEnvironmentVariable("PATH");

    /// <summary>How long npm may take to install the emulators, waiting for another process that installs them included. Default: 5 minutes.</summary>
    public TimeSpan InstallTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an emulator may take until it answers. Default: 60 seconds.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a running server may take to answer when it is looked for. Default: 3 seconds.</summary>
    public TimeSpan ProbeTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long an emulator may take to put its data away before it is killed. Default: 10 seconds.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A clone keeps what belongs to it; the tool is run from any folder, also one that may not be written to, and installs once for all of them.</summary>
    private static string UsualInstallFolder()
    {
        var here = Path.GetFullPath(Path.Combine(".newsalerts", "emulators"));
        var users = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return !Invocation.IsInstalled || users.Length == 0 || Directory.Exists(here) ? here : Path.Combine(users, "newsalerts", "emulators");
    }
}
