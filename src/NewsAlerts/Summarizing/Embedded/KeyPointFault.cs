namespace NewsAlerts.Summarizing.Embedded;

/// <summary>Why a text is no key point. The lighter comes first: where an article has nothing better, the least bad is given.</summary>
internal enum KeyPointFault
{
    None,

    /// <summary>It has more words than a reader takes in at once.</summary>
    TooLong,

    /// <summary>It leans on a sentence that is not beside it: "He said", "But", "The last one".</summary>
    Leans,

    /// <summary>A quotation or a bracket of it has no end or no beginning, or nobody is said to have said it.</summary>
    HalfQuotation,
}
