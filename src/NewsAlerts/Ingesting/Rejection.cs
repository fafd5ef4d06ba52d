using System.Text.Json.Serialization;

namespace NewsAlerts.Ingesting;

/// <summary>Why something can't be an article, said so that its owner can mend it.</summary>
/// <param name="Reason">The kind, for programs.</param>
/// <param name="Detail">What is wrong, for people: names the rule and what was found. No article text.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="Entry">Which entry of a feed, from 0; null where it is the whole original.</param>
public sealed record Rejection(RejectionReason Reason, string Detail, string Remedy, int? Entry = null);

[JsonConverter(typeof(JsonStringEnumConverter<RejectionReason>))]
public enum RejectionReason
{
    /// <summary>No bytes, or nothing but white space.</summary>
    Empty,

    /// <summary>Not text: an image, a PDF, an archive.</summary>
    Binary,

    /// <summary>More bytes than <see cref="IngestOptions.MaxOriginalBytes"/>.</summary>
    TooLarge,

    /// <summary>More text than <see cref="IngestOptions.MaxTextLength"/>, or more entries than <see cref="IngestOptions.MaxEntries"/>.</summary>
    TooLong,

    /// <summary>Not well-formed in its own format.</summary>
    Malformed,

    /// <summary>Encrypted: nobody but its receiver can read it.</summary>
    Encrypted,

    /// <summary>Well-formed, but there is no article in it.</summary>
    NoText,

    /// <summary>Its name leads to another blob; see <see cref="OriginalName.CanBeAddressed"/>.</summary>
    Unaddressable,

    /// <summary>It made the reader fail in a way that no rule foresees, or its ingestion failed again and again: a defect on our side, kept for the developers.</summary>
    Unreadable,
}
