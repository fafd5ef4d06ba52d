namespace NewsAlerts.Tests.Architecture;

/// <summary>The clone that the tests were built from.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot();

    public static string PathOf(string file) => Path.Combine(Root, file);

    public static string Read(string file) => File.ReadAllText(PathOf(file));

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "NewsAlerts.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException($"No NewsAlerts.sln above {AppContext.BaseDirectory}.");
        }

        return folder;
    }
}
