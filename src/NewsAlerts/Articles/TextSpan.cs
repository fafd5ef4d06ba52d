using System.Text.Json.Serialization;

namespace NewsAlerts.Articles;

/// <summary>A stretch of an article's text, in UTF-16 code units.</summary>
/// <param name="Start">Offset of the first code unit.</param>
/// <param name="Length">How many code units it covers.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Offset just past the last code unit.</summary>
    [JsonIgnore]
    public int End => Start + Length;

    /// <summary>The stretch itself.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie within <paramref name="text"/>.</exception>
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);
}
