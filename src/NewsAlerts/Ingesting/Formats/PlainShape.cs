using System.Text.Json;

namespace NewsAlerts.Ingesting.Formats;

/// <summary>Our own shape, for scripts: title, text, url, source, byline, published, language, categories. Only "text" is required.</summary>
internal static class PlainShape
{
    public static ArticleDraft Read(JsonElement item) => new()
    {
        Title = SchemaOrg.Text(item, "title"),
        Text = SchemaOrg.Text(item, "text") ?? "",
        Source = SchemaOrg.Text(item, "source"),
        Url = SchemaOrg.Text(item, "url"),
        Byline = SchemaOrg.Text(item, "byline"),
        Published = SloppyDate.Parse(SchemaOrg.Text(item, "published")),
        Language = SchemaOrg.Text(item, "language"),
        Categories = SchemaOrg.Texts(item, "categories"),
    };
}
