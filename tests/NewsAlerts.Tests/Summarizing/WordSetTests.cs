using NewsAlerts.Summarizing.Embedded;
using Xunit;

namespace NewsAlerts.Tests.Summarizing;

public sealed class WordSetTests
{
    [Theory]
    [InlineData("we", true)]
    [InlineData("WE", true)]
    [InlineData("We've", true)]
    [InlineData("Élan", true)]
    [InlineData("ĐÃ", true)]
    [InlineData("wé", false)]
    [InlineData("web", false)]
    [InlineData("ve", false)]
    [InlineData("", false)]
    [InlineData("a-word-that-is-longer-than-any", false)]
    public void Words_are_found_whatever_their_case(string word, bool isIn) => Assert.Equal(isIn, WordSet.Of("we we've élan đã").Contains(word));

    [Fact]
    public void An_empty_set_has_no_word() => Assert.False(WordSet.Of(string.Empty).Contains("we"));
}
