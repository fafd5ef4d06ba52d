namespace NewsAlerts.Ingesting.Formats;

internal enum OriginalFormat
{
    Text,
    Markdown,
    Html,
    Json,
    Feed,
    Mail,
}
