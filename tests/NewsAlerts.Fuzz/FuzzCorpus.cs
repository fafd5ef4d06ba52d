using System.Text;

namespace NewsAlerts.Fuzz;

/// <summary>What a target begins with, and what it once failed on.</summary>
internal static class FuzzCorpus
{
    /// <summary>The seeds of a target, and the files of its corpus: what fuzzing found, by the name of what was wrong.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Of(FuzzTarget target) =>
        target.Seeds.Select((seed, index) => ($"seed-{index:00}", Encoding.UTF8.GetBytes(seed))).Concat(Findings(target));

    /// <summary>The files of the corpus alone.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Findings(FuzzTarget target)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "FuzzCorpus", target.Name);
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(file => (Path.GetFileName(file), File.ReadAllBytes(file))) : [];
    }
}
