namespace NewsAlerts.Local.Condensing;

/// <summary>A line, or an original, cannot be worked on. The message says why, without its text.</summary>
internal sealed class LineException(string message) : Exception(message);
