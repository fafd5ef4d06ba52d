using System.Collections.Concurrent;
using System.Reflection;

namespace NewsAlerts.Infrastructure.Tests.Given;

/// <summary>The Bicep compiler that the project file fetches, run on a copy of infra/.</summary>
internal static class Bicep
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Built = new();
    private static readonly Lazy<string> Folder = new(CopyOfTheTemplates);

    /// <summary>A copy of infra/, in which a test may write.</summary>
    public static string Templates => Folder.Value;

    /// <summary>What a template compiles to, as ARM would get it; each is compiled once.</summary>
    public static Task<string> BuildAsync(string template) => Built.GetOrAdd(template, _ => new(() => CompileAsync(template))).Value;

    public static Task<Ran> RunAsync(params string[] arguments) => RunAsync(arguments, new Dictionary<string, string>());

    public static async Task<Ran> RunAsync(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var path = Tool("Bicep");
        Skip.IfNot(File.Exists(path), $"No Bicep compiler at {path}: its package is for Linux, macOS and Windows on x64, and macOS on arm64.");
        return await Command.RunAsync(path, arguments, environment, Templates);
    }

    public static string Tool(string name) =>
        typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == name).Value!;

    private static async Task<string> CompileAsync(string template)
    {
        var build = await RunAsync("build", template, "--stdout");
        Assert.Equal((0, ""), (build.ExitCode, build.Errors));
        return build.Output;
    }

    private static string CopyOfTheTemplates()
    {
        var copy = Directory.CreateTempSubdirectory("newsalerts-infra-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(copy, recursive: true);
        var original = Repository.PathOf("infra");
        foreach (var file in Directory.EnumerateFiles(original, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(copy, Path.GetRelativePath(original, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return copy;
    }
}
