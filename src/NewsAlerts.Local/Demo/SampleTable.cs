using NewsAlerts.Local.Terminal;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace NewsAlerts.Local.Demo;

/// <summary>The samples and how far they are, for eyes (a table) or for a log (a line a change).</summary>
internal static class SampleTable
{
    private const int Steps = (int)SampleStage.InDigest + 1;

    public static IRenderable Of(IReadOnlyList<Sample> samples, int width)
    {
        var table = Palette.Table("sample", "", "stage", "");
        var names = samples.Max(sample => sample.Original.Name.Length);
        var room = Math.Max(16, width - names - Steps - Words(SampleStage.InInboxes).Length - 8);
        foreach (var sample in samples)
        {
            table.AddRow(Palette.Plain(sample.Original.Name), Dots(sample.Stage), Word(sample.Stage), Palette.Quiet(Wording.Cut(About(sample), room)));
        }

        return table;
    }

    /// <summary>What there is to say about each that has moved.</summary>
    public static IEnumerable<string> Changes(IReadOnlyList<Sample> before, IReadOnlyList<Sample> now) => before
        .Zip(now)
        .Where(pair => pair.First.Stage != pair.Second.Stage)
        .Select(pair => $"{Words(pair.Second.Stage),-11}  {pair.Second.Original.Name}  {News(pair.First, pair.Second)}".TrimEnd());

    public static string Words(SampleStage stage) => stage switch
    {
        SampleStage.Dropped => "dropped",
        SampleStage.Read => "read",
        SampleStage.Summarized => "summarised",
        SampleStage.InInboxes => "in inboxes",
        SampleStage.InDigest => "in digest",
        SampleStage.Rejected => "rejected",
        _ => throw new InvalidOperationException($"Unknown stage {stage}."),
    };

    private static string Word(SampleStage stage) => stage switch
    {
        SampleStage.Rejected => $"[{Palette.Bad}]{Words(stage)}[/]",
        SampleStage.InDigest => $"[{Palette.Good}]{Words(stage)}[/]",
        _ => Words(stage),
    };

    private static string Dots(SampleStage stage) => stage == SampleStage.Rejected
        ? $"[{Palette.Bad}]●[/]{Palette.Quiet(new string('·', Steps - 1))}"
        : $"[{Palette.Accent}]{new string('●', (int)stage + 1)}[/]{Palette.Quiet(new string('·', Steps - 1 - (int)stage))}";

    // What it is about is said once.
    private static string News(Sample before, Sample now) => About(before) == About(now) ? "" : About(now);

    private static string About(Sample sample) => sample switch
    {
        { Stage: SampleStage.Rejected } => sample.Rejection?.Detail ?? "",
        { Headline: { } headline, Articles.Count: > 1 } => $"{sample.Articles.Count} articles: {headline}",
        { Headline: { } headline } => headline,
        _ => "",
    };
}
