using NewsAlerts.Summarizing;

namespace NewsAlerts.Local.Evaluating;

/// <summary>What a system made of one article: ROUGE F1, each 0 to 1, and how long it is.</summary>
internal readonly record struct SystemScore(double Rouge1, double Rouge2, double RougeLsum, int Words)
{
    /// <summary>What systems are compared by.</summary>
    public double Sum => Rouge1 + Rouge2;
}

/// <summary>One article, condensed and compared with what an editor made of it.</summary>
internal sealed record Measurement
{
    /// <summary>Words of the article.</summary>
    public required int TextWords { get; init; }

    /// <summary>In the order of <see cref="Measurer.KeyPointSystems"/>; null where the reference has none.</summary>
    public required SystemScore[]? KeyPoints { get; init; }

    /// <summary>In the order of <see cref="Measurer.HeadlineSystems"/>; null where the reference has none.</summary>
    public required SystemScore[]? Headline { get; init; }

    /// <summary>How many key points the article supports, and how many there are.</summary>
    public required (int Grounded, int All) Points { get; init; }

    /// <summary>From the text to the summary.</summary>
    public required TimeSpan Took { get; init; }
}

/// <summary>Scores a summary beside the baselines.</summary>
/// <param name="engine">What the measured system is called.</param>
/// <param name="points">Sentences that the baselines choose.</param>
/// <param name="unicode">Whether to count whole Unicode words.</param>
internal sealed class Measurer(string engine, int points, bool unicode)
{
    /// <summary>The measured system comes first.</summary>
    public IReadOnlyList<string> KeyPointSystems { get; } = [engine, $"lead-{points}", "lexrank", "oracle"];

    /// <summary>The measured system comes first.</summary>
    public IReadOnlyList<string> HeadlineSystems { get; } = [engine, "lead-12"];

    /// <param name="text">The article as it was given.</param>
    /// <param name="highlights">The reference's key points; null or empty where there are none.</param>
    /// <param name="headline">The reference's headline; null or empty where there is none.</param>
    /// <param name="summary">What is measured.</param>
    /// <param name="grounded">How many of its key points the article supports.</param>
    /// <param name="took">From the text to the summary.</param>
    public Measurement Measure(string text, IReadOnlyList<string>? highlights, string? headline, Summary summary, int grounded, TimeSpan took)
    {
        var sentences = PlainSentences.Of(text);
        return new Measurement
        {
            TextWords = Whitespace.Split(text).Length,
            KeyPoints = highlights is { Count: > 0 } ? KeyPoints(Tokens(highlights), sentences, summary) : null,
            Headline = string.IsNullOrWhiteSpace(headline) ? null : Headline(Tokens([headline]), sentences, summary),
            Points = (grounded, summary.KeyPoints.Count),
            Took = took,
        };
    }

    private SystemScore[] KeyPoints(IReadOnlyList<string[]> reference, IReadOnlyList<string> sentences, Summary summary) =>
    [
        Score(reference, [.. summary.KeyPoints.Select(point => point.Text)]),
        Score(reference, Baselines.Lead(sentences, points)),
        Score(reference, PlainLexRank.Choose(sentences, points, unicode)),
        Score(reference, Baselines.Oracle(sentences, reference, points, unicode)),
    ];

    private SystemScore[] Headline(IReadOnlyList<string[]> reference, IReadOnlyList<string> sentences, Summary summary) =>
        [Score(reference, [summary.Headline]), Score(reference, [Baselines.LeadWords(sentences)])];

    private SystemScore Score(IReadOnlyList<string[]> reference, IReadOnlyList<string> prediction)
    {
        var tokens = Tokens(prediction);
        return new SystemScore(
            Rouge.One(reference, tokens).F1,
            Rouge.Two(reference, tokens).F1,
            Rouge.Lsum(reference, tokens).F1,
            prediction.Sum(text => Whitespace.Split(text).Length));
    }

    private string[][] Tokens(IReadOnlyList<string> texts) => [.. texts.Select(text => RougeTokens.Of(text, unicode))];
}
