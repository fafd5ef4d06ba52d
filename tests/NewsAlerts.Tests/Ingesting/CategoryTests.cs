using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Ingesting;

public sealed class CategoryTests
{
    [Theory]
    [InlineData("a.json", """{"text":"The ferry runs again from March.","categories":["Sport","Local"]}""")]
    [InlineData("a.json", """{"text":"The ferry runs again from March.","categories":"Sport, Local"}""")]
    [InlineData("a.json", """{"@type":"NewsArticle","articleBody":"The ferry runs again from March.","articleSection":"Sport","keywords":["Local",{"@type":"DefinedTerm","name":"sport"}]}""")]
    [InlineData("a.json", """{"body_text":"The ferry runs again from March.","subject":[{"code":"1","name":"Sport"},{"name":"Local"}]}""")]
    [InlineData("a.rss", """<rss version="2.0"><channel><item><description>The ferry runs again from March.</description><category>Sport</category><category domain="x">Local</category></item></channel></rss>""")]
    [InlineData("a.atom", """<feed xmlns="http://www.w3.org/2005/Atom"><entry><summary>The ferry runs again from March.</summary><category term="sp" label="Sport"/><category term="Local"/></entry></feed>""")]
    [InlineData("a.md", "---\ncategory: Sport\ntags:\n  - sport\n  - Local\n---\nThe ferry runs again from March.")]
    [InlineData("a.txt", "Title: Ferry runs\nCategory: Sport\nTags: Local\n\nThe ferry runs again from March.")]
    [InlineData("a.html", """<html><head><meta property="article:section" content="Sport"><meta property="article:tag" content="Local"></head><body><p>The ferry runs again from March, the harbour board said on Tuesday, after two winters in dock.</p></body></html>""")]
    public void What_a_format_files_an_article_under_are_its_categories(string name, string original)
    {
        var draft = Originals.Draft(name, original);

        Assert.Equal(["Sport", "Local"], GivenArticle.Of(draft.Text, categories: draft.Categories).Categories);
    }

    [Fact]
    public void Categories_are_few_short_lines_each_once()
    {
        var given = new[] { " Water\n sport ", "WATER", "—", new string('x', 61) }.Concat(Enumerable.Range(0, 40).Select(number => $"tag {number}"));

        var categories = GivenArticle.Of("The ferry runs again from March.", categories: [.. given]).Categories;

        Assert.Equal(20, categories.Count);
        Assert.Equal(["Water", "sport", "tag 0"], categories.Take(3));
    }
}
