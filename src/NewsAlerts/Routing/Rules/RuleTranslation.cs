using System.Globalization;
using System.Text;
using Lucene.Net.QueryParsers.Flexible.Core.Nodes;
using Lucene.Net.QueryParsers.Flexible.Core.Util;
using NewsAlerts.Articles;
using NewsAlerts.Ingesting.Text;
using NewsAlerts.Terms;

namespace NewsAlerts.Routing.Rules;

/// <summary>Makes clauses of what Lucene's grammar found in a rule, and refuses what no clause stands for.</summary>
/// <param name="text">The rule as it was parsed.</param>
internal sealed class RuleTranslation(string text)
{
    private int _terms;

    /// <exception cref="RuleFormatException">Something in it is no part of a rule.</exception>
    public Clause Translate(IQueryNode node) => node switch
    {
        GroupQueryNode group => Translate(group.GetChild()),
        SlopQueryNode slop => Quoted((FieldQueryNode)slop.GetChild(), slop.Value),
        QuotedFieldQueryNode quoted => Quoted(quoted, slop: 0),
        FieldQueryNode field when field.GetType() == typeof(FieldQueryNode) => Word(field),
        OrQueryNode or => Any(or.GetChildren()),
        AndQueryNode or ModifierQueryNode => All([node]),
        BooleanQueryNode side when side.GetType() == typeof(BooleanQueryNode) => All(side.GetChildren()),
        _ => throw Refuse(Start(node), "Rules don't have this.", "Write words, phrases, AND, OR, NOT, fields and parentheses."),
    };

    private Clause All(IEnumerable<IQueryNode> parts)
    {
        var (required, forbidden) = (new List<Clause>(), new List<Clause>());
        IQueryNode? first = null;
        Collect(parts);
        return required.Count == 0
            ? throw Refuse(
                Start(first!), "Here stands only what must not occur, which nearly every article fits.", "Add a word that must occur: an article is matched by what it says.")
            : required.Count == 1 && forbidden.Count == 0 ? required[0]
            : new Clause.All(required, forbidden);

        void Collect(IEnumerable<IQueryNode> nodes)
        {
            foreach (var node in nodes)
            {
                first ??= node;
                switch (node)
                {
                    case AndQueryNode and:
                        Collect(and.GetChildren());
                        break;
                    case ModifierQueryNode { Modifier: Modifier.MOD_NOT } not:
                        forbidden.Add(Translate(not.GetChild()));
                        break;
                    case ModifierQueryNode must:
                        required.Add(Translate(must.GetChild()));
                        break;
                    default:
                        required.Add(Translate(node));
                        break;
                }
            }
        }
    }

    private Clause.Any Any(IList<IQueryNode> parts)
    {
        foreach (var part in parts.OfType<ModifierQueryNode>())
        {
            throw part.Modifier == Modifier.MOD_NOT
                ? Refuse(Start(part), "What must not occur can't be an alternative: nearly every article would do.", "Write it outside of the alternatives: (a OR b) -c.")
                : Refuse(Start(part), "'+' says must, OR says may.", "Leave the + out, or write the term outside of the alternatives: +a (b OR c).");
        }

        return new Clause.Any([.. parts.Select(Translate)]);
    }

