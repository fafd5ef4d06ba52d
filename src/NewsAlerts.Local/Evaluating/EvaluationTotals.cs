namespace NewsAlerts.Local.Evaluating;

/// <summary>Measurements of a file, or of several: numbers only, so that a million articles fit.</summary>
internal sealed class EvaluationTotals(Measurer measurer)
{
    private readonly TaskTotals _keyPoints = new(measurer.KeyPointSystems);
    private readonly TaskTotals _headlines = new(measurer.HeadlineSystems);
    private int _articles;
    private (int Grounded, int All) _points;
    private TimeSpan _took;

    public void Add(Measurement measurement)
    {
        _articles++;
        _points = (_points.Grounded + measurement.Points.Grounded, _points.All + measurement.Points.All);
        _took += measurement.Took;
        _keyPoints.Add(measurement.KeyPoints, measurement.TextWords);
        _headlines.Add(measurement.Headline, measurement.TextWords);
    }

    /// <param name="file">Its name; null for all files together.</param>
    /// <param name="skipped">Lines that were left out.</param>
    public EvaluationJson Report(string? file, int skipped) => new(
        file,
        _articles,
        skipped,
        Math.Round(_articles / Math.Max(_took.TotalSeconds, 1e-6), 1),
        _points.All == 0 ? null : Math.Round((double)_points.Grounded / _points.All, 4),
        _points.All,
        _keyPoints.Report(),
        _headlines.Report());

    /// <summary>One of the two things that are measured.</summary>
    private sealed class TaskTotals(IReadOnlyList<string> systems)
    {
        private readonly List<SystemScore[]> _scores = [];
        private long _textWords;

        public void Add(SystemScore[]? scores, int textWords)
        {
            if (scores is not null)
            {
                _scores.Add(scores);
                _textWords += textWords;
            }
        }

        public IReadOnlyList<SystemJson> Report() => _scores.Count == 0 ? [] : [.. systems.Select(Report)];

        private SystemJson Report(string system, int index) => new(
            system,
            _scores.Count,
            Mean(index, score => 100 * score.Rouge1),
            Mean(index, score => 100 * score.Rouge2),
            Mean(index, score => 100 * score.RougeLsum),
            Mean(index, score => score.Words),
            Math.Round(_scores.Sum(scores => (double)scores[index].Words) / Math.Max(1, _textWords), 4),
            index == 0 ? null : Margin(index));

        private double Mean(int index, Func<SystemScore, double> value) => Math.Round(_scores.Average(scores => value(scores[index])), 2);

        private MarginJson Margin(int index)
        {
            var (mean, low, high) = Bootstrap.Of([.. _scores.Select(scores => 100 * (scores[0].Sum - scores[index].Sum))]);
            return new MarginJson(Math.Round(mean, 2), Math.Round(low, 2), Math.Round(high, 2));
        }
    }
}
