namespace NewsAlerts.Local.Watching;

/// <summary>A file as a look at its folder saw it.</summary>
/// <param name="Path">Within the folder, with slashes.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Modified">When it was last written to, UTC.</param>
internal readonly record struct FileStamp(string Path, long Length, DateTime Modified);
