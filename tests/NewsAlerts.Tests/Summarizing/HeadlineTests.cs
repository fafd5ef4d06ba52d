using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsAlerts.Articles;
using NewsAlerts.Summarizing;
using NewsAlerts.Summarizing.Embedded;
using NewsAlerts.Summarizing.Headlines;
using Xunit;

namespace NewsAlerts.Tests.Summarizing;

public sealed class HeadlineTests
{
    private const string Lead = "The island of Marrow will get a second ferry in May, the harbour board decided on Monday.";

    [Theory]
    [InlineData("Marrow gets a second ferry", "Marrow gets a second ferry")]
    [InlineData("  Marrow gets \n a second ferry ", "Marrow gets a second ferry")]
    [InlineData("Marrow gets a second ferry | Harbour News", "Marrow gets a second ferry")]
    [InlineData("Marrow gets a second ferry - Ellery Gazette", "Marrow gets a second ferry")]
    [InlineData("Ferry or bridge - Marrow must choose", "Ferry or bridge - Marrow must choose")]
    [InlineData("MARROW GETS SECOND FERRY", "Marrow gets second ferry")]
    public async Task A_real_title_is_the_headline(string title, string headline)
    {
        Assert.Equal(headline, await HeadlineOfAsync(AnArticle.With(Lead + " A second ferry for Marrow was due.", title: title, source: "Ellery Gazette")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("marrow-second-ferry")]
    [InlineData("news_2024_05_final.docx")]
    [InlineData("https://gazette.example/marrow")]
    [InlineData("www.gazette.example")]
    [InlineData("Ellery Gazette")]
    [InlineData("gazette.com")]
    [InlineData("Untitled")]
    [InlineData("Breaking News")]
    [InlineData("20240511")]
    [InlineData("000_180ee83d02075ab0")]
    public async Task What_is_no_real_title_gives_way_to_the_lead(string? title)
    {
        Assert.Equal("Island of Marrow will get second ferry in May", await HeadlineOfAsync(AnArticle.With(Lead, title: title, source: "Ellery Gazette")));
    }

    [Theory]
    [InlineData("The council of Port Ellery has approved a new harbour wall, officials said on Monday.", "Council of Port Ellery approved new harbour wall")]
    [InlineData("Ferry pilot Ines Calloway, who saved four sailors in a storm, has won the island's highest award.", "Ferry pilot Ines Calloway won island's highest award")]
    [InlineData("After two days of talks in Port Ellery, ministers agreed a fishing limit for the winter.", "Ministers agreed fishing limit for winter")]
    [InlineData("The island's museum (opened in 1901) is to close its doors in March because the roof leaks.", "Island's museum to close its doors in March")]
    [InlineData("Marrow's population fell to 4,210 last year, according to the island's register.", "Marrow's population fell to 4,210 last year")]
    public void A_lead_is_compressed_by_leaving_out(string lead, string headline)
    {
        Assert.Equal(headline, Capitalised(EnglishCompressor.Compress(lead)));
    }

    [Theory]
    [InlineData("The Ellery Gazette reported in its Sunday edition that the island of Marrow would be the first of the northern islands to be given a bridge of its own to the mainland of the province")]
    [InlineData("Workers at the Grand Northern Harbour and Railway Company of Port Ellery and Marrow Island who had been on strike since the middle of the winter returned")]
    [InlineData("\"We will never, ever, ever close the lighthouse of Cape Dunmore,\" the harbour master told a crowd of 300 islanders who had come to hear him at the quay")]
    [InlineData("The harbour board of Port Ellery will close the old northern quay for good if the storm of Sunday night has broken the wall beneath it")]
    public void A_headline_has_at_most_seventeen_words_and_ends_on_one_that_carries_meaning(string lead)
    {
        var headline = EnglishCompressor.Compress(lead);

        var words = headline.Split(' ');
        Assert.InRange(words.Length, 3, 17);
        Assert.False(EnglishWords.IsFunctionWord(words[^1]), headline);
        Assert.Equal(0, headline.Count(c => c == '"') % 2);
    }

    [Theory]
    [InlineData("The board will close the northern quay if the storm has broken its wall.", "if storm has broken its wall")]
    [InlineData("If the storm has broken its wall, the board will close the quay.", "If")]
    [InlineData("Fewer ferries than in any year since 1990 will not stop at Marrow.", "not")]
    public void A_headline_keeps_what_its_statement_is_not_true_without(string lead, string kept)
    {
        Assert.Contains(kept, EnglishCompressor.Compress(lead), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "Le port d'Ellery a rouvert lundi après deux ans de travaux, une bonne nouvelle pour les pêcheurs de l'île qui attendaient.", "Le port d'Ellery a rouvert lundi après deux ans de travaux")]
    [InlineData("zh", "埃勒里港经过两年施工后于星期一重新开放，第一班渡轮载着二百四十名乘客驶往马罗岛。", "埃勒里港经过两年施工后于星期一重新开放")]
    [InlineData("vi", "Cảng Ellery mở lại vào thứ Hai sau hai năm sửa chữa.", "Cảng Ellery mở lại vào thứ Hai sau hai năm sửa chữa")]
    public async Task Another_language_s_headline_ends_where_its_clause_does(string language, string text, string headline)
    {
        Assert.Equal(headline, await HeadlineOfAsync(AnArticle.With(text, language)));
    }

    [Fact]
    public async Task A_clause_without_an_end_is_cut_between_words_and_says_so()
    {
        var headline = await HeadlineOfAsync(AnArticle.With(
            "Le conseil municipal de la ville portuaire a décidé lundi soir de construire un nouveau pont vers la petite île de Marrow.", "fr"));

        Assert.Equal("Le conseil municipal de la ville portuaire a décidé lundi soir de construire…", headline);
    }

    private static string Capitalised(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static async Task<string> HeadlineOfAsync(Article article) =>
        (await new EmbeddedSummarizer(Options.Create(new SummarizeOptions()), new FakeTimeProvider()).SummarizeAsync(article, default)).Headline;
}
