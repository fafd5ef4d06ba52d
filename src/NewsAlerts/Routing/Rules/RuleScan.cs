using System.Globalization;

namespace NewsAlerts.Routing.Rules;

/// <summary>
/// Reads a rule's characters before the parser does: what rules leave out of Lucene's syntax is refused by its sign, with the column, and
/// what is not closed at the place where it was opened. The parser recurses with every parenthesis, so their depth is bounded here.
/// </summary>
internal ref struct RuleScan(string text)
{
    private const string QuoteIt = "Put it into quotation marks, or a \\ before it, to look for the sign itself.";
    private readonly Stack<int> _open = new();
    private int _at = 0;

    public static RuleError? Check(string text)
    {
        if (text.Length > Rule.MaxLength)
        {
            return new RuleError(Rule.MaxLength + 1, $"A rule has at most {Rule.MaxLength} characters, this one {text.Length}.", "Make several subscriptions of it.");
        }

        return string.IsNullOrWhiteSpace(text)
            ? new RuleError(1, "The rule is empty.", "Write the words that an article must have; leave the rule out for every article.")
            : new RuleScan(text).Run();
    }

    private RuleError? Run()
    {
        for (; _at < text.Length; _at++)
        {
            var error = text[_at] switch
            {
                '\\' => Escape(),
                '"' => Quotation(),
                '(' => Open(),
                ')' => Close(),
                '/' => Here("'/' begins a regular expression, which rules don't have.", $"{QuoteIt} For several words write them with OR between."),
                '[' or ']' or '{' or '}' => Here($"'{text[_at]}' belongs to a range, which rules don't have.", $"{QuoteIt} For several words write them with OR between."),
                '<' or '>' or '=' => Here($"'{text[_at]}' compares, which rules can't.", QuoteIt),
                '^' => Here("'^' weighs a term, but rules are matched, not ranked.", "Leave it and its number out."),
                '~' => Here(
                    "'~' behind a word looks for similar ones, which rules can't.",
                    "Write the other spellings with OR between, or a beginning with * behind it. Behind a phrase it is proximity: \"a b\"~5."),
                '?' => Here("'?' stands for any letter, which rules don't have.", "Leave it out, or write the spellings with OR between."),
                '“' or '”' or '„' => Here($"{text[_at]} is a typographic quotation mark.", "Write straight ones: \"…\"."),
                _ => null,
            };
            if (error is not null)
            {
                return error;
            }
        }

        return _open.Count > 0 ? At(_open.Peek(), "This parenthesis is not closed.", "Add a ) where the group ends.") : null;
    }

    private RuleError? Escape() =>
        ++_at < text.Length ? null : At(_at - 1, "'\\' has nothing behind it.", "Leave it out; it goes before a sign that is meant as it stands.");

    private RuleError? Open()
    {
        _open.Push(_at);
        return _open.Count > Rule.MaxDepth
            ? Here($"Parentheses nest deeper than {Rule.MaxDepth}.", "Leave out those that change nothing, or make several subscriptions of it.")
            : null;
    }

    private RuleError? Close() => _open.TryPop(out _) ? null : Here("This parenthesis was never opened.", "Leave it out, or add a ( where the group begins.");

    private RuleError? Quotation()
    {
        var start = _at;
        for (_at++; _at < text.Length && text[_at] != '"'; _at++)
        {
            if (text[_at] == '*')
            {
                return Here("Within quotation marks '*' is no wildcard.", "Leave it out; words in a phrase meet all their forms anyway.");
            }

            _at += text[_at] == '\\' ? 1 : 0;
        }

        return _at >= text.Length ? At(start, "This quotation mark is not closed.", "Add a \" where the phrase ends.") : Slop();
    }

    private RuleError? Slop()
    {
        if (_at + 1 >= text.Length || text[_at + 1] != '~')
        {
            return null;
        }

        var start = ++_at;
        while (_at + 1 < text.Length && (char.IsAsciiLetterOrDigit(text[_at + 1]) || text[_at + 1] is '.' or '-'))
        {
            _at++;
        }

        var number = text.AsSpan(start + 1, _at - start);
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var slop) && slop <= Rule.MaxSlop
            ? null
            : At(start, $"Behind ~ stands how many words may lie between, a whole number up to {Rule.MaxSlop}; this is '{number}'.", "Write for example \"a b\"~5.");
    }

    private readonly RuleError Here(string problem, string remedy) => At(_at, problem, remedy);

    private static RuleError At(int index, string problem, string remedy) => new(index + 1, problem, remedy);
}
