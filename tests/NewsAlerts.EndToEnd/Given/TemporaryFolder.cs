namespace NewsAlerts.EndToEnd.Given;

/// <summary>An empty folder that goes when the test does.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("newsalerts-").FullName;

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A process that is just ending may still write: the system clears its temporary folder anyway.
        }
    }
}
