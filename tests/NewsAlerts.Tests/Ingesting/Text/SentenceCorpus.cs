using System.Reflection;

namespace NewsAlerts.Tests.Ingesting.Text;

/// <summary>The hard cases in Corpus/; its README says how they are written.</summary>
public static class SentenceCorpus
{
    public static IEnumerable<object[]> Cases =>
        from resource in Assembly.GetExecutingAssembly().GetManifestResourceNames()
        where resource.StartsWith("Corpus/", StringComparison.Ordinal)
        orderby resource
        let language = Path.GetFileNameWithoutExtension(resource)
        from line in Lines(resource)
        where line.Length > 0 && line[0] != '#'
        select new object[] { language, line };

    public static (string Text, string[] Sentences) Parse(string marked)
    {
        var text = marked.Replace('⏎', '\n');
        return (text.Replace("|", "", StringComparison.Ordinal), text.Split('|', StringSplitOptions.TrimEntries));
    }

    private static string[] Lines(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries);
    }
}
