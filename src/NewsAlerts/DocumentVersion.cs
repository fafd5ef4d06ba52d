namespace NewsAlerts;

/// <summary>Documents and messages say their version; one that this code does not know is left untouched.</summary>
internal static class DocumentVersion
{
    /// <exception cref="FormatException">The version is not the one that this code reads.</exception>
    public static int Known(int version, int current, string what) => version == current
        ? version
        : throw new FormatException($"Version {version} of {what} is not {current}, the one that this host reads. Upgrade the host, then try again.");
}
