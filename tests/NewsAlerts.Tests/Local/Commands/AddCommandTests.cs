using NewsAlerts.Local.Commands;
using NewsAlerts.Tests.Local.Given;

namespace NewsAlerts.Tests.Local.Commands;

public sealed class AddCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("newsalerts-");

    [Fact]
    public async Task A_folder_without_files_is_named()
    {
        using var given = new GivenCommandLine();
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, ".hidden"), "A story.");

        Assert.Equal(ExitCodes.Failed, await given.RunAsync("add", _folder.FullName));
        Assert.Equal($"✗ There are no files in '{_folder.FullName}'. Hidden ones do not count.", given.Error.Trim());
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
