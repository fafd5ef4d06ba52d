using NewsAlerts.Ingesting.Text;
using Xunit;

namespace NewsAlerts.Tests.Ingesting.Text;

public sealed class FunctionWordsTests
{
    [Theory]
    [InlineData("en", "the harbour board said that it was to close the gates for the night and that they have not been asked by the town")]
    [InlineData("vi", "cảng đã được mở và những người không có vé của các chuyến tàu cho biết đã chờ với một nhân viên trong nhà ga")]
    public void A_language_that_most_small_words_are_of_is_certain(string language, string words)
    {
        Assert.Equal(language, FunctionWords.Certain(words.Split(' ')));
    }

    [Theory]
    // Danish, Norwegian and Swedish share them.
    [InlineData("havnen er lukket i dag og det er ikke en båd til at se på kajen for de har av vinden med den")]
    // Names and nouns.
    [InlineData("harbour board president Ines Calloway yesterday opened Port Ellery ferry terminal before cheering islanders")]
    public void Where_two_languages_have_them_or_none_has_the_models_are_asked(string words)
    {
        Assert.Null(FunctionWords.Certain(words.Split(' ')));
    }
}
