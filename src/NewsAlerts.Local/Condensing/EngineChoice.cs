namespace NewsAlerts.Local.Condensing;

/// <summary>Who is to condense.</summary>
internal enum EngineChoice
{
    /// <summary>The embedded summariser: no key, no network.</summary>
    Embedded,

    /// <summary>The model that is configured; fails where none is.</summary>
    OpenAI,

    /// <summary>What the pipeline would use: the model where one is configured, otherwise the embedded summariser.</summary>
    Auto,
}
