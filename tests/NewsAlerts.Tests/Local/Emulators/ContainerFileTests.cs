using System.Text.Json;

namespace NewsAlerts.Tests.Local.Emulators;

/// <summary>What compose.yaml and the development container start is what <c>newsalerts run</c> installs: 3.37 of Azurite, for one, wants another Node.</summary>
public class ContainerFileTests
{
    private static readonly JsonDocumentOptions WithComments = new() { CommentHandling = JsonCommentHandling.Skip };

    public static TheoryData<string, string> Emulators()
    {
        using var package = JsonDocument.Parse(Repository.Read("src/NewsAlerts.Local/Emulators/package.json"));
        var all = new TheoryData<string, string>();
        foreach (var emulator in package.RootElement.GetProperty("dependencies").EnumerateObject())
        {
            all.Add(emulator.Name, emulator.Value.GetString()!);
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(Emulators))]
    public void Containers_have_the_emulators_that_the_tool_installs(string emulator, string version)
    {
        using var container = JsonDocument.Parse(Repository.Read(".devcontainer/devcontainer.json"), WithComments);

        Assert.Contains($" {emulator}@{version} ", container.RootElement.GetProperty("postCreateCommand").GetString() + " ", StringComparison.Ordinal);
        Assert.Matches($@"image: \S+/{emulator}:{version}\n", Repository.Read("compose.yaml"));
    }
}
