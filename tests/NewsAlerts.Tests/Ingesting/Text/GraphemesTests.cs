using NewsAlerts.Ingesting.Text;

namespace NewsAlerts.Tests.Ingesting.Text;

public class GraphemesTests
{
    private const string Family = "👨\u200D👩\u200D👧\u200D👦";

    [Theory]
    [InlineData("abc", 5, "abc")]
    [InlineData("abc", 2, "ab")]
    [InlineData("a😀", 2, "a")]
    [InlineData("ae\u0301", 2, "a")]
    [InlineData("a" + Family, 11, "a")]
    [InlineData(Family + Family, 12, Family)]
    [InlineData("🇳🇴🇸🇪", 6, "🇳🇴")]
    [InlineData("a\r\nb", 2, "a")]
    public void What_fits_is_whole_characters(string text, int limit, string fit) => Assert.Equal(fit, text[..Graphemes.Fit(text, limit)]);

    [Theory]
    [InlineData(Family, 3, "👨\u200D")]
    [InlineData(Family, 4, "👨\u200D")]
    public void Where_not_even_the_first_fits_at_least_no_pair_is_halved(string text, int limit, string fit) => Assert.Equal(fit, text[..Graphemes.Fit(text, limit)]);
}
