using NewsAlerts.Summarizing;
using NewsAlerts.Summarizing.Embedded;
using NewsAlerts.Summarizing.Embedded.Compressing;

namespace NewsAlerts.Tests.Summarizing;

public sealed class SentenceCompressorTests
{
    [Theory]
    [InlineData(
        "The new ferry -- the largest of the coast -- will leave the northern quay of Port Ellery in the first week of May.",
        "The new ferry will leave the northern quay of Port Ellery in the first week of May.")]
    [InlineData(
        "The new ferry (a gift of the neighbouring island) will leave the northern quay of Port Ellery in the first week of May.",
        "The new ferry will leave the northern quay of Port Ellery in the first week of May.")]
    public void What_stands_in_brackets_or_between_dashes_goes(string sentence, string text)
    {
        Assert.Equal(text, SentenceCompressor.Compress(sentence, "en", KeyPointRules.MostWords));
    }

    [Theory]
    [InlineData(
        "Ines Calloway, who runs the island's pharmacy, said the ferry would bring new customers from the mainland to Marrow every Saturday in May.",
        "Ines Calloway said the ferry would bring new customers from the mainland to Marrow every Saturday in May.")]
    [InlineData(
        "The harbour board of Port Ellery will open a second quay to the islanders in May, which pleased the fishermen.",
        "The harbour board of Port Ellery will open a second quay to the islanders in May.")]
    [InlineData(
        "A wall of water and mud ran through the lower town on Sunday night, toppling the garden walls of the parsonage.",
        "A wall of water and mud ran through the lower town on Sunday night.")]
    public void A_clause_that_only_adds_goes_where_the_sentence_is_too_long_and_not_else(string sentence, string text)
    {
        Assert.Equal(text, SentenceCompressor.Compress(sentence, "en", Words.CountIn(text)));
        Assert.Equal(sentence, SentenceCompressor.Compress(sentence, "en", KeyPointRules.MostWords));
    }

    [Fact]
    public void What_is_quoted_in_single_marks_stays_whole()
    {
        const string Sentence = "In an angry letter to the board she wrote: 'The creams that the island (Companies) sells us in May are not what the label says of them.'";

        Assert.Equal(Sentence, SentenceCompressor.Compress(Sentence, "en", KeyPointRules.MostWords));
    }

    [Theory]
    [InlineData("Ines Calloway, who never used the ferry, said the board should open the northern quay of Port Ellery to her customers.")]
    [InlineData("Ines Calloway, who is 45 years old, said the board should open the northern quay of Port Ellery to her customers.")]
    [InlineData("The captain left the northern quay of Port Ellery before the storm had reached the islands, police said.")]
    [InlineData("The captain, who allegedly slept, left the northern quay of Port Ellery before the storm had reached the islands.")]
    [InlineData("The board opened the northern quay of Port Ellery to everybody who had a ticket for May, according to the harbour office.")]
    [InlineData("Police arrested the captain in the pharmacy of Port Ellery for shouting, swearing and threatening the pilots.")]
    [InlineData("The ferry will sail from the northern quay of Port Ellery in May, unless the engines fail again.")]
    [InlineData("Police are looking for a man, who painted the quay.")]
    public void What_changes_the_statement_stays(string sentence)
    {
        Assert.Equal(sentence, SentenceCompressor.Compress(sentence, "en", KeyPointRules.MostWords));
    }

