using System.Text.Json;
using NewsAlerts.Routing.Rules;

namespace NewsAlerts.Tests.Routing.Rules;

public sealed class RuleSyntaxTests
{
    [Theory]
    [InlineData("ferry", "ferry")]
    [InlineData("ferry strike", "(ferry AND strike)")]
    [InlineData("+ferry -strike", "(ferry AND NOT strike)")]
    [InlineData("ferry AND NOT strike", "(ferry AND NOT strike)")]
    [InlineData("ferry && !strike", "(ferry AND NOT strike)")]
    [InlineData("a OR b AND c", "(a OR (b AND c))")]
    [InlineData("a b OR c", "(a AND (b OR c))")]
    [InlineData("a AND b AND c d", "(a AND b AND c AND d)")]
    [InlineData("title:(ferry OR boat) \"port authority\"~5", "((title:ferry OR title:boat) AND \"port authority\"~5)")]
    [InlineData("Source:Gazette author:Lund lang:EN category:sport", "(source:Gazette AND author:Lund AND lang:en AND category:sport)")]
    [InlineData("Ferr* AND title:bo*", "(ferr* AND title:bo*)")]
    [InlineData("\"ferry\"", "ferry")]
    [InlineData("\"either or\" \"or\"", "(\"either or\" AND or)")]
    [InlineData("AC\\/DC \"9/11\"", "(AC/DC AND 9/11)")]
    [InlineData("\"what is it?\"", "\"what is it?\"")]
    [InlineData("((ferry))", "ferry")]
    [InlineData("ferry\n\tstrike", "(ferry AND strike)")]
    public void A_rule_means_what_Lucenes_grammar_says(string text, string meaning) =>
        Assert.Equal(meaning, Rule.Parse(text).Clause.ToString());

    [Theory]
    [InlineData("", 1, "empty")]
    [InlineData("   ", 1, "empty")]
    [InlineData("ferry /str.*/", 7, "regular expression")]
    [InlineData("ferry *strike", 7, "end of a word")]
    [InlineData("fe*ry", 3, "end of a word")]
    [InlineData("f*", 1, "2 to 63 letters")]
    [InlineData("*", 1, "2 to 63 letters")]
    [InlineData("*:*", 1, "no field '*'")]
    [InlineData("port f?rry", 7, "'?'")]
    [InlineData("ferry~2", 6, "similar")]
    [InlineData("ferry^3", 6, "weighs")]
    [InlineData("ferry [1 TO 5]", 7, "range")]
    [InlineData("ferry {1 TO 5}", 7, "range")]
    [InlineData("price>5", 6, "compares")]
    [InlineData("ferry place:Lindholm", 7, "no field 'place'")]
    [InlineData("see https://example.org", 11, "regular expression")]
    [InlineData("-ferry", 2, "must not occur")]
    [InlineData("NOT ferry NOT boat", 5, "must not occur")]
    [InlineData("ferry (-boat)", 9, "must not occur")]
    [InlineData("ferry OR NOT boat", 14, "alternative")]
    [InlineData("+ferry OR boat", 2, "must")]
    [InlineData("ferry (boat", 7, "not closed")]
    [InlineData("ferry boat)", 11, "never opened")]
    [InlineData("ferry \"port authority", 7, "not closed")]
    [InlineData("“port authority”", 1, "typographic")]
    [InlineData("\"port auth*\"", 11, "no wildcard")]
    [InlineData("\"a b\"~101", 6, "up to 100")]
    [InlineData("\"a b\"~x", 6, "up to 100")]
    [InlineData("ferry and boat", 7, "small letters")]
    [InlineData("ferry AND", 9, "missing")]
    [InlineData("AND ferry", 1, "can't stand here")]
    [InlineData("ferry AND OR boat", 11, "can't stand here")]
    [InlineData("title:", 6, "missing")]
    [InlineData("title:a:b", 8, "second ':'")]
    [InlineData("ferry ()", 8, "empty")]
    [InlineData("ferry \\", 7, "nothing behind")]
    [InlineData("ferry \"\"", 8, "no letter")]
    [InlineData("ferry &", 7, "no letter")]
    [InlineData("lang:english", 6, "no code of a language")]
    [InlineData("lang:\"en de\"", 7, "no code of a language")]
    [InlineData("lang:en*", 8, "takes no *")]
    public void What_is_no_rule_is_refused_with_the_column_the_reason_and_a_remedy(string text, int column, string reason)
    {
        Assert.False(Rule.TryParse(text, out _, out var error));

        Assert.Equal(column, error.Column);
        Assert.Contains(reason, error.Problem, StringComparison.Ordinal);
        Assert.EndsWith(".", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_thousand_terms_are_a_rule_and_one_more_is_refused_where_it_stands()
    {
        var terms = string.Join(" OR ", Enumerable.Range(0, Rule.MaxTerms).Select(number => $"w{number}"));

        Assert.True(Rule.TryParse(terms, out _, out _));
        Assert.False(Rule.TryParse(terms + " OR last", out _, out var error));
        Assert.Equal(terms.Length + 5, error.Column);
    }

    [Theory]
    [InlineData("(", 51)]
    [InlineData("(", 9_000)]
    public void Parentheses_that_would_overflow_the_parser_are_refused(string sign, int count)
    {
        Assert.False(Rule.TryParse(string.Concat(Enumerable.Repeat(sign, count)) + "a", out _, out var error));

        Assert.Equal(Rule.MaxDepth + 1, error.Column);
    }

    [Fact]
    public void A_rule_is_stored_as_its_text_and_what_is_none_is_not_read()
    {
        var rule = Rule.Parse("  \"port authority\"~5 -sport ");
        var json = JsonSerializer.Serialize(rule);

        Assert.Equal(rule, JsonSerializer.Deserialize<Rule>(json));
        Assert.Equal("\"port authority\"~5 -sport", rule.ToString());
        var refused = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Rule>("\"fe*ry\""));
        Assert.Contains("Column 3", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_typed_is_a_rule_or_a_refusal_within_the_text() =>
        CsCheck.Check.Sample(CsCheck.Gen.String[CsCheck.Gen.Char["ab \"()[]{}^~*?:\\/+-!&|<>=AND ORTt0x\u00a0\n日é“"], 0, 30], text =>
        {
            if (!Rule.TryParse(text, out var rule, out var error))
            {
                Assert.InRange(error.Column, 1, Math.Max(1, text.Length));
            }
            else
            {
                Assert.NotNull(rule.Clause);
            }
        }, iter: 20_000);
}
