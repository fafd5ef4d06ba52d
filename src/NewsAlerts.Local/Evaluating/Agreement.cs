namespace NewsAlerts.Local.Evaluating;

/// <summary>How well verdicts agree with people's. What is to be found is the claim that its article does not support.</summary>
internal sealed class Agreement
{
    private readonly List<(bool Label, bool Supported, double Score)> _claims = [];

    /// <summary>Labelled claims.</summary>
    public int Count => _claims.Count;

    /// <summary>Those that people found unsupported.</summary>
    public int Unsupported => _claims.Count(claim => !claim.Label);

    /// <summary>Of the claims that were refused, how many deserved it, 0 to 1.</summary>
    public double Precision => Share(_claims.Count(claim => !claim.Label && !claim.Supported), _claims.Count(claim => !claim.Supported));

    /// <summary>Of the unsupported claims, how many were refused.</summary>
    public double Recall => Share(_claims.Count(claim => !claim.Label && !claim.Supported), Unsupported);

    /// <summary>Of the supported claims, how many were refused.</summary>
    public double FalseAlarms => Share(_claims.Count(claim => claim.Label && !claim.Supported), Count - Unsupported);

    /// <summary>How often a supported claim has a higher score than an unsupported one; a tie counts half (Mann and Whitney, 1947).</summary>
    public double Auc
    {
        get
        {
            var (wins, below) = (0d, 0);
            foreach (var tie in _claims.GroupBy(claim => claim.Score).OrderBy(group => group.Key))
            {
                var supported = tie.Count(claim => claim.Label);
                var unsupported = tie.Count() - supported;
                wins += supported * (below + (unsupported / 2d));
                below += unsupported;
            }

            return below > 0 && below < Count ? wins / ((double)below * (Count - below)) : 0;
        }
    }

    /// <param name="label">What people found; null where nobody was asked.</param>
    /// <param name="supported">The verdict.</param>
    /// <param name="score">Its score.</param>
    public void Add(bool? label, bool supported, double score)
    {
        if (label is { } known)
        {
            _claims.Add((known, supported, score));
        }
    }

    private static double Share(int part, int whole) => whole > 0 ? (double)part / whole : 0;
}
