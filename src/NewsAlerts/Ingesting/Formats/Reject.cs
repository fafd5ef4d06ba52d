namespace NewsAlerts.Ingesting.Formats;

/// <summary>The rejections that readers share, worded once. None of them repeats text of the original.</summary>
internal static class Reject
{
    public static Rejection Empty() =>
        new(RejectionReason.Empty, "The original holds nothing but white space.", "Drop it again with its content.");

    public static Rejection NoText(string detail, int? entry = null) =>
        new(RejectionReason.NoText, detail, "Drop the article's own text; docs/formats.md shows where each format keeps it.", entry);

    public static Rejection Malformed(string detail, int? entry = null) =>
        new(RejectionReason.Malformed, detail, "Mend the original and drop it again.", entry);

    public static Rejection Encrypted(string what) =>
        new(RejectionReason.Encrypted, $"The original is {what}.", "Decrypt it and drop the readable copy.");

    public static Rejection Binary(string what) =>
        new(RejectionReason.Binary, $"The original is {what}; articles are text.", "Drop the article as .txt, .md, .html, .json, .xml or .eml.");

    public static Rejection TooManyEntries(int limit) =>
        new(RejectionReason.TooLong, $"The original has more than {limit} entries (Ingest__MaxEntries).", $"Split it into files of at most {limit} entries.");

    public static Rejection TooLong(long length, int limit, int? entry = null) =>
        new(RejectionReason.TooLong, $"The text has {length} characters; at most {limit} are read (Ingest__MaxTextLength).", "Split it, or drop the part that is the article.", entry);

    public static Rejection TooComplex(string what) =>
        new(RejectionReason.Malformed, $"The mark-up is too large or too deeply nested: {what}.", "Drop the article's text instead of its page.");

    public static Rejection Unreadable(string format, Exception exception) =>
        new(
            RejectionReason.Unreadable,
            $"Reading it as {format} failed with {exception.GetType().Name}.",
            "Drop it in another format, such as plain text, and please report this: it is a defect of the reader.");
}
