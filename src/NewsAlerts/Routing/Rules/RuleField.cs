namespace NewsAlerts.Routing.Rules;

/// <summary>Where a rule looks for a term.</summary>
public enum RuleField
{
    /// <summary>The title and the text; what a term without a field means. Stemmed in the article's language.</summary>
    Text,

    /// <summary>The title alone. Stemmed in the article's language.</summary>
    Title,

    /// <summary>Who published it. Whole words, unstemmed, in any case.</summary>
    Source,

    /// <summary>The byline. Whole words, unstemmed, in any case.</summary>
    Author,

    /// <summary>The language's code.</summary>
    Lang,

    /// <summary>The categories that the source filed it under. Whole words, unstemmed, in any case.</summary>
    Category,
}

internal static class RuleFields
{
    /// <summary>Every field that a rule can name, for messages.</summary>
    public const string All = "title:, source:, author:, lang: and category:";

    /// <summary>The field of that name, in any case; null where there is none.</summary>
    public static RuleField? Named(string name) => name.ToLowerInvariant() switch
    {
        "title" => RuleField.Title,
        "source" => RuleField.Source,
        "author" => RuleField.Author,
        "lang" => RuleField.Lang,
        "category" => RuleField.Category,
        _ => null,
    };

    /// <summary>The field's name and colon as they stand in a rule; nothing for the default.</summary>
    public static string Prefix(this RuleField field) => field switch
    {
        RuleField.Text => "",
        RuleField.Title => "title:",
        RuleField.Source => "source:",
        RuleField.Author => "author:",
        RuleField.Lang => "lang:",
        RuleField.Category => "category:",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "Unknown field."),
    };
}
