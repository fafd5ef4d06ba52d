namespace NewsAlerts.Summarizing.Embedded.Compressing;

/// <summary>A stretch of a sentence that can go, with the punctuation that it brought.</summary>
internal readonly record struct Cut(int Start, int End)
{
    public int Length => End - Start;

    /// <summary>The sentence without it; a capital where it opened the sentence.</summary>
    public string From(string text)
    {
        var rest = string.Concat(text.AsSpan(0, Start), text.AsSpan(End));
        return Start == 0 && rest.Length > 0 && char.IsLower(rest[0]) ? char.ToUpperInvariant(rest[0]) + rest[1..] : rest;
    }
}
