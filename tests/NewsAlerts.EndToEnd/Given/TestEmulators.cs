using NewsAlerts.Local.Emulators;

namespace NewsAlerts.EndToEnd.Given;

/// <summary>Emulators of the tests' own: never one that happens to run on the machine, and one installation for all.</summary>
internal static class TestEmulators
{
    public static EmulatorOptions On(string dataFolder) => new()
    {
        DataFolder = dataFolder,
        InstallFolder = Path.Combine(Repository.Root, ".newsalerts", "emulators"),
        KnownAzurite = null,
        KnownMailServer = null,
    };

    /// <summary>Why emulators cannot run here, for a skipped test to say; <see langword="null"/> where they can.</summary>
    public static async Task<string?> WhyNotAsync()
    {
        try
        {
            await NodeTools.FindAsync(new EmulatorOptions().SearchPath, CancellationToken.None);
            return null;
        }
        catch (EmulatorException ex)
        {
            return ex.Message;
        }
    }
}
