using NewsAlerts.Ingesting;
using NewsAlerts.Ingesting.Text;

namespace NewsAlerts.Tests.Ingesting;

public sealed class CitedLanguageTests
{
    private const string German =
        "Die Fähre fährt ab März wieder über den Fjord, und die Überfahrt dauert wie früher eine halbe Stunde. Das hat die Hafenbehörde am Dienstag beschlossen, nachdem sie mit der Reederei nicht einig geworden war.";

    private const string English =
        "The ferry will run again from March, and the crossing will take half an hour as it did before. The board decided this on Tuesday after it had not been able to agree with the company.";

    private static readonly LanguageDetector Languages = new();

    [Theory]
    [InlineData("eng", "en")]
    [InlineData("en-US", "en")]
    [InlineData("deu", "de")]
    [InlineData("ger", "de")]
    [InlineData("fra", "fr")]
    [InlineData("fre_FR", "fr")]
    [InlineData("iw", "he")]
    [InlineData("in", "id")]
    [InlineData("no", "no")]
    [InlineData("nob", "no")]
    [InlineData("nn", "no")]
    [InlineData("zho", "zh")]
    [InlineData("gsw", "gsw")]
    public void A_language_has_one_code(string declared, string expected) => Assert.Equal(expected, CitedLanguage.Of(declared, "Ferry.", Languages));

    [Theory]
    [InlineData("en-US", German, "de")]
    [InlineData("eng", German, "de")]
    [InlineData("en", English, "en")]
    [InlineData("en", "Ferry Überfahrt Hafen Dienstag", "en")]
    [InlineData("fr", German, "fr")]
    public void Declared_English_gives_way_to_what_a_text_certainly_is(string declared, string text, string expected) =>
        Assert.Equal(expected, CitedLanguage.Of(declared, text, Languages));
}
