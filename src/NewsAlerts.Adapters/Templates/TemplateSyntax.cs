namespace NewsAlerts.Adapters.Templates;

/// <summary>
/// What of Handlebars a template may use: values, blocks and comments. What could leave a text unescaped, run without end or nest so deeply
/// that compiling it would end the process is found here, before anything is compiled.
/// </summary>
internal static class TemplateSyntax
{
    /// <summary>Most tags in a template.</summary>
    public const int MaxTags = 500;

    /// <summary>How deep blocks may lie in one another.</summary>
    public const int MaxDepth = 20;

    /// <summary>What is not allowed, with its line; null where everything is.</summary>
    public static string? Objection(string template)
    {
        var (tags, depth) = (0, 0);
        for (var at = Next(template, 0); at >= 0;)
        {
            var inside = template.AsSpan(at + 2);
            if (inside is ['!', ..])
            {
                at = Next(template, EndOfComment(template, at));
                continue;
            }

            var end = inside.IndexOf("}}");
            var tag = (end < 0 ? inside : inside[..end]).TrimStart('~').TrimStart();
            if (Forbidden(tag) is { } objection)
            {
                return $"Line {LineOf(template, at)}: {objection}";
            }

            depth += tag is ['#', ..] or ['^', not '~', ..] ? 1 : tag is ['/', ..] ? -1 : 0;
            if (++tags > MaxTags || depth > MaxDepth)
            {
                return $"Line {LineOf(template, at)}: a template has at most {MaxTags} tags, in blocks at most {MaxDepth} deep.";
            }

            at = end < 0 ? -1 : Next(template, at + 2 + end + 2);
        }

        return null;
    }

    private static string? Forbidden(ReadOnlySpan<char> tag) => tag switch
    {
        ['{', ..] or ['&', ..] => "a value is always escaped, so {{{…}}} and {{&…}} are not allowed; put a space after a brace of your own.",
        ['>', ..] or ['*', ..] or ['#', '>', ..] or ['#', '*', ..] => "partials and decorators are not allowed: a template is one file.",
        _ when tag.Contains('(') => "expressions in brackets are not allowed.",
        _ => null,
    };

    private static int Next(string template, int from) => template.IndexOf("{{", from, StringComparison.Ordinal);

    private static int EndOfComment(string template, int at)
    {
        var mark = template.AsSpan(at).StartsWith("{{!--") ? "--}}" : "}}";
        var end = template.IndexOf(mark, at, StringComparison.Ordinal);
        return end < 0 ? template.Length : end + mark.Length;
    }

    private static int LineOf(string template, int at) => template.AsSpan(0, at).Count('\n') + 1;
}
