namespace NewsAlerts.Articles;

/// <summary>A normalised article: written once to <c>library/{id}/article.json</c>, never changed.</summary>
public sealed record Article
{
    /// <summary>The version of the document that this code writes and reads.</summary>
    public const int CurrentVersion = 1;

    public int Version { get; init => field = DocumentVersion.Known(value, CurrentVersion, "an article"); } = CurrentVersion;

    public required ArticleId Id { get; init; }

    public required Citation Citation { get; init; }

    /// <summary>What its source filed it under, such as "Sport": at most 20, each one line of at most 60 characters. Empty where it does not say.</summary>
    public IReadOnlyList<string> Categories
    {
        get;

        // Generated JSON readers set what an older document does not have, too.
        init => field = value ?? [];
    } = [];

    /// <summary>The body, normalised to NFC with LF line ends, without the title. Every offset counts its UTF-16 code units.</summary>
    public required string Text { get; init; }

    /// <summary>The paragraphs in order, not overlapping.</summary>
    public required IReadOnlyList<TextSpan> Paragraphs { get; init; }

    /// <summary>The sentences in order, not overlapping. A sentence's number is its index here.</summary>
    public required IReadOnlyList<Sentence> Sentences { get; init; }

    /// <summary>What it was read from.</summary>
    public required OriginalReference Original { get; init; }

    public required DateTimeOffset Ingested { get; init; }

    /// <summary>The text of a sentence, by number.</summary>
    public string TextOf(int sentence) => Sentences[sentence].Span.In(Text).ToString();
}

/// <summary>A sentence of an article.</summary>
/// <param name="Span">Where it stands in <see cref="Article.Text"/>, without white space around it.</param>
/// <param name="Paragraph">The index of its paragraph in <see cref="Article.Paragraphs"/>.</param>
public readonly record struct Sentence(TextSpan Span, int Paragraph);

/// <summary>What an article was read from.</summary>
/// <param name="Name">The blob's name as it was dropped.</param>
/// <param name="Key">The key of its record in the table Originals.</param>
/// <param name="Entry">Which of the original's entries it is, from 0; 0 where it holds one article only.</param>
public sealed record OriginalReference(string Name, string Key, int Entry);
