namespace NewsAlerts;

/// <summary>Guesses what was meant by a name that nothing has.</summary>
public static class NearestName
{
    /// <summary>
    /// The one of <paramref name="names"/> that takes the fewest letters to be put in, left out, changed or swapped with their neighbour, whatever their
    /// case; null where that would be more than a third of them.
    /// </summary>
    public static string? Of(string given, IEnumerable<string> names) => names
        .Select(name => (Name: name, Distance: Distance(given.ToUpperInvariant(), name.ToUpperInvariant())))
        .Where(one => one.Distance <= Math.Max(1, Math.Max(given.Length, one.Name.Length) / 3))
        .OrderBy(one => one.Distance)
        .Select(one => one.Name)
        .FirstOrDefault();

    /// <summary>Optimal string alignment: Damerau-Levenshtein without editing a stretch twice.</summary>
    private static int Distance(string one, string other)
    {
        var rows = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                rows[i, j] = (i, j) switch
                {
                    (0, _) => j,
                    (_, 0) => i,
                    _ => Math.Min(
                        Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1),
                        rows[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1)),
                };
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[one.Length, other.Length];
    }
}
