using System.Reflection;

namespace NewsAlerts.Local;

/// <summary>The version of this program.</summary>
internal static class ProgramVersion
{
    /// <summary>With the commit that it was built from, where that is known: "0.1.0+e0c9dbe…".</summary>
    public static string Full { get; } = typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>For people: "0.1.0".</summary>
    public static string Short { get; } = Full.Split('+')[0];
}
