namespace NewsAlerts.Local.Evaluating;

/// <summary>How the summaries of a file compare with its references: what <c>eval --json</c> prints.</summary>
/// <param name="File">Null for all files together.</param>
/// <param name="Articles">How many were measured.</param>
/// <param name="Skipped">Lines that were left out.</param>
/// <param name="ArticlesPerSecond">From text to summary, one thread.</param>
/// <param name="Grounded">The share of key points that verification passes; null where there are none.</param>
/// <param name="Points">Key points, all in all.</param>
/// <param name="KeyPoints">Each system's; the measured one first. Empty where no reference has key points.</param>
/// <param name="Headlines">Each system's; the measured one first. Empty where no reference has a headline.</param>
internal sealed record EvaluationJson(
    string? File,
    int Articles,
    int Skipped,
    double ArticlesPerSecond,
    double? Grounded,
    int Points,
    IReadOnlyList<SystemJson> KeyPoints,
    IReadOnlyList<SystemJson> Headlines);

/// <summary>A system's means.</summary>
/// <param name="System">Its name.</param>
/// <param name="N">Articles.</param>
/// <param name="Rouge1">F1 × 100.</param>
/// <param name="Rouge2">F1 × 100.</param>
/// <param name="RougeLsum">F1 × 100.</param>
/// <param name="Words">Words a summary.</param>
/// <param name="Compression">Words of all summaries to words of all articles.</param>
/// <param name="Margin">By how much the measured system is ahead of this one in ROUGE-1 plus ROUGE-2; null for itself.</param>
internal sealed record SystemJson(
    string System, int N, double Rouge1, double Rouge2, double RougeLsum, double Words, double Compression, MarginJson? Margin);

/// <summary>A difference × 100, with its 95% interval.</summary>
internal sealed record MarginJson(double Mean, double Low, double High);