    private Clause Word(FieldQueryNode node)
    {
        var field = Field(node);
        var word = Text(node);
        if (Star(node) is { } at)
        {
            var column = node.Begin + at;
            var (wordless, others) = (word[..^1].EnumerateRunes().Count(WordlessScripts.Include), word[..^1].EnumerateRunes().Count(rune => !WordlessScripts.Include(rune)));
            return at < node.Text.Length - 1 ? throw Refuse(column, "'*' stands for letters at the end of a word only.", "Write the beginning of the word and * behind it.")
                : field == RuleField.Lang ? throw Refuse(column, "A language's code takes no *.", "Write lang:en, or lang:(en OR de).")
                : wordless > 0 && others == 0 ? Single(field, word[..^1], node)
                : wordless > 0
                    ? throw Refuse(node.Begin, "Before '*' stand characters of two kinds, which no word has.", "Write both parts without *, beside each other in quotation marks.")
                : word.Length - 1 is < Rule.ShortestPrefix or > Rule.LongestPrefix || !word[..^1].All(IsWordCharacter)
                    ? throw Refuse(node.Begin, $"Before '*' stand {Rule.ShortestPrefix} to {Rule.LongestPrefix} letters or digits, and nothing else.", "Write the beginning of one word.")
                : new Clause.Prefix(Counted(field, node), word[..^1].ToLowerInvariant());
        }

        return word is "and" or "or" or "not"
            ? throw Refuse(
                node.Begin,
                $"'{word}' in small letters is a word to look for.",
                $"Write {word.ToUpperInvariant()} in capitals to join terms, or \"{word}\" in quotation marks to look for it.")
            : Single(field, word, node);
    }

    private Clause Quoted(FieldQueryNode node, int slop)
    {
        var field = Field(node);
        var words = Text(node).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 1)
        {
            return Single(field, words[0], node);
        }

        foreach (var word in words)
        {
            Counted(field, node);
        }

        return field == RuleField.Lang ? throw NoLanguage(node)
            : words.Any(HasLetter) ? new Clause.Phrase(field, words, slop)
            : throw NoLetter(node);
    }

    private Clause.Word Single(RuleField field, string word, FieldQueryNode node)
    {
        Counted(field, node);
        return field == RuleField.Lang ? word is { Length: 2 or 3 } && word.All(char.IsAsciiLetter) ? new(field, LanguageCode.Canonical(word)) : throw NoLanguage(node)
            : HasLetter(word) ? new(field, word)
            : throw NoLetter(node);
    }

    private RuleField Field(FieldQueryNode node)
    {
        if (node.Field is "")
        {
            return RuleField.Text;
        }

        var name = text.LastIndexOf(node.Field, Math.Max(node.Begin - 1, 0), StringComparison.Ordinal);
        return RuleFields.Named(node.Field) ?? throw Refuse(
            Math.Max(name, 0),
            $"There is no field '{node.Field}'.",
            $"The fields are {RuleFields.All}. If the colon belongs to what you look for, put it all into quotation marks.");
    }

    private RuleField Counted(RuleField field, FieldQueryNode node) =>
        ++_terms <= Rule.MaxTerms
            ? field
            : throw Refuse(node.Begin, $"Here begins term {Rule.MaxTerms + 1}; a rule has at most {Rule.MaxTerms}.", "Make several subscriptions of it.");

    /// <summary>The index of the first * that was not escaped.</summary>
    private static int? Star(FieldQueryNode node)
    {
        for (var i = 0; i < node.Text.Length; i++)
        {
            if (node.Text[i] == '*' && !UnescapedCharSequence.WasEscaped(node.Text, i))
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>In the one form that articles' text has too. What is written as \uD83D, half of a character, is none that one could look for.</summary>
    private static string Text(FieldQueryNode node) => TextNormalizer.NormalizeLine(node.GetTextAsString());

    private static bool HasLetter(string word) => word.EnumerateRunes().Any(Rune.IsLetterOrDigit);

    private static bool IsWordCharacter(char c) =>
        char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '\'' or '’'
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static int Start(IQueryNode node) => node is FieldQueryNode field ? field.Begin : node.GetChildren() is [var first, ..] ? Start(first) : 0;

    private static RuleFormatException NoLetter(FieldQueryNode node) => Refuse(node.Begin, "This has no letter and no digit to look for.", "Leave it out, or write a word.");

    private static RuleFormatException NoLanguage(FieldQueryNode node) =>
        Refuse(node.Begin, $"'{node.GetTextAsString()}' is no code of a language.", "Write two or three letters, such as lang:en or lang:(en OR de).");

    private static RuleFormatException Refuse(int index, string problem, string remedy) => new(new RuleError(index + 1, problem, remedy));
}
