namespace NewsAlerts.Web.Readers;

/// <summary>What a reader may do by following a link. A token serves one of them only.</summary>
public enum ReaderAction
{
    Unsubscribe,
    Confirm,
    Pause,

    /// <summary>End a pause. Its tokens are issued by the page of the pause.</summary>
    Resume,

    /// <summary>Read one issue. Its token names the digest, not only the subscription.</summary>
    Read,
}
