namespace NewsAlerts;

/// <summary>The clone that the tests were built from; compiled into every test project.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string PathOf(string file) => Path.Combine(Root, file);

    public static string Read(string file) => File.ReadAllText(PathOf(file));

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "NewsAlerts.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException($"No NewsAlerts.sln above {AppContext.BaseDirectory}."));
}
