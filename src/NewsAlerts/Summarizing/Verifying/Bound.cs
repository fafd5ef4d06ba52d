namespace NewsAlerts.Summarizing.Verifying;

/// <summary>On which side of a number its text puts what it counts.</summary>
internal enum Bound
{
    /// <summary>It says the number itself.</summary>
    None,

    /// <summary>"About", "some", "roughly".</summary>
    About,

    /// <summary>"More than", "over".</summary>
    Above,

    /// <summary>"At least", "no fewer than".</summary>
    AtLeast,

    /// <summary>"Fewer than", "nearly".</summary>
    Below,

    /// <summary>"Up to", "no more than".</summary>
    AtMost,
}
