using NewsAlerts.Summarizing;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Summarizing;

public sealed class LinksAndMarkupTests
{
    [Theory]
    [InlineData("Read more at https://evil.example/x.")]
    [InlineData("Read more at www.evil.example.")]
    [InlineData("Read more at evil.example/ferry.")]
    [InlineData("Write to desk@evil.example.")]
    [InlineData("javascript:alert(1)")]
    [InlineData("The ferry <b>runs</b> again.")]
    [InlineData("The ferry <img src=x onerror=alert(1)")]
    [InlineData("The [ferry](x) runs again.")]
    [InlineData("The ferry **runs** again.")]
    [InlineData("The ferry `runs` again.")]
    [InlineData("The ferry &lt;runs again.")]
    [InlineData("The ferry \u202Eruns again.")]
    [InlineData("The ferry runs\u0000 again.")]
    public void What_is_more_than_text_does_not_come_from_nowhere(string text) =>
        Assert.True(LinksAndMarkup.HasForeign(GivenArticle.Of("The ferry runs again."), text));

    [Theory]
    [InlineData("The ferry runs again at 7.30 p.m., the board said.")]
    [InlineData("Fares rise by 3.5% to 22.40 crowns; the U.S. board & others agreed.")]
    [InlineData("It is half the price: < 10 crowns.")]
    [InlineData("Sechs Fähren fahren wieder – so die Behörde.")]
    public void Ordinary_prose_is_no_mark_up(string text) =>
        Assert.False(LinksAndMarkup.HasForeign(GivenArticle.Of("The ferry runs again."), text));

    [Theory]
    [InlineData("Tickets are sold at harbour.example.")]
    [InlineData("Questions go to desk@harbour.example.")]
    public void What_stands_in_the_article_may_be_said(string text) =>
        Assert.False(LinksAndMarkup.HasForeign(GivenArticle.Of("Tickets are sold at harbour.example. Questions go to desk@harbour.example"), text));

    [Theory]
    [InlineData("Tickets are sold at bour.example.")]
    [InlineData("Tickets are sold at harbour.example.org.")]
    [InlineData("Tickets are sold at harbour.exam.")]
    [InlineData("Tickets are sold at https://harbour.example/pay.")]
    [InlineData("Questions go to sk@harbour.example.")]
    [InlineData("See https://harbour.example/sail.")]
    public void Half_an_address_is_another_one(string text) =>
        Assert.True(LinksAndMarkup.HasForeign(GivenArticle.Of("Tickets are sold at harbour.example. Questions go to desk@harbour.example or https://harbour.example/sailings now."), text));
}
