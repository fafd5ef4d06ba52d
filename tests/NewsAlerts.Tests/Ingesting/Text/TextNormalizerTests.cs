using System.Text;
using NewsAlerts.Ingesting.Text;

namespace NewsAlerts.Tests.Ingesting.Text;

public class TextNormalizerTests
{
    [Theory]
    [InlineData("e\u0301te\u0301", "\u00E9t\u00E9")]
    [InlineData("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour")]
    [InlineData("one\u2029two\u0085three", "one\ntwo\nthree")]
    [InlineData("a\u0000b\u0007c", "abc")]
    [InlineData("news\u00ADpaper", "newspaper")]
    [InlineData("\uFEFFnews\u200Bpaper", "newspaper")]
    [InlineData("\u202Eevil\u202C \u2066text\u2069", "evil text")]
    [InlineData("one\u00A0\u2003 \ttwo", "one two")]
    [InlineData("one   \n   two", "one\ntwo")]
    [InlineData("\n\n one \n \n\n\n two \n", "one\n\ntwo")]
    public void Text_comes_into_its_one_form(string given, string expected) => Assert.Equal(expected, TextNormalizer.Normalize(given));

    [Fact]
    public void Half_a_character_becomes_the_replacement_character()
    {
        // Not as inline data: attributes are stored as UTF-8, which has no lone surrogates.
        Assert.Equal("a\uFFFDb", TextNormalizer.Normalize("a\uD83Db"));
        Assert.Equal("\uFFFD", TextNormalizer.Normalize("\uDE00"));
    }

    [Theory]
    [InlineData("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645")]
    [InlineData("\u0915\u094D\u200D\u0937")]
    [InlineData("\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67")]
    public void A_joiner_stays_where_script_or_emoji_need_it(string text) => Assert.Equal(text, TextNormalizer.Normalize(text));

    [Fact]
    public void A_joiner_beside_a_space_is_dropped() => Assert.Equal("one two", TextNormalizer.Normalize("\u200Done\u200D \u200Ctwo\u200C"));

    [Fact]
    public void A_title_is_one_line() => Assert.Equal("River rises again", TextNormalizer.NormalizeLine(" River\r\n\trises \u2028 again\n"));

    [Fact]
    public void Normalising_twice_changes_nothing()
    {
        var random = new Random(20_260_102);
        string[] pieces =
        [
            "a", "e", "\u0301", "\u0323", " ", "\u00A0", "\t", "\n", "\r\n", "\r", "\u2028", "\u200D", "\u200C", "\u200B", "\uFEFF", "\u00AD", "\u202E", "\u0000",
            "\uD83D\uDE00", "\uD83D", "\uDE00", "\u1100", "\u1161", "\u0344", "\u037E", "\u212B", "\u2000", "\uFB1D", "\u3164", "\u0958", "\uD834\uDD5E",
        ];
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 20)).Select(_ => pieces[random.Next(pieces.Length)]));
            var once = TextNormalizer.Normalize(text);
            var line = TextNormalizer.NormalizeLine(text);

            Assert.Equal(once, TextNormalizer.Normalize(once));
            Assert.Equal(line, TextNormalizer.NormalizeLine(line));
            Assert.True(once.IsNormalized(NormalizationForm.FormC));
            Assert.DoesNotContain('\n', line);
            Assert.Equal(line, TextNormalizer.NormalizeLine(once));
        }
    }
}
