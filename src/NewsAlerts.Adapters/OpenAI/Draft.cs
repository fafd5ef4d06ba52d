using NewsAlerts.Articles;
using NewsAlerts.Summarizing;

namespace NewsAlerts.Adapters.OpenAI;

/// <summary>A summary in the making: the model's points as far as they hold. For one article, by one thread.</summary>
/// <param name="article">What is condensed.</param>
/// <param name="marked">The same as the model saw it.</param>
/// <param name="embedded">The embedded summariser's summary, which stands in where the model's does not hold.</param>
/// <param name="model">Its name.</param>
internal sealed class Draft(Article article, MarkedArticle marked, Summary embedded, string model)
{
    private Slot[] _slots = [];
    private List<string> _headlines = [];

    /// <summary>The points that do not hold, in order.</summary>
    public IReadOnlyList<(int Number, IReadOnlyList<string> Reasons)> Failed =>
        [.. _slots.Select((slot, index) => (Number: index + 1, slot.Reasons)).Where(slot => slot.Reasons.Count > 0)];

    public void Read(ModelAnswer answer)
    {
        _slots = [.. answer.KeyPoints.Select(Check)];
        _headlines = [marked.Tidy(answer.Headline)];
    }

    /// <summary>Takes the points that were asked for again, in the order of <see cref="Failed"/>, as far as they hold now.</summary>
    public void Correct(ModelAnswer answer)
    {
        foreach (var (failed, point) in Failed.Zip(answer.KeyPoints).ToList())
        {
            var again = Check(point);
            if (again.Reasons.Count == 0)
            {
                _slots[failed.Number - 1] = again;
            }
        }

        _headlines.Add(marked.Tidy(answer.Headline));
    }

    public Summary Finish()
    {
        var notes = new List<string>();
        var summary = embedded with { Engine = model, KeyPoints = Points(notes) };
        var headline = _headlines.FirstOrDefault(headline => PointCheck.IsGrounded(article, summary, headline));
        if (headline is null)
        {
            notes.Add("The headline was not made by the model: what it wrote is not in the article.");
        }

        return summary with { Headline = headline ?? embedded.Headline, Notes = [.. embedded.Notes, .. notes] };
    }

    private List<KeyPoint> Points(List<string> notes)
    {
        var points = _slots.Select(slot => slot.Point).OfType<KeyPoint>().DistinctBy(point => point.Evidence.Sentence).ToList();
        foreach (var (number, reasons) in Failed)
        {
            var taken = points.SelectMany(point => point.AllEvidence).Select(evidence => evidence.Sentence).ToHashSet();
            if (ExtractedPoints.For(article, embedded, _slots[number - 1].Said, taken) is { } instead)
            {
                points.Add(instead);
                notes.Add($"A key point of the model was replaced by a sentence of the article: {string.Join(", ", reasons)}.");
            }
            else
            {
                notes.Add($"A key point of the model was left out: {string.Join(", ", reasons)}.");
            }
        }

        return [.. points.OrderBy(point => point.Evidence.Start)];
    }

    private Slot Check(ModelPoint said)
    {
        var tidy = said with { Text = marked.Tidy(said.Text) };
        var (point, reasons) = PointCheck.Check(article, embedded, tidy.Text, tidy.Evidence);
        return new Slot(tidy, point, reasons);
    }

    private sealed record Slot(ModelPoint Said, KeyPoint? Point, IReadOnlyList<string> Reasons);
}
