namespace NewsAlerts.Local.Terminal;

/// <summary>How the user calls this command again.</summary>
internal static class Invocation
{
    public static string Of(string arguments) => $"{(IsInstalled ? "newsalerts" : "dotnet run --project src/NewsAlerts.Local --")} {arguments}";

    /// <summary>Whether this is the installed tool, which is called newsalerts; anything else is a build out of a clone.</summary>
    public static bool IsInstalled => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "newsalerts";
}
