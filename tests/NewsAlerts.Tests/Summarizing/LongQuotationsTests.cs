using NewsAlerts.Articles;
using NewsAlerts.Summarizing.Embedded;
using Xunit;

namespace NewsAlerts.Tests.Summarizing;

public sealed class LongQuotationsTests
{
    private const string Middle = "The quay is sinking.";

    [Theory]
    [InlineData("\"We have waited. The quay is sinking. Nobody comes,\" Calloway said.")]
    [InlineData("Calloway said: “We have waited. The quay is sinking.” The board said nothing.")]
    [InlineData("„Wir warten. The quay is sinking. Niemand kommt“, sagte Calloway.")]
    [InlineData("»Wir warten. The quay is sinking. Niemand kommt«, sagte Calloway.")]
    [InlineData("« Nous attendons. The quay is sinking. Personne ne vient », dit Calloway.")]
    [InlineData("?We have waited. The quay is sinking. Nobody comes,? Calloway said.")]
    [InlineData("The board was asked.\"We have waited. The quay is sinking. Nobody comes,\" Calloway said.")]
    [InlineData("“We have waited. The quay is sinking.\n\n“Nobody comes,” Calloway said.")]
    public void What_stands_between_two_marks_is_said(string text)
    {
        Assert.True(IsSaid(text));
    }

    [Theory]
    [InlineData("The quay is sinking. \"We have waited,\" Calloway said.")]
    [InlineData("\"We have waited,\" Calloway said. The quay is sinking. \"Nobody comes,\" she said.")]
    [InlineData("The wall is 6\" too low. The quay is sinking. The crane is 12' 6\" high.")]
    [InlineData("“We have waited, Calloway said. The quay is sinking.\n\nThe board called that “untrue”.")]
    [InlineData("\"We have waited, Calloway said. The quay is sinking. Nobody comes.")]
    [InlineData("Who knew? The quay is sinking. Who knew?")]
    [InlineData("The quay is sinking.")]
    public void What_is_in_doubt_is_the_article_s(string text)
    {
        Assert.False(IsSaid(text));
    }

    private static bool IsSaid(string text) =>
        LongQuotations.Hold(LongQuotations.In(text), new TextSpan(text.IndexOf(Middle, StringComparison.Ordinal), Middle.Length));
}
