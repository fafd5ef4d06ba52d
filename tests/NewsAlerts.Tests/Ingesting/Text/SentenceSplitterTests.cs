using System.Diagnostics;
using NewsAlerts.Articles;
using NewsAlerts.Ingesting.Text;

namespace NewsAlerts.Tests.Ingesting.Text;

public class SentenceSplitterTests
{
    [Theory]
    [MemberData(nameof(SentenceCorpus.Cases), MemberType = typeof(SentenceCorpus))]
    public void A_hard_case_splits_where_a_reader_would(string language, string marked)
    {
        var (text, expected) = SentenceCorpus.Parse(marked);

        Assert.Equal(expected, Sentences(text, language));
    }

    [Fact]
    public void The_corpus_is_large_and_in_many_languages()
    {
        var cases = SentenceCorpus.Cases.Select(row => (string)row[0]).ToList();

        Assert.InRange(cases.Count, 150, int.MaxValue);
        Assert.InRange(cases.Distinct().Count(), 10, int.MaxValue);
    }

    [Fact]
    public void Every_character_but_white_space_is_in_exactly_one_sentence()
    {
        var random = new Random(20_260_101);
        var texts = SentenceCorpus.Cases.Select(row => SentenceCorpus.Parse((string)row[1]).Text).Concat(RandomTexts(random, 3_000));

        foreach (var text in texts)
        {
            AssertCovers(text, SentenceSplitter.Split(text));
            AssertCovers(text, ParagraphSplitter.Split(text));
        }
    }

    [Fact]
    public void A_sentence_never_crosses_a_blank_line()
    {
        foreach (var text in RandomTexts(new Random(7), 2_000))
        {
            Assert.DoesNotContain(Sentences(text), sentence => sentence.Contains("\n\n", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Nothing_to_split_gives_no_sentences()
    {
        Assert.Empty(SentenceSplitter.Split(""));
        Assert.Empty(SentenceSplitter.Split(" \n\t\n "));
    }

    [Fact]
    public void Without_a_language_titles_and_initials_still_hold()
    {
        Assert.Equal(["Mr. Smith met J. K. Hill.", "They left."], Sentences("Mr. Smith met J. K. Hill. They left."));
        Assert.Equal(["Mr. Smith left.", "She stayed."], Sentences("Mr. Smith left. She stayed.", "xx-unknown"));
    }

    [Fact]
    public void Text_without_a_stop_is_cut_between_words()
    {
        var text = string.Join(' ', Enumerable.Repeat("word", 2_000));

        var sentences = Sentences(text);

        Assert.All(sentences, sentence => Assert.InRange(sentence.Length, 1, SentenceSplitter.LongestSentence));
        Assert.All(sentences, sentence => Assert.EndsWith("word", sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_Thai_paragraph_is_cut_at_its_spaces()
    {
        var text = string.Join(' ', Enumerable.Repeat("แม่น้ำสูงขึ้น", 100));

        Assert.All(Sentences(text, "th"), sentence => Assert.InRange(sentence.Length, 1, SentenceSplitter.LongestUnspacedSentence));
    }

    [Theory]
    [InlineData("The minister said on Monday that it was fine. \"Really?\" he asked Mr. Smith of the U.S. embassy. ")]
    [InlineData("word ")]
    [InlineData("a")]
    [InlineData(".")]
    [InlineData(". ")]
    [InlineData("\"")]
    [InlineData(".\"")]
    [InlineData("A. ")]
    [InlineData("Ab.")]
    [InlineData("?a")]
    [InlineData("?\" Ab Cd ")]
    [InlineData("「。")]
    [InlineData("「。」")]
    [InlineData("a\n")]
    [InlineData("- a\n")]
    [InlineData("。」他")]
    public void Two_hundred_thousand_characters_take_no_noticeable_time(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, (200_000 / unit.Length) + 1))[..200_000];
        SentenceSplitter.Split(text);
        var watch = Stopwatch.StartNew();

        SentenceSplitter.Split(text);

        // It takes 5 to 70 ms; what is quadratic takes minutes. The rest is room for a busy machine.
        Assert.InRange(watch.ElapsedMilliseconds, 0, 20_000);
    }

    private static List<string> Sentences(string text, string? language = null) =>
        [.. SentenceSplitter.Split(text, language).Select(span => span.In(text).ToString())];

    private static void AssertCovers(string text, IReadOnlyList<TextSpan> spans)
    {
        var at = 0;
        foreach (var span in spans)
        {
            Assert.True(span.Length > 0 && span.Start >= at, $"out of order at {span.Start} in: {text}");
            Assert.True(string.IsNullOrWhiteSpace(text[at..span.Start]), $"lost before {span.Start} in: {text}");
            Assert.False(char.IsWhiteSpace(text[span.Start]) || char.IsWhiteSpace(text[span.End - 1]), $"untrimmed at {span.Start} in: {text}");
            at = span.End;
        }

        Assert.True(string.IsNullOrWhiteSpace(text[at..]), $"lost at the end of: {text}");
    }

    private static IEnumerable<string> RandomTexts(Random random, int count)
    {
        string[] pieces =
        [
            "The", " ", ".", "!", "?", "\"", "“", "”", "\n", "\n\n", "\r\n", "a", "U.S.", "Mr.", "3.5", "。", "「", "」", "।", "»", "«", " - ", "• ", "1. ", "(", ")",
            "...", "…", "ก", "word", "Word", "\u00A0", "\uD83D\uDE00", "\uD83D", "'", "’", "،", "？", ",", "?a", "፡፡", "A.", "[1]", "iPhone",
        ];
        for (var i = 0; i < count; i++)
        {
            yield return string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => pieces[random.Next(pieces.Length)]));
        }
    }
}
