namespace NewsAlerts.Ingesting.Formats;

/// <summary>What a text says about itself before it starts: YAML-like front matter between "---" lines, or plain header lines.</summary>
internal sealed record FrontMatter
{
    private const int MaxLines = 100;

    /// <summary>Keys that may open a plain text without "---": of anything else, "Note: …" may well be its first sentence.</summary>
    private static readonly HashSet<string> HeaderKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        "title", "headline", "subject", "author", "authors", "byline", "by", "from", "date", "published", "source", "publisher", "publication",
        "url", "link", "canonical_url", "language", "lang", "section", "category", "tags", "keywords",
    };

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    public string? Title => First("title", "headline", "subject");

    public string? Byline => First("byline", "author", "authors", "by");

    public string? Source => First("source", "publisher", "publication", "from");

    public string? Url => First("url", "canonical_url", "link");

    public string? Language => First("language", "lang");

    public IReadOnlyList<string> Categories => [.. new[] { First("section"), First("category"), First("categories"), First("tags"), First("keywords") }.OfType<string>()];

    public DateTimeOffset? Published => SloppyDate.Parse(First("published", "date"));

    /// <summary>Takes front matter off the text: a line "---", lines "key: value", a line "---" or "...".</summary>
    public static (FrontMatter Matter, string Remainder) Take(string text)
    {
        var none = (new FrontMatter(), text);
        var position = 0;
        if (NextLine(text, ref position).TrimEnd() is not "---")
        {
            return none;
        }

        var matter = new FrontMatter();
        string? key = null;
        for (var lines = 0; lines < MaxLines && position < text.Length; lines++)
        {
            var line = NextLine(text, ref position);
            if (line.TrimEnd() is "---" or "...")
            {
                // A rule, a paragraph, and another rule are no front matter.
                return matter._values.Count > 0 ? (matter, text[position..]) : none;
            }

            key = matter.Add(line, key);
        }

        return none;
    }

    /// <summary>Takes header lines off a plain text: two or more with keys that are known, then a blank line.</summary>
    public static (FrontMatter Matter, string Remainder) TakeHeaders(string text)
    {
        var matter = new FrontMatter();
        var position = 0;
        for (var lines = 0; lines < MaxLines && position < text.Length; lines++)
        {
            var line = NextLine(text, ref position);
            if (line.IsWhiteSpace())
            {
                return lines > 1 ? (matter, text[position..]) : (new FrontMatter(), text);
            }

            var colon = line.IndexOf(':');
            if (colon < 1 || !HeaderKeys.Contains(line[..colon].Trim().ToString()))
            {
                break;
            }

            matter.Add(line, null);
        }

        return (new FrontMatter(), text);
    }

    private string? First(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (_values.TryGetValue(key, out var value) && value.Length > 0)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The key that lines "- item" after this one belong to.</summary>
    private string? Add(ReadOnlySpan<char> line, string? listKey)
    {
        var trimmed = line.Trim();
        if (listKey is not null && trimmed.StartsWith("- "))
        {
            var item = Unquoted(trimmed[2..]);
            _values[listKey] = _values[listKey].Length == 0 ? item : $"{_values[listKey]}, {item}";
            return listKey;
        }

        var colon = trimmed.IndexOf(':');
        if (colon < 1 || char.IsWhiteSpace(line[0]))
        {
            return null;
        }

        var key = trimmed[..colon].Trim().ToString();
        _values.TryAdd(key, Unquoted(trimmed[(colon + 1)..]));
        return key;
    }

    private static string Unquoted(ReadOnlySpan<char> value)
    {
        var text = value.Trim();
        if (text.Length > 1 && text[0] == '[' && text[^1] == ']')
        {
            return string.Join(", ", text[1..^1].ToString().Split(',').Select(item => Unquoted(item)));
        }

        return (text.Length > 1 && text[0] == text[^1] && text[0] is '"' or '\'' ? text[1..^1] : text).ToString();
    }

    private static ReadOnlySpan<char> NextLine(string text, ref int position)
    {
        var rest = text.AsSpan(position);
        var end = rest.IndexOf('\n');
        position = end < 0 ? text.Length : position + end + 1;
        return (end < 0 ? rest : rest[..end]).TrimEnd('\r');
    }
}
