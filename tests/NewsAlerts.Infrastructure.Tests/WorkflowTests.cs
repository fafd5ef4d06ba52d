using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace NewsAlerts.Infrastructure.Tests;

/// <summary>What runs outside this repository's tests, held to what can be held: it cannot be tried here.</summary>
public partial class WorkflowTests
{
    public static TheoryData<string> Workflows => [.. Directory.EnumerateFiles(Repository.PathOf(".github/workflows"), "*.yml").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Workflows))]
    public void An_action_is_pinned_to_a_commit_and_says_which_version_that_is(string workflow)
    {
        var uses = Repository.Read($".github/workflows/{workflow}").Split('\n').Where(line => line.TrimStart(' ', '-').StartsWith("uses:", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(uses);
        Assert.All(uses, line => Assert.Matches(Pinned(), line));
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_workflow_may_read_the_code_and_each_job_only_what_it_needs_besides(string workflow)
    {
        var root = Read($".github/workflows/{workflow}");

        Assert.Equal("read", Text(root, "permissions", "contents"));
        Assert.Single(((YamlMappingNode)root["permissions"]).Children);
        Assert.All(((YamlMappingNode)root["jobs"]).Children.Values, job => Assert.NotEqual("", Text((YamlMappingNode)job, "timeout-minutes")));
    }

    [Fact]
    public void A_deployment_signs_in_without_a_secret()
    {
        var text = Repository.Read(".github/workflows/deploy.yml");

        Assert.Contains("id-token: write", text, StringComparison.Ordinal);
        Assert.DoesNotContain("AZURE_CREDENTIALS", text, StringComparison.Ordinal);
        Assert.DoesNotContain("client-secret", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_azd_names_is_there()
    {
        var azure = Read("azure.yaml");

        Assert.True(File.Exists(Repository.PathOf($"infra/{Text(azure, "infra", "module")}.bicepparam")));
        Assert.True(Directory.Exists(Repository.PathOf(Text(azure, "services", "functions", "project"))));
        Assert.All(["posix", "windows"], system => Assert.True(File.Exists(Repository.PathOf(Text(azure, "hooks", "postdeploy", system, "run")))));
        // How azd finds the app that it deploys to.
        Assert.Contains("'azd-service-name': 'functions'", Repository.Read("infra/modules/app.bicep"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_VS_Code_starts_and_takes_for_the_app_is_there()
    {
        using var settings = Json(".vscode/settings.json");
        using var tasks = Json(".vscode/tasks.json");
        using var launch = Json(".vscode/launch.json");
        var app = settings.RootElement.GetProperty("azureFunctions.projectSubpath").GetString()!;
        var all = tasks.RootElement.GetProperty("tasks").EnumerateArray().ToDictionary(task => task.GetProperty("label").GetString()!);

        Assert.True(File.Exists(Repository.PathOf($"{app}/NewsAlerts.Functions.csproj")));
        Assert.Equal($"${{workspaceFolder}}/{app}", all["Functions app"].GetProperty("options").GetProperty("cwd").GetString());
        Assert.All(
            all.Values.Where(task => task.TryGetProperty("dependsOn", out _)).SelectMany(task => task.GetProperty("dependsOn").EnumerateArray()), other => Assert.Contains(other.GetString()!, all.Keys));
        Assert.All(launch.RootElement.GetProperty("configurations").EnumerateArray(), one => Assert.Contains(one.GetProperty("preLaunchTask").GetString()!, all.Keys));
    }

    private static JsonDocument Json(string file) => JsonDocument.Parse(Repository.Read(file), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });

    private static YamlMappingNode Read(string file)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Repository.Read(file)));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    private static string Text(YamlNode node, params string[] path) => ((YamlScalarNode)path.Aggregate(node, (at, step) => at[step])).Value!;

    [GeneratedRegex(@"uses: [A-Za-z0-9-]+/[A-Za-z0-9._/-]+@[0-9a-f]{40} # v\d+(\.\d+)*$")]
    private static partial Regex Pinned();
}
