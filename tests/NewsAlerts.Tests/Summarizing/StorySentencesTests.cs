using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsAlerts.Summarizing;
using NewsAlerts.Summarizing.Embedded;
using Xunit;

namespace NewsAlerts.Tests.Summarizing;

/// <summary>What of an article is told: not its tables, labels and questions, and its lead even in capitals.</summary>
public sealed class StorySentencesTests
{
    private const string Fares = """
        Bus fares in Corran will rise by 8 per cent on average on 1 March, the operator said on Thursday.

        Ticket | Now | From March
        Single | 2.00 | 2.20
        Day | 5.00 | 5.40

        Children under 12 still travel free. The operator blamed the price of diesel, which has doubled since 2024.
        """;

    private const string Interview = """
        The chemist Amara Nwosu won the Ennar Prize last week for a blood test that finds lung disease early.

        Jo Vale: Did you expect the prize?

        Amara Nwosu: No. I was asleep when they called, and I thought it was my brother.

        Jo Vale: Tell me how good the test is.

        Amara Nwosu: It finds 83 per cent of cases five years before symptoms. But it is not ready for clinics.

        Jo Vale: When will it be?

        Amara Nwosu: In 2029, if we get the 4 million crowns that we need for a larger trial.

        Amara Nwosu: The trial of 2029 will have 4,000 patients in nine hospitals of Corran and Ostrey.
        """;

    [Fact]
    public async Task A_table_s_row_is_no_key_point()
    {
        Assert.Equal(
            [
                "Bus fares in Corran will rise by 8 per cent on average on 1 March, the operator said on Thursday.",
                "Children under 12 still travel free.",
                "The operator blamed the price of diesel, which has doubled since 2024.",
            ],
            await PointsOfAsync(Fares));
    }

    [Fact]
    public async Task A_label_is_no_key_point_and_a_list_s_mark_is_not_of_its_line()
    {
        var points = await PointsOfAsync(
            """
            * Net profit: £1.2bn (2025: £1.4bn)
            * Dividend: 4.2p
            * Tarn Bank will close 40 of its branches in Upper Tarn

            Tarn Bank's profit fell by 14 per cent in the third quarter as it set aside £310m for bad loans, it said on Thursday.

            Attendance: 28,114
            Cook 1 hr 20 min
            """);

        Assert.Equal(["Tarn Bank will close 40 of its branches in Upper Tarn", "Tarn Bank's profit fell by 14 per cent in the third quarter as it set aside £310m for bad loans, it said on Thursday."], points);
    }

    [Fact]
    public async Task Of_an_interview_only_what_stands_alone_and_says_who_speaks_is_told()
    {
        Assert.Equal(
            [
                "The chemist Amara Nwosu won the Ennar Prize last week for a blood test that finds lung disease early.",
                "Amara Nwosu: The trial of 2029 will have 4,000 patients in nine hospitals of Corran and Ostrey.",
            ],
            await PointsOfAsync(Interview, keyPoints: 5));
    }

    [Theory]
    [InlineData("en", "Pia Holt has been mayor of Upper Tarn for three years.\n\nQ: You said last week that you won't stand again. Why?\nA: Because three years is enough.\n\nQ: What went wrong?\nA: The report of 2021 should have been published.", "Pia Holt has been mayor of Upper Tarn for three years.")]
    [InlineData("de", "Pia Holt ist seit drei Jahren Bürgermeisterin von Obertarn.\n\nFrage: Frau Holt, haben Sie damit gerechnet?\nAntwort: Nein, ich schlief, als der Anruf kam.", "Pia Holt ist seit drei Jahren Bürgermeisterin von Obertarn.")]
    [InlineData("fr", "Pia Holt est maire du Haut-Tarn depuis trois ans.\n\nQuestion : Vous ne serez pas candidate ?\nQuestion: Vous partez. Pourquoi ?\nRéponse: Parce que trois ans suffisent à ma famille.", "Pia Holt est maire du Haut-Tarn depuis trois ans.")]
    public async Task A_question_and_an_answer_without_a_name_are_no_key_points(string language, string text, string told)
    {
        Assert.Equal([told], await PointsOfAsync(text, language));
    }

    [Fact]
    public async Task An_interview_that_lost_its_lines_is_one_all_the_same()
    {
        var points = await PointsOfAsync(Interview.Replace("\n\n", " ", StringComparison.Ordinal), keyPoints: 5);

        Assert.DoesNotContain(points, point => point.Contains("Jo Vale", StringComparison.Ordinal) || point.Contains("asleep", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_line_with_a_colon_is_no_interview()
    {
        var points = await PointsOfAsync(
            """
            Who pays for the second ferry?

            Marrow: The island of 4,210 people will pay a third of the ferry's 14 million crowns.

            Port Ellery: The harbour town will pay the rest, and we reported in May that it has borrowed the money.
            """);

        Assert.Equal(2, points.Length);
    }

    [Fact]
    public async Task A_lead_in_capitals_is_told_as_it_stands()
    {
        var article = AnArticle.With(
            """
            THE MAYOR OF CORRAN RESIGNED ON TUESDAY AFTER A REPORT FOUND THAT SHE HAD USED PUBLIC MONEY TO PAY FOR A PRIVATE GARDEN, HER OFFICE SAID.

            CLICK HERE FOR ALL OUR PICTURES

            Greta Holl, 52, who was elected in 2022, said in a statement that she would repay 86,000 crowns. Police said they had not opened an investigation.
            """);

        var summary = await Summarizer(3).SummarizeAsync(article, default);

        Assert.Equal("MAYOR OF CORRAN RESIGNED AFTER REPORT FOUND THAT SHE HAD USED PUBLIC MONEY", summary.Headline);
        Assert.Equal(article.TextOf(0), summary.KeyPoints[0].Text);
        Assert.Equal(article.TextOf(0), summary.KeyPoints[0].Evidence.Quote);
        Assert.DoesNotContain(summary.KeyPoints, point => point.Text.Contains("CLICK", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_text_all_in_capitals_is_told_all_the_same()
    {
        Assert.Equal(2, (await PointsOfAsync("THE HARBOUR OF PORT ELLERY REOPENED ON MONDAY AFTER TWO YEARS OF WORK, THE BOARD SAID. THE FIRST FERRY CARRIED 240 PASSENGERS TO MARROW.")).Length);
    }

    [Theory]
    [InlineData("FOR IMMEDIATE RELEASE")]
    [InlineData("We value your privacy")]
    [InlineData("What you need to know")]
    public async Task What_a_site_says_first_is_no_title(string title)
    {
        var article = AnArticle.With("The council of Port Ellery has approved a new harbour wall, officials said on Monday.", title: title);

        Assert.Equal("Council of Port Ellery approved new harbour wall", (await Summarizer(3).SummarizeAsync(article, default)).Headline);
    }

    [Fact]
    public void A_release_s_dateline_is_not_of_its_lead()
    {
        Assert.Equal(
            "Nimbus Loft today announced the launch of a kettle.",
            KeyPointText.Of("CORRAN, November 25, 2026 /PressTarn/ -- Nimbus Loft today announced the launch of a kettle.", "en", mayOpenStory: true));
    }

    private static EmbeddedSummarizer Summarizer(int keyPoints) => new(Options.Create(new SummarizeOptions { KeyPoints = keyPoints }), new FakeTimeProvider());

    private static async Task<string[]> PointsOfAsync(string text, string language = "en", int keyPoints = 3) =>
        [.. (await Summarizer(keyPoints).SummarizeAsync(AnArticle.With(text, language), default)).KeyPoints.Select(point => point.Text)];
}
