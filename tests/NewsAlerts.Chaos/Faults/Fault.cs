namespace NewsAlerts.Chaos.Faults;

/// <summary>What is done to one request, or to one connection.</summary>
internal enum Fault
{
    None,

    /// <summary>Late, but whole.</summary>
    Delay,

    /// <summary>500, not passed on. A mail server says 451.</summary>
    Answer500,

    /// <summary>503 with Retry-After, not passed on. A mail server says 421 and hangs up.</summary>
    Answer503,

    /// <summary>429 with Retry-After, not passed on. A mail server says 452.</summary>
    Answer429,

    /// <summary>507, insufficient storage, not passed on. A mail server says 452.</summary>
    Answer507,

    /// <summary>The connection is cut before anything is passed on.</summary>
    Drop,

    /// <summary>No answer for long, then the connection is cut; nothing is passed on.</summary>
    Hang,

    /// <summary>Passed on and done, but the connection is cut in place of the answer.</summary>
    LoseAnswer,

    /// <summary>Passed on and done, but the connection is cut in the middle of the answer. Of a mail: in the middle of its text.</summary>
    CutHalfway,
}
