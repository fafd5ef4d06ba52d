namespace NewsAlerts.Local.Emulators;

/// <summary>A file that one process at a time can hold open: a lock that ends with its holder, however that ends.</summary>
internal static class ExclusiveFile
{
    /// <returns>The open file, or <see langword="null"/> while someone else has it.</returns>
    public static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException ex) when (ex is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException))
        {
            return null;
        }
    }
}