    [Fact]
    public void A_long_sentence_is_cut_to_a_key_point_s_length()
    {
        const string Sentence = "Former harbour master Anil Reyk, a veteran of the coast guard, told the board on Tuesday evening that the northern quay of Port Ellery was sinking into the mud "
            + "faster than its engineers had foreseen, and the fishermen applauded while the mayor left the hall.";

        var text = SentenceCompressor.Compress(Sentence, "en", KeyPointRules.MostWords);

        Assert.InRange(Words.CountIn(text), 8, KeyPointRules.MostWords);
        Assert.StartsWith("Former harbour master Anil Reyk", text, StringComparison.Ordinal);
        Assert.Contains("told the board", text, StringComparison.Ordinal);
        Assert.EndsWith(".", text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_compression_adds_a_word_or_drops_a_number_a_negation_or_a_speaker()
    {
        var compressed = 0;
        foreach (var sentence in Generated(4_000))
        {
            var text = SentenceCompressor.Compress(sentence, "en", KeyPointRules.MostWords);
            compressed += text.Length < sentence.Length ? 1 : 0;

            var (kept, all) = (WordsOf(text), WordsOf(sentence));
            Assert.True(IsSubsequence(kept, all), $"{text}\n{sentence}");
            Assert.True(all.Where(IsProtected).SequenceEqual(kept.Where(IsProtected)), $"{text}\n{sentence}");
            Assert.Equal(QuotationMarks.AreHalf(sentence), QuotationMarks.AreHalf(text));
            Assert.EndsWith(".", text, StringComparison.Ordinal);
            Assert.DoesNotContain("  ", text, StringComparison.Ordinal);
            Assert.DoesNotContain(" ,", text, StringComparison.Ordinal);
            Assert.DoesNotContain(",.", text, StringComparison.Ordinal);
        }

        Assert.InRange(compressed, 500, 4_000);
    }

    [Fact]
    public void What_is_compressed_is_grounded_in_its_sentence()
    {
        foreach (var sentence in Generated(300))
        {
            var article = AnArticle.With(sentence);
            var point = new KeyPoint(SentenceCompressor.Compress(sentence, "en", KeyPointRules.MostWords), Evidence.Of(article, 0));
            var summary = new Summary
            {
                ArticleId = article.Id,
                Headline = "Ellery",
                KeyPoints = [point],
                Engine = "embedded",
                Citation = article.Citation,
                Created = DateTimeOffset.UnixEpoch,
            };

            Assert.Empty(Grounding.Check(article, summary));
        }
    }

    /// <summary>Sentences of a subject, an insertion, a predicate and a tail, of which any may hold what must stay.</summary>
    private static IEnumerable<string> Generated(int count)
    {
        string[] openings = ["", "After the storm had passed, ", "On Monday, ", "According to the harbour office, ", "Following the vote, "];
        string[] subjects = ["Ines Calloway", "The harbour board of Port Ellery", "The pilot Tomas Reyk", "A fisherman from Marrow"];
        string[] insertions =
        [
            "", ", who runs the pharmacy,", ", who allegedly runs the pharmacy,", ", which met behind closed doors,", " (the oldest of the coast)", " (12 of 31 votes)", ", a friend of the mayor,",
            " -- long a rival of the mayor --", ", who did not vote,", ", whose brother said so,",
        ];
        string[] predicates =
        [
            "said the northern quay would not open in May", "may close the northern quay of the town for 14 days", "has opened the second quay of Port Ellery to the island's fishermen",
            "told the council that \"nobody, not even the mayor, wants the quay\" in its present state", "was almost ready to sell 240 berths to the fishing boats of the island",
        ];
        string[] tails =
        [
            "", ", which pleased the fishermen", ", which cost 3 million crowns", ", leaving the quay empty", ", adding that no berth was free", ", police said", ", unless the engines fail", ", a decision that surprised the town",
            " after the mayor visited the island", " as the mayor was leaving the hall", ", and the mayor left the hall", ", and the mayor did not object", " on Tuesday evening", ", the harbour office reported",
            ", while the old boats that had served the island since the war and the engines that the fishermen had repaired winter after winter were sold to a museum on the mainland",
        ];
        var random = new Random(11);
        for (var i = 0; i < count; i++)
        {
            yield return Pick(openings) + Pick(subjects) + Pick(insertions) + " " + Pick(predicates) + Pick(tails) + Pick(tails) + ".";
        }

        string Pick(string[] from) => from[random.Next(from.Length)];
    }

    private static bool IsProtected(string word) =>
        word.Any(char.IsDigit) || word is "not" or "no" or "nobody" or "unless" or "may" or "almost" or "allegedly" or "would" or "said" or "told" or "according" or "reported";

    private static List<string> WordsOf(string text)
    {
        var found = new List<string>();
        foreach (var word in new Words(text))
        {
            found.Add(word.ToString().ToLowerInvariant());
        }

        return found;
    }

    private static bool IsSubsequence(List<string> kept, List<string> all)
    {
        var next = 0;
        foreach (var word in all)
        {
            next += next < kept.Count && kept[next] == word ? 1 : 0;
        }

        return next == kept.Count;
    }
}
