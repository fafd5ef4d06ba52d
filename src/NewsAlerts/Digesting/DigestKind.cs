namespace NewsAlerts.Digesting;

/// <summary>What a digest is sent for; the first letter of its id.</summary>
public enum DigestKind
{
    /// <summary><c>d</c>: the scheduled digest, or one sent by hand.</summary>
    Digest,

    /// <summary><c>a</c>: an alert, a digest of one story at once.</summary>
    Alert,

    /// <summary><c>r</c>: a round-up of alerts that were held, by a limit an hour or through quiet hours.</summary>
    RoundUp,

    /// <summary><c>c</c>: the question whether the address wants the subscription. Carries no articles.</summary>
    Confirmation,

    /// <summary><c>n</c>: a word to the owner, such as that the subscription is disabled. Carries no articles.</summary>
    Notice,
}
