namespace NewsAlerts.Benchmarks.Speed;

/// <summary>Something that condenses articles, in a process of its own.</summary>
/// <param name="Name">What its worker calls it.</param>
/// <param name="Title">What the table calls it.</param>
internal sealed record Engine(string Name, string Title)
{
    public static Engine Embedded { get; } = new("embedded", "embedded, from the text");

    public static Engine Composed { get; } = new("composed", "embedded, from the article already split");

    public static Engine LexRank { get; } = new("lexrank", "npm lexrank 1.0.5");

    public static Engine TextRank { get; } = new("ts-textrank", "npm ts-textrank 1.0.3");

    public static Engine Ots { get; } = new("ots", "Debian ots 0.5.0");

    public static Engine OtsDictionary { get; } = new("ots-dictionary", "of that, reading its dictionary");
}
