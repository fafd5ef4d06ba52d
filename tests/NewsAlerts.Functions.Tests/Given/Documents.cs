using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsAlerts.Functions.Tests.Given;

/// <summary>What the repository's documents and settings say.</summary>
internal static partial class Documents
{
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Repository.PathOf(folder), pattern, SearchOption.AllDirectories);

    /// <summary>A JSON file's values by their path, such as <c>extensions.queues.batchSize</c>.</summary>
    public static IReadOnlyDictionary<string, string> ReadJson(string path)
    {
        using var document = JsonDocument.Parse(Repository.Read(path));
        return Values(document.RootElement, "").ToDictionary();
    }

    /// <summary>The cells of the Markdown table below the line that starts with <paramref name="header"/>, without back quotes.</summary>
    public static IReadOnlyList<string[]> ReadTable(string path, string header) =>
    [
        .. Repository.Read(path).Split('\n')
            .SkipWhile(line => !line.StartsWith(header, StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|').Select(cell => BackQuoted().Replace(cell.Trim(), "$1")).ToArray()),
    ];

    private static IEnumerable<KeyValuePair<string, string>> Values(JsonElement element, string path) =>
        element.ValueKind == JsonValueKind.Object
            ? element.EnumerateObject().SelectMany(property => Values(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}"))
            : [new(path, element.ToString())];

    [GeneratedRegex("^`([^`]*)`$")]
    private static partial Regex BackQuoted();
}
