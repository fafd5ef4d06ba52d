using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsAlerts.Functions.Tests.Given;

/// <summary>The files of the repository that this build came from.</summary>
internal static partial class Repository
{
    private static readonly string Root = Find(AppContext.BaseDirectory);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories);

    /// <summary>A JSON file's values by their path, such as <c>extensions.queues.batchSize</c>.</summary>
    public static IReadOnlyDictionary<string, string> ReadJson(string path)
    {
        using var document = JsonDocument.Parse(Read(path));
        return Values(document.RootElement, "").ToDictionary();
    }

    /// <summary>The cells of the Markdown table below the line that starts with <paramref name="header"/>, without back quotes.</summary>
    public static IReadOnlyList<string[]> ReadTable(string path, string header) =>
    [
        .. Read(path).Split('\n')
            .SkipWhile(line => !line.StartsWith(header, StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|').Select(cell => BackQuoted().Replace(cell.Trim(), "$1")).ToArray()),
    ];

    private static IEnumerable<KeyValuePair<string, string>> Values(JsonElement element, string path) =>
        element.ValueKind == JsonValueKind.Object
            ? element.EnumerateObject().SelectMany(property => Values(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}"))
            : [new(path, element.ToString())];

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "NewsAlerts.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests do not run inside the repository."));

    [GeneratedRegex("^`([^`]*)`$")]
    private static partial Regex BackQuoted();
}
