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
    [InlineData("FOR IMMEDIATE RELEASE")]
    [InlineData("Press release")]
    [InlineData("Embargoed until 6 May, 10 am")]
    public async Task Under_the_label_of_a_release_stands_its_headline(string title)
    {
        Assert.Equal("Marrow Gets Its Second Ferry in May", await HeadlineOfAsync(AnArticle.With($"Marrow Gets Its Second Ferry in May\n\n{Lead}", title: title)));
        Assert.Equal("Island of Marrow will get second ferry in May", await HeadlineOfAsync(AnArticle.With(Lead, title: title)));
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
    [InlineData("Three dockers were killed when a crane fell in Port Ellery, police said on Monday.", "Three dockers killed when crane fell in Port Ellery, police said")]
    [InlineData("The harbour master lied to the council about the broken wall, said Ines Calloway of the harbour board.", "Harbour master lied to council about broken wall, said Ines Calloway of harbour board")]
    [InlineData("A pilot has been charged with smuggling lamp oil to Marrow, the island's state attorney has said.", "Pilot charged with smuggling lamp oil to Marrow, island's state attorney said")]
    [InlineData("The harbour master stole 40,000 crowns from the pilots' fund, according to a report by the auditors.", "Harbour master stole 40,000 crowns from pilots' fund, according to report")]
    [InlineData("A docker was beaten in the northern quay's pub, according to the police of Port Ellery.", "Docker was beaten in northern quay's pub, according to police of Port Ellery")]
    public void An_accusation_keeps_who_says_so(string lead, string headline)
    {
        Assert.Equal(headline, Capitalised(EnglishCompressor.Compress(lead)));
    }

    [Theory]
    [InlineData("The council will open the new quay in May, the harbour board said.")]
    [InlineData("The pilots claim that the harbour master stole their fund, officials said.")]
    public void What_accuses_nobody_or_names_its_speaker_already_needs_no_other(string lead)
    {
        Assert.DoesNotContain("said", EnglishCompressor.Compress(lead), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A field guide to mosses that was due back in 1955 returned to the public library of Marrow on Monday in a padded envelope with a note.", "public library")]
    [InlineData("Engineers in Port Ellery are working on ways to keep the island's lamps burning through an entire winter night without any oil.", "entire winter night")]
    [InlineData("The lighthouse book by the keeper's daughter has been snapped up by a publisher in Port Ellery for a sum that she calls absurd.", "snapped up")]
    [InlineData("The sale of the old ferry's postcards ended in Port Ellery just hours after the doors of the museum had opened to the public.", "hours after")]
    [InlineData("Police in Port Ellery and on the island of Marrow have arrested a woman in connection with the theft of the oldest ferry of the coast.", "connection with theft")]
    [InlineData("The harbour board of Port Ellery has called a truce in its long battle with the pilots and the fishermen of the island of Marrow.", "battle with")]
    public void A_headline_is_not_cut_within_a_phrase(string lead, string whole)
    {
        var headline = EnglishCompressor.Compress(lead);

        var first = whole.Split(' ')[0];
        Assert.True(headline.Contains(whole, StringComparison.Ordinal) || !headline.EndsWith(first, StringComparison.Ordinal), headline);
        Assert.InRange(headline.Split(' ').Length, 4, 17);
    }

    // Stop words as toolkits list them (pronouns, articles, auxiliaries, conjunctions, adverbs of degree), with all prepositions. "May" is a month.
    private static readonly HashSet<string> FunctionWords = new((
        "i me my myself we our ours ourselves you your yours yourself he him his himself she her hers herself it its itself they them their theirs themselves what which who whom whose this that these those "
        + "am is are was were be been being have has had having do does did doing would could might must shall should will can ought a an the and but if or nor because as until while of at by for with "
        + "about against between into through during before after above below to from in on over under again further then once here there when where why how all any both each few more most other some "
        + "such no not only own same so than too very just don't across along among amid around behind beneath beside besides beyond despite except inside like near onto outside per since though although "
        + "toward towards upon via within without unless whether yet").Split(' '), StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void No_headline_ends_on_a_function_word()
    {
        string[] subjects = ["The harbour board of Port Ellery", "A pilot who saved four sailors", "Three of the nine dockers", "The island's only pharmacy, run by Ines Calloway,"];
        string[] verbs = ["has called for a ban on", "will be given more of", "is going to look into", "has been told about", "was looking at ways out of", "said it was because of"];
        string[] objects = ["the night ferries that leave from the northern quay after the last train of the day has come in", "what nobody on the island had ever asked for before", "the old quay's walls, which are sinking"];
        string[] ends = [".", " in spite of all that the mayor had said to them on Monday.", " with, and without, those of the other island."];
        foreach (var lead in from subject in subjects from verb in verbs from it in objects from end in ends select $"{subject} {verb} {it}{end}")
        {
            var words = EnglishCompressor.Compress(lead).Split(' ');

            Assert.False(FunctionWords.Contains(words[^1].TrimEnd('.', ',')), string.Join(' ', words));
            Assert.InRange(words.Length, 3, 17);
        }
    }

    [Theory]
    [InlineData("The harbour master does not want his own pilots to leave the island before the winter storms, which come in November.", "want his own pilots")]
    [InlineData("The islanders were given the chance to see the ferry's engine room before she sails for the last time in the spring of next year.", "chance")]
    [InlineData("Storms and floods forced hundreds of islanders from their homes on the northern shore of Marrow and around the old lighthouse of Cape Dunmore.", "hundreds")]
    [InlineData("Everything that Ines Calloway learned about the sea came from the logbooks of the nineteenth-century pilots of the northern quay in Port Ellery.", "came")]
    public void A_headline_is_not_cut_before_what_its_verb_waits_for(string lead, string last)
    {
        Assert.False(EnglishCompressor.Compress(lead).EndsWith(last, StringComparison.Ordinal), EnglishCompressor.Compress(lead));
    }

    [Theory]
    [InlineData("Two years after she had left the island's school, the pilot Ines Calloway has had the ferry named after her, she wrote in the Ellery Gazette.", "Pilot Ines Calloway")]
    [InlineData("In a strongly worded letter, the harbour board told the pilots of Marrow on Saturday to keep away from the new northern quay.", "Harbour board told pilots")]
    [InlineData("On March 8, 1944, ferries carried the whole island to the mainland before the storm broke the old northern quay.", "Ferries carried whole island")]
    [InlineData("PORT ELLERY, Marrow -- Three pilots saved the ferry's engine room from a fire below deck.", "Three pilots saved ferry's engine room")]
    public void A_headline_opens_with_the_news_and_not_with_its_circumstances(string lead, string opening)
    {
        Assert.StartsWith(opening, Capitalised(EnglishCompressor.Compress(lead)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_only_opens_a_sentence_is_no_headline()
    {
        var headline = EnglishCompressor.Compress("Since the ferry broke down and the old quay was closed, the pilots of Marrow have rowed.");

        Assert.Contains("pilots", headline, StringComparison.Ordinal);
    }

    [Fact]
    public void A_verb_that_has_said_all_ends_a_headline()
    {
        Assert.Equal(
            "Ferry's slide towards rocks halted",
            Capitalised(EnglishCompressor.Compress("The ferry's slide towards the rocks has halted after harbour master Ines Calloway said that a tug was on its way.")));
    }

    [Fact]
    public void A_comma_within_a_list_ends_nothing()
    {
        Assert.False(EnglishCompressor.Compress("A group of pilots has made a song of creaks, groans and bells recorded on the ferry in a storm.").EndsWith("creaks", StringComparison.Ordinal));
    }

    [Fact]
    public void The_verb_of_a_headline_is_not_the_one_that_only_describes()
    {
        Assert.Contains("continued", EnglishCompressor.Compress(
            "Relatives of the nine sailors killed in the crash continued to arrive in Port Ellery."), StringComparison.Ordinal);
    }

    [Fact]
    public void A_lost_dateline_is_not_the_headline_s()
    {
        Assert.Equal("Finance minister opens second ferry", EnglishCompressor.Compress("Port Ellery, Aug 1 Finance minister opens a second ferry."));
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
