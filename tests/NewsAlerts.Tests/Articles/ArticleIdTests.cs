using NewsAlerts.Articles;

namespace NewsAlerts.Tests.Articles;

public sealed class ArticleIdTests
{
    [Fact]
    public void The_same_title_and_text_are_the_same_article() =>
        Assert.Equal(ArticleId.Of("Title", "Text."), ArticleId.Of("Title", "Text."));

    [Fact]
    public void A_title_is_not_mistaken_for_the_beginning_of_the_text() =>
        Assert.NotEqual(ArticleId.Of("Title", "Text."), ArticleId.Of(null, "TitleText."));

    [Fact]
    public void An_id_is_what_anybody_can_compute() =>
        // printf 'Title\0Text.' | sha256sum | xxd -r -p | head -c 16 | base32 | tr A-Z a-z
        Assert.Equal("vsmainyqznf6jmeugngo6dwgge", ArticleId.Of("Title", "Text.").ToString());

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZ")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaa1")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaa/a")]
    public void What_is_no_id_is_refused_with_the_rule_and_where_to_find_ids(string text)
    {
        var error = Assert.Throws<FormatException>(() => ArticleId.Parse(text, null));
        Assert.Contains("26 characters", error.Message, StringComparison.Ordinal);
        Assert.Contains("newsalerts articles", error.Message, StringComparison.Ordinal);
    }
}
