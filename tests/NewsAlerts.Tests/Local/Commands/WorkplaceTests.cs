using NewsAlerts.Local.Commands;

namespace NewsAlerts.Tests.Local.Commands;

public sealed class WorkplaceTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("newsalerts-");

    [Theory]
    [InlineData("{\n  \"Summarize\": { \"KeyPoints\": 2, }}\n  secret", "is not valid JSON (line 3, byte 3)")]
    [InlineData("", "is not valid JSON (line 1, byte 1)")]
    [InlineData("[]", "cannot be used (")]
    public void A_file_of_settings_that_is_broken_is_named_with_the_place(string content, string expected)
    {
        var file = Path.Combine(_folder.FullName, "appsettings.json");
        File.WriteAllText(file, content);

        var error = Assert.Throws<CommandException>(() => In(_folder.FullName).Configure());

        Assert.StartsWith($"appsettings.json {expected}", error.Message, StringComparison.Ordinal);
        Assert.EndsWith($". Mend it, or move it away: {file}", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Failed, error.ExitCode);
    }

    [Fact]
    public void Settings_come_from_a_file_where_there_is_one()
    {
        Assert.Null(In(_folder.FullName).Configure()["Polish:Colour"]);

        File.WriteAllText(Path.Combine(_folder.FullName, "appsettings.json"), """{ "Polish": { "Colour": "red" } }""");

        Assert.Equal("red", In(_folder.FullName).Configure()["Polish:Colour"]);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static Workplace In(string folder) => new(Storage: null, DataFolder: null) { Folder = folder };
}
