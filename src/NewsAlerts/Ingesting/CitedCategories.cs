namespace NewsAlerts.Ingesting;

/// <summary>Categories as originals give them: sections, tags, keywords, subjects.</summary>
internal static class CitedCategories
{
    private const int Most = 20;
    private const int Longest = 60;

    /// <summary>Each once, whatever its case, in the order of the original. A longer one is prose, not a category, and left out.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> categories) =>
    [
        .. categories
            .SelectMany(category => category.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries))
            .Take(Most * 10)
            .Select(category => ArticleComposer.Line(category, Longest + 1))
            .Where(category => category is { Length: <= Longest })
            .Select(category => category!)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(Most),
    ];
}
