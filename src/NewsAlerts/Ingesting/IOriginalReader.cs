namespace NewsAlerts.Ingesting;

/// <summary>Reads originals of every supported format.</summary>
public interface IOriginalReader
{
    /// <summary>What <paramref name="content"/> holds. Decides by content first, by name and declared type where content leaves it open.</summary>
    ReadOutcome Read(OriginalHead head, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);
}
