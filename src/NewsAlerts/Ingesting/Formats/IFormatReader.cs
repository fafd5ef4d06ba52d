namespace NewsAlerts.Ingesting.Formats;

/// <summary>Reads one format. Expected problems are rejections; what its parser throws beyond that, <see cref="OriginalReader"/> turns into one.</summary>
internal interface IFormatReader
{
    /// <summary>The format's name in messages: "JSON".</summary>
    string Format { get; }

    /// <param name="text">The decoded original, not blank.</param>
    /// <param name="cancellationToken">Ends it with an <see cref="OperationCanceledException"/>.</param>
    ReadOutcome Read(string text, CancellationToken cancellationToken);
}

/// <summary>Shorthand for outcomes of formats that hold one article.</summary>
internal static class Outcome
{
    public static ReadOutcome Of(ArticleDraft draft) => new ReadOutcome.Entries([new ReadEntry.Drafted(draft)]);

    public static ReadOutcome Of(Rejection rejection) => new ReadOutcome.Rejected(rejection);

    /// <summary>Entries where at least one is an article; the first one's rejection for all where none is.</summary>
    public static ReadOutcome Of(IReadOnlyList<ReadEntry> entries) =>
        entries is [ReadEntry.Rejected only] ? Of(only.Rejection with { Entry = null }) : new ReadOutcome.Entries(entries);
}
