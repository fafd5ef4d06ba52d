using CsCheck;
using Lucene.Net.Index.Memory;
using Lucene.Net.QueryParsers.Flexible.Standard;
using Lucene.Net.QueryParsers.Flexible.Standard.Config;
using NewsAlerts.Articles;
using NewsAlerts.Routing.Rules;
using NewsAlerts.Terms;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Routing.Rules;

public sealed class RuleIndexTests
{
    [Fact]
    public void What_the_index_finds_is_what_every_rule_by_itself_finds() =>
        Check.Sample(
            Gen.Select(GivenRules.Rule.Array[1, 60], GivenRules.Article),
            (rules, article) =>
            {
                var parsed = rules.Select(rule => Rule.Parse(rule)).ToList();

                var alone = Enumerable.Range(0, parsed.Count).Where(index => IsMatch(parsed[index], article));

                Assert.Equal(alone, new RuleIndex(parsed).Match(article).Rules);
            },
            iter: 1_000);

    [Fact]
    public void A_rule_finds_what_Lucene_finds() =>
        Check.Sample(
            Gen.Select(GivenRules.Rule, GivenRules.Article),
            (rule, article) => Assert.Equal(LuceneFinds(rule, article), new RuleIndex([Rule.Parse(rule)]).Match(article).Rules.Count == 1),
            iter: 5_000);

    [Fact]
    public void An_article_meets_only_rules_whose_rarest_required_term_it_has()
    {
        var rules = Enumerable.Range(0, 1_000).Select(number => Rule.Parse($"ferry place{number}")).ToList();

        var matches = new RuleIndex(rules).Match(GivenArticle.Of("The ferry stopped at place7 again, and nobody knew why."));

        Assert.Equal([7], matches.Rules);
        Assert.Equal(1, matches.Candidates);
    }

    [Theory]
    [InlineData("en", "The ferries were striking again yesterday.", "ferry strikes", true)]
    [InlineData("de", "Die Fähren fuhren gestern nicht mehr.", "Fähre", true)]
    [InlineData("fr", "L'avion des ministres s'est posé hier soir.", "avions ministre", true)]
    [InlineData("en", "They asked whether to be or not to be at sea.", "\"to be or not to be\"", true)]
    [InlineData("ja", "東京都の港で船が止まった。", "東京", true)]
    [InlineData("ja", "東京都の港で船が止まった。", "大阪", false)]
    [InlineData("en", "The ferries were late again in the morning.", "ferries*", true)]
    [InlineData("de", "Die Fähren fuhren gestern nicht mehr.", "fähr*", true)]
    [InlineData("ja", "緑茶の港で船が止まった。", "茶", true)]
    [InlineData("ja", "昨日の夜から港で船員が飲んだのは緑茶", "茶", true)]
    [InlineData("ja", "昨日の夜から港で船員が飲んだのは緑茶", "港", true)]
    [InlineData("ja", "昨日の夜から港で船員が飲んだのは緑茶", "海", false)]
    [InlineData("ja", "東京都の港で船が止まった。", "東京都*", true)]
    [InlineData("ja", "東京都の港で船が止まった。", "東京*", true)]
    [InlineData("ja", "東京の都の港で船が止まった。", "東京都*", false)]
    [InlineData("ko", "서울시는 항구를 다시 열었다.", "서울시*", true)]
    [InlineData("zh", "港口星期一重新开放。", "星期一*", true)]
    [InlineData("fr", "Les élèves de l’école sont rentrés hier soir.", "école*", true)]
    [InlineData("fr", "Les élèves de l'école sont rentrés hier soir.", "école*", true)]
    [InlineData("fr", "Les écoles sont rentrées hier soir.", "école*", true)]
    [InlineData("it", "Il ministro dell’economia parla oggi a Roma.", "econom*", true)]
    [InlineData("en", "The wi-fi on board failed on every crossing.", "wi-fi", true)]
    [InlineData("en", "The fi on board failed on every wi crossing.", "wi-fi", false)]
    public void A_word_meets_its_forms_in_the_articles_own_language(string language, string text, string rule, bool matches) =>
        Assert.Equal(matches, IsMatch(Rule.Parse(rule), GivenArticle.Of(text, language: language)));

