using Lucene.Net.Analysis.TokenAttributes;
using NewsAlerts.Articles;
using NewsAlerts.Summarizing.Embedded;
using NewsAlerts.Terms;
using Xunit;

namespace NewsAlerts.Tests.Summarizing;

public sealed class TermReaderTests
{
    [Theory]
    [InlineData("en", "The harbour's gates, (all six) were shut at 2.51 a.m.—\"not a minute late\"; see www.port.example/gates_2026, or U.S.A.'s re-opening of 1,000 gates!")]
    [InlineData("en", "It ended.The next word is glued, co-operation isn't, and ‘quoted’ “words” end… so do 3.5% of naïve cafés in Ålesund.")]
    [InlineData("fr", "L'homme qu'on attendait n'est pas venu aujourd'hui : « c'est l'hiver », dit-il.")]
    [InlineData("de", "Die Schleusentore (alle sechs!) schlossen um 2.51 Uhr, sagte Frau Müller-Weiß.")]
    [InlineData("vi", "Tàu đêm trở lại bờ biển sau 19 năm, hãng tin cho biết hôm thứ Hai.")]
    [InlineData("he", "צה\"ל וג'ורג' הגיעו לנמל.")]
    [InlineData("ja", "東京の港で、新しい水門が閉じた。Gates閉鎖は午前2時51分だった。")]
    [InlineData("th", "ประตูน้ำปิดเมื่อเวลา 2.51 น. ก่อนน้ำขึ้นสูงสุด")]
    public void Stretches_between_spaces_have_the_terms_that_the_whole_text_has(string language, string text)
    {
        var reader = TermReader.Rent(language);
        // The second time, from what it has kept.
        for (var round = 0; round < 2; round++)
        {
            var terms = new List<int>();
            var starts = new int[2];
            var different = reader.Read(text, [new TextSpan(0, text.Length)], terms, starts);

            Assert.Equal(Numbered(language, text), terms);
            Assert.Equal(terms.Distinct().Count(), different);
            Assert.Equal([0, terms.Count], starts);
            Assert.Equal(Placed(language, text), Walked(reader, text));
        }
    }

    [Fact]
    public void A_word_that_two_sentences_share_belongs_to_the_one_that_it_begins_in()
    {
        const string text = "The gates closed.Then the water rose.";
        var starts = new int[3];

        TermReader.Rent("en").Read(text, [new TextSpan(0, 17), new TextSpan(17, 20)], [], starts);

        // gate, closed.then | water, rose
        Assert.Equal([0, 2, 4], starts);
    }

    private static List<(string Term, TextSpan Span)> Walked(TermReader reader, string text)
    {
        var terms = new List<(string, TextSpan)>();
        for (var walk = reader.Walk(text); walk.MoveNext();)
        {
            terms.Add((reader.TextOf(walk.Id), walk.Span));
        }

        return terms;
    }

    private static List<int> Numbered(string language, string text)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return Placed(language, text).ConvertAll(placed =>
        {
            numbers.TryAdd(placed.Term, numbers.Count);
            return numbers[placed.Term];
        });
    }

    /// <summary>What Lucene makes of the whole text at once.</summary>
    private static List<(string Term, TextSpan Span)> Placed(string language, string text)
    {
        var terms = new List<(string, TextSpan)>();
        using var stream = TermAnalyzers.For(language).GetTokenStream(string.Empty, text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var offset = stream.GetAttribute<IOffsetAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            foreach (var part in TermParts.Of(term.Buffer.AsSpan(0, term.Length)))
            {
                terms.Add((part.ToString(), new TextSpan(offset.StartOffset, offset.EndOffset - offset.StartOffset)));
            }
        }

        return terms;
    }
}
