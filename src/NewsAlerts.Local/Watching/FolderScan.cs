using System.IO.Enumeration;

namespace NewsAlerts.Local.Watching;

/// <summary>
/// What lies in a folder and below it and may be an article. Left out: what is hidden; what is still being written by its name, since its writer renames
/// it when it is done; links, which could lead anywhere; and the data folder, in which the local storage keeps what was added.
/// </summary>
/// <param name="folder">The folder, full path.</param>
/// <param name="dataFolder">Full path.</param>
internal sealed class FolderScan(string folder, string dataFolder)
{
    /// <summary>By which browsers, downloaders, editors and office programs name what they have not finished.</summary>
    private static readonly string[] Unfinished = [".part", ".partial", ".crdownload", ".download", ".tmp", ".temp", ".swp", "~"];

    private readonly string _data = Path.TrimEndingDirectorySeparator(dataFolder);

    /// <exception cref="DirectoryNotFoundException">The folder is gone.</exception>
    public IReadOnlyList<FileStamp> Look()
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            IgnoreInaccessible = true,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        };
        var files = new FileSystemEnumerable<FileStamp>(
            folder,
            (ref FileSystemEntry entry) => new FileStamp(
                Path.GetRelativePath(folder, entry.ToFullPath()).Replace(Path.DirectorySeparatorChar, '/'), entry.Length, entry.LastWriteTimeUtc.UtcDateTime),
            options)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && Counts(entry.FileName),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => Counts(entry.FileName) && entry.ToFullPath() != _data,
        };
        return [.. files];
    }

    /// <summary>Whether a change at a path may be one of what <see cref="Look"/> finds.</summary>
    /// <param name="path">Full path.</param>
    public bool Concerns(string path)
    {
        foreach (var part in Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar))
        {
            if (!Counts(part))
            {
                return false;
            }
        }

        return path != _data && !path.StartsWith(_data + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }

    /// <summary>Windows hides by an attribute, others by the dot; what begins with one is hidden everywhere here.</summary>
    private static bool Counts(ReadOnlySpan<char> name)
    {
        foreach (var ending in Unfinished)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return !name.StartsWith(".") && !name.StartsWith("~$");
    }
}
