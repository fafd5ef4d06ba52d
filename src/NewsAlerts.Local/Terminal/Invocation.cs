namespace NewsAlerts.Local.Terminal;

/// <summary>How the user calls this command again.</summary>
internal static class Invocation
{
    public static string Of(string arguments) => $"{Name} {arguments}";

    // The tool is called newsalerts; anything else is a build out of a clone.
    private static string Name => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "newsalerts"
        ? "newsalerts"
        : "dotnet run --project src/NewsAlerts.Local --";
}
