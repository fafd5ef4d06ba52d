using CsCheck;
using NewsAlerts.Ingesting.Text;

namespace NewsAlerts.Tests.Ingesting.Text;

public class MarkRunsTests
{
    private static readonly Gen<string> Odd = Gen.OneOf(
        "a", "é", "e\u0301", "\u0315", "\u0316", "\u0344", "\u0F73", "\u1D1C0", "\U0001D165", "\U000E0100", "\u09C7\u09BE", "\u1100\u1161\u11A8", "\uAC00\u11A8", "\u200D", "\u200C", "\u034F", "\u202E",
        " ", "\n", "\u2028", "\uD83D", "\uDE00", "😀", "\u115F", "漢", "ש\u05C1", "\u05B0\u05B1", "\u0000");

    [Fact]
    public void A_letter_keeps_as_many_marks_as_any_script_uses() =>
        Assert.Equal("a" + new string('\u0315', MarkRuns.Longest), MarkRuns.Cut("a" + new string('\u0315', 1_000)));

    [Fact]
    public void Text_with_ordinary_marks_is_itself()
    {
        const string text = "Tiếng Việt, ke\u0301t, שָׁלוֹם, हिन्दी";

        Assert.Same(text, MarkRuns.Cut(text));
    }

    [Fact]
    public void A_pile_of_marks_beyond_the_first_plane_is_cut_between_characters() =>
        Assert.Equal("a" + string.Concat(Enumerable.Repeat("\U0001D165", MarkRuns.Longest)) + "b", MarkRuns.Cut("a" + string.Concat(Enumerable.Repeat("\U0001D165", 100)) + "b"));

    [Fact]
    public void Normalised_text_of_whatever_characters_is_normalised() => Pieces().Sample(
        text =>
        {
            var normal = TextNormalizer.Normalize(text);
            Assert.Equal(normal, TextNormalizer.Normalize(normal));
            Assert.True(normal.IsNormalized());
            var line = TextNormalizer.NormalizeLine(text);
            Assert.Equal(line, TextNormalizer.NormalizeLine(line));
        },
        iter: 2_000,
        threads: 1);

    /// <summary>Each piece many times, so that runs grow beyond the limit.</summary>
    private static Gen<string> Pieces() =>
        Gen.Select(Odd, Gen.Int[1, 40], (piece, times) => string.Concat(Enumerable.Repeat(piece, times))).Array[0, 12].Select(string.Concat);
}
