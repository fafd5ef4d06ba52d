using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsAlerts.Routing.Rules;

/// <summary>
/// What a subscription's articles must say, in Lucene's query syntax (docs/rules.md). Parsed and valid at birth, immutable; two rules are
/// equal where their texts are.
/// </summary>
[JsonConverter(typeof(RuleConverter))]
public sealed class Rule : IEquatable<Rule>
{
    /// <summary>The longest rule, in characters.</summary>
    public const int MaxLength = 10_000;

    /// <summary>The most terms in a rule; a phrase counts as many as it has words.</summary>
    public const int MaxTerms = 1_000;

    /// <summary>How deep parentheses nest at most.</summary>
    public const int MaxDepth = 50;

    /// <summary>The largest N of <c>"a b"~N</c>.</summary>
    public const int MaxSlop = 100;

    /// <summary>The fewest characters before a <c>*</c>.</summary>
    public const int ShortestPrefix = 2;

    /// <summary>The most characters before a <c>*</c>.</summary>
    public const int LongestPrefix = 63;

    private readonly string _text;

    private Rule(string text, Clause clause)
    {
        _text = text;
        Clause = clause;
    }

    /// <summary>What it means.</summary>
    internal Clause Clause { get; }

    /// <summary>How it is read: with every AND, OR and parenthesis written out.</summary>
    public string Meaning => Clause.ToString();

    /// <exception cref="RuleFormatException"><paramref name="s"/> is not a rule; says where, why, and what to write instead.</exception>
    public static Rule Parse(string s) =>
        TryParse(s, out var rule, out var error) ? rule : throw new RuleFormatException(error);

    /// <summary>Reads a rule; false where it is none, and <paramref name="error"/> says where, why, and what to write instead.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, [NotNullWhen(true)] out Rule? rule, [NotNullWhen(false)] out RuleError? error)
    {
        // Leading white space stays until the columns are told.
        var text = s?.TrimEnd() ?? "";
        (rule, error) = RuleParser.Parse(text, out var clause) is { } found ? (null, found) : (new Rule(text.TrimStart(), clause!), (RuleError?)null);
        return rule is not null;
    }

    public bool Equals(Rule? other) => other is not null && string.Equals(_text, other._text, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as Rule);

    public override int GetHashCode() => string.GetHashCode(_text, StringComparison.Ordinal);

    /// <summary>The rule as it was written.</summary>
    public override string ToString() => _text;
}

/// <summary>A rule as its text; what is none is refused with the reason.</summary>
public sealed class RuleConverter : JsonConverter<Rule>
{
    public override Rule Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : throw new JsonException("A rule is a string.");
        return Rule.TryParse(text, out var rule, out var error) ? rule : throw new JsonException($"Not a rule. {error}");
    }

    public override void Write(Utf8JsonWriter writer, Rule value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
