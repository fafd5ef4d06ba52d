using Azure;
using NewsAlerts.Local.Watching;
using NewsAlerts.Tests.Given;
using NewsAlerts.Tests.Local.Given;

namespace NewsAlerts.Tests.Local.Watching;

/// <summary>Each file of a folder is added once, when it is complete, whatever the system tells and whoever restarts.</summary>
public sealed class WatchedFolderTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("newsalerts-");
    private readonly WaitedByTime _time = new(new DateTimeOffset(2026, 5, 4, 5, 0, 0, TimeSpan.Zero));
    private readonly DroppedOriginals _dropped = new();
    private readonly List<WatchNews> _news = [];
    private readonly string _folder;
    private readonly string _data;

    public WatchedFolderTests()
    {
        _folder = _root.CreateSubdirectory("inbox").FullName;
        _data = _root.CreateSubdirectory("inbox/data").FullName;
    }

    [Fact]
    public async Task A_file_that_appears_is_added_when_it_stands_still()
    {
        using var watched = await BeginAsync();
        Write("story.txt", "A story.");

        await watched.LookAsync(default);
        Assert.Empty(_dropped.All);

        Write("story.txt", "A story that is still being written.");
        await NextLookAsync(watched);
        Assert.Empty(_dropped.All);

        await NextLookAsync(watched);
        Assert.Equal([("story.txt", "A story that is still being written.")], _dropped.All);

        await NextLookAsync(watched);
        Assert.Single(_dropped.All);
    }

    [Fact]
    public async Task A_file_without_content_is_waited_for()
    {
        using var watched = await BeginAsync();
        Write("story.txt", "");

        await SettleAsync(watched);
        Assert.Empty(_dropped.All);

        Write("story.txt", "A story.");
        await SettleAsync(watched);
        Assert.Single(_dropped.All);
    }

    [Fact]
    public async Task Only_what_may_be_an_article_counts()
    {
        using var watched = await BeginAsync();
        Write("sub/deep/story.md", "A story.");
        Write("story.txt.part", "Half a st");
        Write(".hidden", "Nothing.");
        Write(".newsalerts/azurite/blob", "Nothing.");
        Write("~$story.docx", "Nothing.");
        Write("data/azurite/blob", "What was added.");
        Write("../elsewhere.txt", "Private.");
        File.CreateSymbolicLink(Path.Combine(_folder, "link.txt"), Path.Combine(_root.FullName, "elsewhere.txt"));

        await SettleAsync(watched);

        Assert.Equal(["sub/deep/story.md"], _dropped.Names);
    }

    [Fact]
    public async Task A_name_with_backslashes_leads_out_of_neither_the_folder_nor_the_inbox()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var watched = await BeginAsync();
        Write("../elsewhere.txt", "Private.");
        Write(@"x\..\..\elsewhere.txt", "Private.");
        Write(@"AC\DC.txt", "A story.");

        await SettleAsync(watched);
        await SettleAsync(watched);

        Assert.Equal([(@"AC\DC.txt", "A story.")], _dropped.All);
        Assert.Contains("Rename it.", Assert.Single(_news.OfType<WatchNews.Failed>()).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_gets_its_name_when_it_is_done_is_added_under_that()
    {
        using var watched = await BeginAsync();
        Write("story.txt.part", "A story.");
        await SettleAsync(watched);
        File.Move(Path.Combine(_folder, "story.txt.part"), Path.Combine(_folder, "story.txt"));

        await SettleAsync(watched);

        Assert.Equal(["story.txt"], _dropped.Names);
    }

    [Fact]
    public async Task What_was_there_before_is_left_out_and_said_to_be()
    {
        Write("old.txt", "An old story.");
        Write("older.txt", "An older story.");

        using var watched = await BeginAsync();
        Write("new.txt", "A new story.");
        await SettleAsync(watched);

        Assert.Equal(["new.txt"], _dropped.Names);
        Assert.Equal(new WatchNews.LeftOut(_folder, 2), _news[0]);
    }

    [Fact]
    public async Task What_was_left_out_can_be_added_later()
    {
        Write("old.txt", "An old story.");
        (await BeginAsync()).Dispose();

        using var watched = Watch(existing: true);
        await SettleAsync(watched);

        Assert.Equal(["old.txt"], _dropped.Names);
    }

    [Fact]
    public async Task What_was_there_before_and_is_changed_is_new()
    {
        Write("log.txt", "An old story.");
        using var watched = await BeginAsync();

        Write("log.txt", "An old story with a correction.");
        await SettleAsync(watched);

        Assert.Equal(["log.txt"], _dropped.Names);
    }

    [Fact]
    public async Task After_a_restart_only_what_came_meanwhile_is_added()
    {
        using (var first = await BeginAsync())
        {
            Write("one.txt", "The first story.");
            await SettleAsync(first);
        }

        Write("two.txt", "The second story.");
        using var second = Watch();
        await SettleAsync(second);

        Assert.Equal(["one.txt", "two.txt"], _dropped.Names);
    }

    [Fact]
    public async Task The_same_content_under_another_name_or_time_is_not_added_again()
    {
        using var watched = await BeginAsync();
        Write("story.txt", "A story.");
        await SettleAsync(watched);
        File.Move(Path.Combine(_folder, "story.txt"), Path.Combine(_folder, "renamed.txt"));
        Write("copy.txt", "A story.");

        await SettleAsync(watched);

        Assert.Equal(["story.txt"], _dropped.Names);
        Assert.Equal(["copy.txt", "renamed.txt"], _news.OfType<WatchNews.Same>().Select(same => same.Name).Order());
    }

    [Fact]
    public async Task What_could_not_be_added_is_tried_again()
    {
        using var watched = await BeginAsync();
        Write("story.txt", "A story.");
        await watched.LookAsync(default);
        _time.Advance(WatchedFolder.Settle);
        _dropped.IsAway = true;
        await Assert.ThrowsAsync<RequestFailedException>(() => watched.LookAsync(default));

        _dropped.IsAway = false;
        await watched.LookAsync(default);

        Assert.Equal(["story.txt"], _dropped.Names);
    }

    [Fact]
    public async Task A_line_that_a_crash_cut_off_costs_that_file_its_line_and_no_other()
    {
        Write("old.txt", "An old story.");
        (await BeginAsync()).Dispose();
        var book = Assert.Single(Directory.GetFiles(_data, "folder-*.jsonl", SearchOption.AllDirectories));
        await File.AppendAllTextAsync(book, "{\"path\":\"st");
        Write("story.txt", "A story.");

        using var watched = Watch();
        await SettleAsync(watched);

        Assert.Equal(["story.txt"], _dropped.Names);
    }

    [Fact]
    public async Task Files_that_are_away_for_a_day_are_no_new_ones_when_they_come_back()
    {
        Write("old.txt", "An old story.");
        (await BeginAsync()).Dispose();
        var away = Path.Combine(_root.FullName, "old.txt");
        File.Move(Path.Combine(_folder, "old.txt"), away);
        using (var without = Watch())
        {
            await SettleAsync(without);
        }

        _time.Advance(TimeSpan.FromDays(1));
        File.Move(away, Path.Combine(_folder, "old.txt"));
        using var again = Watch();
        await SettleAsync(again);

        Assert.Empty(_dropped.All);
    }

    [Fact]
    public async Task A_file_that_no_installation_takes_is_complained_of_once()
    {
        using var watched = await BeginAsync();
        await using (var large = File.Create(Path.Combine(_folder, "large.txt")))
        {
            large.SetLength(51 * 1_024 * 1_024);
        }

        await SettleAsync(watched);
        await SettleAsync(watched);

        var failed = Assert.Single(_news.OfType<WatchNews.Failed>());
        Assert.Equal("large.txt", failed.Name);
        Assert.Contains("an original may never have more than", failed.Why, StringComparison.Ordinal);
        Assert.Empty(_dropped.All);
    }

    [Fact]
    public async Task A_folder_that_is_gone_fails_the_look_and_is_found_when_it_is_back()
    {
        using var watched = await BeginAsync();
        Directory.Delete(_folder, recursive: true);
        await Assert.ThrowsAsync<DirectoryNotFoundException>(() => watched.LookAsync(default));
        Write("story.txt", "A story.");
        Directory.CreateDirectory(Path.Combine(_data, "watch"));

        await SettleAsync(watched);

        Assert.Equal(["story.txt"], _dropped.Names);
    }

    [Fact]
    public async Task A_change_rings_long_before_the_next_look()
    {
        using var watched = new WatchedFolder(
            _folder, new FolderScan(_folder, _data), Memory().Folder(_folder), _dropped.Inbox, existing: false, TimeProvider.System, _news.Add);
        await watched.LookAsync(default);

        var rung = watched.WaitAsync(TimeSpan.FromDays(1), CancellationToken.None);
        Write("story.txt", "A story.");

        await rung.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task One_look_says_what_is_still_being_written()
    {
        (await BeginAsync()).Dispose();
        using var watched = Watch();
        Write("story.txt", "A story");
        var look = watched.LookOnceAsync(default);

        await _time.Waited;
        Write("story.txt", "A story that goes on");
        _time.Advance(WatchedFolder.Settle);
        await look;

        Assert.Equal([new WatchNews.Unfinished(_folder, "story.txt")], _news);
        Assert.Empty(_dropped.All);
    }

    public void Dispose() => _root.Delete(recursive: true);

    private WatchMemory Memory() => WatchMemory.Open(_data, account: null);

    private WatchedFolder Watch(bool existing = false) =>
        new(_folder, new FolderScan(_folder, _data), Memory().Folder(_folder), _dropped.Inbox, existing, _time, _news.Add);

    /// <summary>A watch that has seen what is there.</summary>
    private async Task<WatchedFolder> BeginAsync()
    {
        var watched = Watch();
        await watched.LookAsync(default);
        return watched;
    }

    private async Task NextLookAsync(WatchedFolder watched)
    {
        _time.Advance(WatchedFolder.Settle);
        await watched.LookAsync(default);
    }

    private async Task SettleAsync(WatchedFolder watched)
    {
        await watched.LookAsync(default);
        await NextLookAsync(watched);
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
