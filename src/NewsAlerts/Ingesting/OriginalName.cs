namespace NewsAlerts.Ingesting;

/// <summary>The name of an original, which is whatever somebody called a file.</summary>
public static class OriginalName
{
    /// <summary>
    /// Whether a client can reach the blob of that name. Addresses lose their parts <c>.</c> and <c>..</c> on the way (RFC 3986, 5.2.4), so with such a part
    /// it would reach another blob, or another container. Some servers take a backslash for a slash.
    /// </summary>
    public static bool CanBeAddressed(ReadOnlySpan<char> name)
    {
        foreach (var part in name.SplitAny('/', '\\'))
        {
            if (name[part] is "." or "..")
            {
                return false;
            }
        }

        return true;
    }
}
