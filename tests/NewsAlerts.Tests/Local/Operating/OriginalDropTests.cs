using System.Text;
using Microsoft.Extensions.Time.Testing;
using Moq;
using NewsAlerts.Ingesting;
using NewsAlerts.Local.Commands;
using NewsAlerts.Local.Operating;

namespace NewsAlerts.Tests.Local.Operating;

public sealed class OriginalDropTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("newsalerts-");
    private readonly Mock<IOriginals> _originals = new();

    [Fact]
    public void A_folder_stands_for_all_below_it_but_what_is_hidden()
    {
        Write("b.txt");
        Write("sub/a.md");
        Write(".hidden");

        Assert.Equal(["b.txt", "sub/a.md"], OriginalDrop.Expand(_folder.FullName).Select(file => file.Name));
    }

    [Fact]
    public void A_backslash_is_part_of_a_name_where_slashes_part_folders()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Write(@"AC\DC.txt");

        var file = Assert.Single(OriginalDrop.Expand(_folder.FullName));
        Assert.Equal(@"AC\DC.txt", file.Name);
        file.Open().Dispose();
    }

    [Fact]
    public void A_name_that_would_lead_out_of_the_inbox_is_refused()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Write(@"a\..\..\templates\digest.html");

        var error = Assert.Throws<CommandException>(() => OriginalDrop.Expand(_folder.FullName));
        Assert.Contains("Rename it. Nothing was added.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_leads_nowhere_is_said_so()
    {
        var error = Assert.Throws<CommandException>(() => OriginalDrop.Expand("/no/such/file.txt"));

        Assert.Contains("There is no file or folder '/no/such/file.txt'.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_is_read_whole_and_dropped_under_its_name()
    {
        using var input = new MemoryStream("A story."u8.ToArray());
        var file = await OriginalDrop.ReadAsync("story.txt", input, CancellationToken.None);
        string? dropped = null;
        _originals
            .Setup(one => one.AddAsync("story.txt", It.IsAny<Stream>(), It.IsAny<CancellationToken>()))
            .Callback((string _, Stream content, CancellationToken _) => dropped = new StreamReader(content, Encoding.UTF8).ReadToEnd())
            .ReturnsAsync(new OriginalHead("story.txt", "1", 8, null, DateTimeOffset.UnixEpoch));

        var heads = await Drop().DropAsync([file], _ => { }, CancellationToken.None);

        Assert.Equal("A story.", dropped);
        Assert.Equal("story.txt", Assert.Single(heads).Name);
    }

    [Fact]
    public async Task Waiting_tells_what_each_became_and_what_is_still_open()
    {
        var (accepted, known, rejected, open) = (Head("a"), Head("k"), Head("r"), Head("o"));
        Handled(accepted, added: ["vsmainyqznf6jmeugngo6dwgge"]);
        Handled(known, known: ["vsmainyqznf6jmeugngo6dwgge"]);
        Handled(rejected, rejection: new Rejection(RejectionReason.Empty, "It is empty.", "Write something."));

        var results = await Drop().WaitAsync([accepted, known, rejected, open], TimeSpan.FromMilliseconds(1), _ => { }, CancellationToken.None);

        Assert.Equal([DropState.Accepted, DropState.Known, DropState.Rejected, DropState.Waiting], results.Select(result => result.State));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private OriginalDrop Drop() => new(_originals.Object, TimeProvider.System);

    private static OriginalHead Head(string name) => new(name, "1", 1, null, DateTimeOffset.UnixEpoch);

    private void Handled(OriginalHead head, IReadOnlyList<string>? added = null, IReadOnlyList<string>? known = null, Rejection? rejection = null) =>
        _originals.Setup(one => one.FindRecordAsync(head.Key, It.IsAny<CancellationToken>())).ReturnsAsync(new OriginalRecord
        {
            Key = head.Key,
            Name = head.Name,
            Done = true,
            EntriesHandled = 1,
            Added = added ?? [],
            Known = known ?? [],
            Rejection = rejection,
        });

    private void Write(string name)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "text");
    }
}
