namespace NewsAlerts;

/// <summary>Documents and messages say their version; one that this code does not know is left untouched.</summary>
internal static class DocumentVersion
{
    /// <exception cref="FormatException">The version is not one that this code reads.</exception>
    public static int Known(int version, int current, string what) => Known(version, current, current, what);

    /// <summary>The same where older versions, from <paramref name="oldest"/> on, are read too.</summary>
    /// <exception cref="FormatException">The version is not one that this code reads.</exception>
    public static int Known(int version, int oldest, int current, string what) => version >= oldest && version <= current
        ? version
        : throw new FormatException(
            $"Version {version} of {what} is not {(oldest == current ? $"{current}, the one" : $"{oldest} to {current}, those")} that this host reads. Upgrade the host, then try again.");
}
