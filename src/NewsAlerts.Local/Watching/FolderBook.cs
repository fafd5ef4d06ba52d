using System.Text.Json;

namespace NewsAlerts.Local.Watching;

/// <summary>
/// Which files of a folder are known, on disk: JSON lines, one added for each file after it was dropped, so that a crash repeats at most what the library
/// recognises. A line that was cut off counts for nothing. Files that have gone are forgotten after a month: a drive that is not mounted is not an empty one.
/// </summary>
internal sealed class FolderBook
{
    private static readonly TimeSpan RememberGone = TimeSpan.FromDays(30);

    private readonly string _path;
    private readonly Dictionary<string, SeenFile> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _contents = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    private FolderBook(string path) => _path = path;

    /// <summary>Whether the folder has never been watched.</summary>
    public bool IsNew { get; private set; }

    public static FolderBook Open(string path)
    {
        var book = new FolderBook(path) { IsNew = !File.Exists(path) };
        foreach (var line in book.IsNew ? [] : File.ReadLines(path))
        {
            if (SeenFile.TryParse(line) is { } file)
            {
                book.Keep(file);
            }
        }

        return book;
    }

    public SeenFile? Find(string path)
    {
        lock (_lock)
        {
            return _files.GetValueOrDefault(path);
        }
    }

    /// <summary>Whether a file of that content was added, whatever it was called.</summary>
    public bool Holds(string content)
    {
        lock (_lock)
        {
            return _contents.Contains(content);
        }
    }

    /// <summary>Writes down a file, over what was known of one of its name.</summary>
    public void Add(SeenFile file)
    {
        lock (_lock)
        {
            Keep(file);
            File.AppendAllText(_path, Line(file));
        }
    }

    /// <summary>Begins, or begins anew, with what was there already: all of it or nothing.</summary>
    public void Begin(IEnumerable<SeenFile> files)
    {
        lock (_lock)
        {
            foreach (var file in files)
            {
                Keep(file);
            }

            Write();
            IsNew = false;
        }
    }

    /// <summary>Forgets what has been gone for long, and makes one line of several of a file.</summary>
    public void Tidy(IReadOnlySet<string> present, DateTimeOffset now)
    {
        lock (_lock)
        {
            foreach (var file in _files.Values.ToList())
            {
                if (present.Contains(file.Path))
                {
                    _files[file.Path] = file with { Gone = null };
                }
                else if (file.Gone is { } gone && now - gone >= RememberGone)
                {
                    _files.Remove(file.Path);
                }
                else
                {
                    _files[file.Path] = file with { Gone = file.Gone ?? now };
                }
            }

            Write();
        }
    }

    private void Keep(SeenFile file)
    {
        _files[file.Path] = file;
        if (file.Content is { } content)
        {
            _contents.Add(content);
        }
    }

    private void Write()
    {
        var aside = _path + ".new";
        File.WriteAllLines(aside, _files.Values.Select(file => Line(file).TrimEnd('\n')));
        File.Move(aside, _path, overwrite: true);
    }

    private static string Line(SeenFile file) => JsonSerializer.Serialize(file, WatchMemoryJson.Default.SeenFile) + "\n";
}

/// <summary>A file that is known.</summary>
/// <param name="Path">Within the folder.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Modified">When it was last written to, UTC.</param>
/// <param name="Content">The hash of its content; null for one that was left out.</param>
/// <param name="Gone">Since when it has been missing; null where it is there.</param>
internal sealed record SeenFile(string Path, long Length, DateTime Modified, string? Content, DateTimeOffset? Gone = null)
{
    /// <summary>In the place of a content that no installation takes.</summary>
    public const string TooLarge = "too large";

    /// <summary>In the place of a content whose file has a name that no original can have.</summary>
    public const string Unaddressable = "unaddressable";

    public static SeenFile Of(FileStamp file, string? content) => new(file.Path, file.Length, file.Modified, content);

    public static SeenFile? TryParse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, WatchMemoryJson.Default.SeenFile) is { Path: not null } file ? file : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public bool Is(FileStamp file) => (Path, Length, Modified) == (file.Path, file.Length, file.Modified);
}