    [Fact]
    public void One_rule_meets_the_forms_of_each_language_that_its_articles_have()
    {
        var index = new RuleIndex([Rule.Parse("Minister lang:(en OR de)")]);

        Assert.Equal([0], index.Match(GivenArticle.Of("The ministers met in the harbour on Monday.", language: "en")).Rules);
        Assert.Equal([0], index.Match(GivenArticle.Of("Die Ministern trafen sich am Montag im Hafen.", language: "de")).Rules);
        Assert.Empty(index.Match(GivenArticle.Of("Ministern mødtes i havnen på en mandag.", language: "da")).Rules);
        Assert.Equal(["da", "de", "en"], index.Languages.Order());
    }

    [Theory]
    [InlineData("\"runs again the\"", false)]
    [InlineData("title:\"Lindholm runs\"", true)]
    [InlineData("title:harbour", false)]
    [InlineData("source:gazette", true)]
    [InlineData("source:\"harbour gazette\"", true)]
    [InlineData("source:\"gazette harbour\"", false)]
    [InlineData("author:lund", true)]
    [InlineData("category:sport", true)]
    [InlineData("category:\"sport economy\"", false)]
    [InlineData("lang:en harbour", true)]
    [InlineData("lang:de", false)]
    public void A_field_is_looked_for_where_it_stands_and_no_phrase_bridges_two(string rule, bool matches)
    {
        var article = GivenArticle.Of("The boat left the harbour at noon.", byline: "Ann Lund", categories: ["Water sport", "Economy"]);

        Assert.Equal(matches, IsMatch(Rule.Parse(rule), article));
    }

    [Theory]
    [InlineData("\"boat noon\"~4", true)]
    [InlineData("\"boat noon\"~3", false)]
    [InlineData("\"harbour boat\"~4", true)]
    [InlineData("\"harbour boat\"~3", false)]
    [InlineData("\"the the\"~3", true)]
    [InlineData("\"the the\"~2", true)]
    [InlineData("\"the the\"~1", false)]
    [InlineData("\"the the the\"~9", false)]
    public void Proximity_counts_the_moves_that_would_make_the_phrase(string rule, bool matches) =>
        Assert.Equal(matches, IsMatch(Rule.Parse(rule), GivenArticle.Of("The boat left the harbour at noon.")));

    private static bool IsMatch(Rule rule, Article article)
    {
        var vocabulary = new RuleVocabulary(article.Citation.Language);
        RuleTerms.AddTo(vocabulary, [rule.Clause]);
        return rule.Clause.Matches(ArticleTerms.Read(article, vocabulary));
    }

    /// <summary>Lucene's own parser and search, over an index of this one article.</summary>
    private static bool LuceneFinds(string rule, Article article)
    {
        var gap = string.Concat(Enumerable.Repeat(" zzz", 2 * Rule.MaxSlop));
        var index = new MemoryIndex();
        index.AddField("all", $"{article.Citation.Title}{gap} {article.Text}", TermAnalyzers.Plain);
        index.AddField("title", article.Citation.Title ?? "", TermAnalyzers.Plain);
        index.AddField("source", article.Citation.Source ?? "", TermAnalyzers.Plain);
        index.AddField("author", article.Citation.Byline ?? "", TermAnalyzers.Plain);
        index.AddField("category", string.Join($"{gap} ", article.Categories), TermAnalyzers.Plain);
        var parser = new StandardQueryParser(TermAnalyzers.Plain) { DefaultOperator = StandardQueryConfigHandler.Operator.AND };
        return index.Search(parser.Parse(rule, "all")) > 0;
    }
}
