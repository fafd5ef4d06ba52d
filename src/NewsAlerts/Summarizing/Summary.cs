using System.Text.Json.Serialization;
using NewsAlerts.Articles;

namespace NewsAlerts.Summarizing;

/// <summary>
/// An article condensed: written once to <c>library/{id}/summary.json</c>, never changed. One that replaces it is another document, <c>summary.v2.json</c>
/// and so on, and says which one it replaces.
/// </summary>
public sealed record Summary
{
    /// <summary>The version of the document that this code writes and reads.</summary>
    public const int CurrentVersion = 1;

    public int Version { get; init => field = DocumentVersion.Known(value, CurrentVersion, "a summary"); } = CurrentVersion;

    public required ArticleId ArticleId { get; init; }

    public required string Headline { get; init; }

    /// <summary>1 to 5 key points in the order of their evidence.</summary>
    public required IReadOnlyList<KeyPoint> KeyPoints
    {
        get;
        init => field = value.Count is >= 1 and <= 5
            ? value
            : throw new ArgumentException($"A summary has 1 to 5 key points, not {value.Count}.");
    }

    /// <summary>What made it: "embedded", or a model's name.</summary>
    public required string Engine { get; init; }

    /// <summary>What a reader should know about how it was made, such as a point that was replaced. Usually empty.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The article's own, repeated here so that a digest needs one document an article.</summary>
    public required Citation Citation { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>When its article was ingested: what its way to readers is measured from. Null in documents of before.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Ingested { get; init; }

    /// <summary>The revision that this one replaces; null for the first. Left out of JSON then, so that such a document stays what it always was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Replaces
    {
        get;
        init => field = value is null or >= 1 ? value : throw new ArgumentException($"A summary replaces a revision from 1 on, not {value}.");
    }

    /// <summary>1 for the first, one more for each that replaces it.</summary>
    [JsonIgnore]
    public int Revision => (Replaces ?? 0) + 1;

    /// <summary>Whether a reader would find no difference: all but when it was made, and what it replaces.</summary>
    public bool SaysTheSameAs(Summary other) =>
        Headline == other.Headline
        && Engine == other.Engine
        && KeyPoints.SequenceEqual(other.KeyPoints)
        && Notes.SequenceEqual(other.Notes)
        && Citation == other.Citation;
}

/// <summary>A statement that its article supports.</summary>
/// <param name="Text">The statement, readable by itself.</param>
/// <param name="Evidence">Where the article says so, or most of it.</param>
/// <param name="FurtherEvidence">Where it says the rest; null for a statement that rests on one sentence. Left out of JSON then, so that such a document stays what it always was.</param>
public sealed record KeyPoint(
    string Text,
    Evidence Evidence,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Evidence? FurtherEvidence = null)
{
    /// <summary>All that it rests on: one or two sentences, the one that says most first.</summary>
    [JsonIgnore]
    public IReadOnlyList<Evidence> AllEvidence => FurtherEvidence is null ? [Evidence] : [Evidence, FurtherEvidence];
}

/// <summary>Where an article says something.</summary>
/// <param name="Sentence">The sentence's number: its index in <see cref="Article.Sentences"/>.</param>
/// <param name="Start">Offset of the quote in <see cref="Article.Text"/>, in UTF-16 code units.</param>
/// <param name="Length">Length of the quote, in UTF-16 code units.</param>
/// <param name="Quote">The words themselves: exactly that stretch of the text.</param>
public sealed record Evidence(int Sentence, int Start, int Length, string Quote)
{
    /// <summary>A whole sentence of an article, by number.</summary>
    public static Evidence Of(Article article, int sentence)
    {
        var span = article.Sentences[sentence].Span;
        return new Evidence(sentence, span.Start, span.Length, article.TextOf(sentence));
    }
}
