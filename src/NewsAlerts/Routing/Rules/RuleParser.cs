using System.Globalization;
using System.Text.RegularExpressions;
using Lucene.Net.QueryParsers.Flexible.Core;
using Lucene.Net.QueryParsers.Flexible.Core.Nodes;
using Lucene.Net.QueryParsers.Flexible.Standard.Parser;

namespace NewsAlerts.Routing.Rules;

/// <summary>
/// Lucene's grammar (its flexible parser: AND binds closer than OR, and every word knows its column), made into clauses. Words side by side
/// must all occur: without ranking, a word that need not occur would mean nothing beside one that must.
/// </summary>
internal static partial class RuleParser
{
    /// <summary>Why the text is no rule; null where it is one, and <paramref name="clause"/> what it means.</summary>
    public static RuleError? Parse(string text, out Clause? clause)
    {
        clause = null;
        if (RuleScan.Check(text) is { } error)
        {
            return error;
        }

        // One for one, so that columns stay.
        text = string.Create(text.Length, text, static (line, from) =>
        {
            for (var i = 0; i < line.Length; i++)
            {
                line[i] = char.IsWhiteSpace(from[i]) || char.IsControl(from[i]) ? ' ' : from[i];
            }
        });
        try
        {
            clause = new RuleTranslation(text).Translate(Tree(text));
            return null;
        }
        catch (RuleFormatException exception)
        {
            return exception.Error;
        }
    }

    private static IQueryNode Tree(string text)
    {
        var parser = new StandardSyntaxParser();
        try
        {
            return parser.Parse(text, "");
        }
        catch (Exception exception) when (exception is ParseException or QueryNodeParseException or TokenMgrError)
        {
            throw new RuleFormatException(Describe(text, parser, exception));
        }
    }

    private static RuleError Describe(string text, StandardSyntaxParser parser, Exception exception)
    {
        if (LexicalColumn().Match(exception.Message) is { Success: true, Groups: [_, var found] })
        {
            var column = Math.Clamp(int.Parse(found.Value, CultureInfo.InvariantCulture), 1, text.Length);
            return new RuleError(column, $"'{text[column - 1]}' means nothing here.", "Leave it out, or put it into quotation marks.");
        }

        // The parser stands behind the last word that made sense.
        var next = parser.Token?.Next;
        var last = parser.Token?.Image;
        return string.IsNullOrEmpty(next?.Image)
            ? new RuleError(
                text.Length,
                string.IsNullOrEmpty(last) ? "The rule says nothing." : $"Something is missing behind '{last}'.",
                "Write the word that belongs there, or leave the sign out.")
            : next.Image switch
            {
                ":" => new RuleError(next.BeginColumn + 1, "A second ':' can't follow.", "Put what holds a colon into quotation marks, or a \\ before it."),
                ")" => new RuleError(next.BeginColumn + 1, "A group can't be empty.", "Write words into it, or leave its parentheses out."),
                _ => new RuleError(
                    next.BeginColumn + 1,
                    $"'{next.Image}' can't stand here.",
                    "AND and OR stand between two words or groups, + - and NOT before one. Put such a word into quotation marks to look for it."),
            };
    }

    [GeneratedRegex(@"Lexical error at line \d+, column (\d+)")]
    private static partial Regex LexicalColumn();
}
