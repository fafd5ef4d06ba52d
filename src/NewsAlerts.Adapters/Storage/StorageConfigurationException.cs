namespace NewsAlerts.Adapters.Storage;

/// <summary>The storage account is configured wrongly; the message names the key and the remedy, never a secret.</summary>
public sealed class StorageConfigurationException : Exception
{
    public StorageConfigurationException()
    {
    }

    public StorageConfigurationException(string message)
        : base(message)
    {
    }

    public StorageConfigurationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
