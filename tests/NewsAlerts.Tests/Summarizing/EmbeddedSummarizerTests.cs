using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsAlerts.Articles;
using NewsAlerts.Summarizing;
using NewsAlerts.Summarizing.Embedded;
using Xunit;

namespace NewsAlerts.Tests.Summarizing;

public sealed class EmbeddedSummarizerTests
{
    [Fact]
    public async Task Key_points_tell_the_story_in_its_order_and_nothing_else()
    {
        var summary = await SummarizeAsync(AnArticle.With(AnArticle.Ferry), keyPoints: 5);

        Assert.Equal("embedded", summary.Engine);
        Assert.StartsWith("The island of Marrow will get a second ferry", summary.KeyPoints[0].Text, StringComparison.Ordinal);
        Assert.Equal(summary.KeyPoints.OrderBy(point => point.Evidence.Sentence), summary.KeyPoints);
        Assert.All(summary.KeyPoints, point => Assert.DoesNotMatch("ALSO READ|Photo|What islanders|Could a bridge|Follow us|He did not", point.Text));
    }

    [Fact]
    public async Task Evidence_is_the_article_s_own_words_at_the_place_it_names()
    {
        var article = AnArticle.With(AnArticle.Ferry);

        var summary = await SummarizeAsync(article, keyPoints: 5);

        Assert.All(summary.KeyPoints, point =>
        {
            var (sentence, start, length, quote) = point.Evidence;
            Assert.Equal(quote, article.Text.Substring(start, length));
            Assert.Equal(quote, article.TextOf(sentence));
        });
        Assert.Empty(Grounding.Check(article, summary));
    }

    [Fact]
    public async Task Three_key_points_unless_told_otherwise()
    {
        Assert.Equal(3, (await SummarizeAsync(AnArticle.With(AnArticle.Ferry))).KeyPoints.Count);
        Assert.Single((await SummarizeAsync(AnArticle.With(AnArticle.Ferry), keyPoints: 1)).KeyPoints);
    }

    [Fact]
    public async Task Two_long_key_points_are_as_much_to_read_as_three()
    {
        var summary = await SummarizeAsync(AnArticle.With(
            """
            The harbour board of Port Ellery will open a second quay for the ferries to the island of Marrow in May because the old one can no longer take the boats of the summer.
            Fishermen of Marrow had asked the harbour board for nine years for a second quay at Port Ellery since their boats wait for an hour behind the ferries on most days of the summer.
            The second quay costs 14 million crowns.
            The harbour board decided on Monday.
            """));

        Assert.Equal(2, summary.KeyPoints.Count);
    }

    [Fact]
    public async Task The_same_article_gives_the_same_summary_on_every_thread()
    {
        var article = AnArticle.With(AnArticle.Ferry);
        var summarizer = Summarizer();
        var expected = await summarizer.SummarizeAsync(article, default);

        await Parallel.ForAsync(0, 200, async (_, cancellationToken) =>
        {
            var summary = await summarizer.SummarizeAsync(article, cancellationToken);
            Assert.Equal(expected.Headline, summary.Headline);
            Assert.Equal(expected.KeyPoints, summary.KeyPoints);
        });
    }

    [Theory]
    [InlineData("The harbour reopened on Monday.")]
    [InlineData("Harbour reopened")]
    [InlineData("the harbour of Port Ellery reopened on Monday after two years of work")]
    [InlineData("Go!")]
    [InlineData("...")]
    public async Task A_text_of_one_sentence_is_its_own_key_point(string text)
    {
        var summary = await SummarizeAsync(AnArticle.With(text));

        Assert.Single(summary.KeyPoints);
        Assert.NotEmpty(summary.Headline);
        Assert.Equal(text, summary.KeyPoints[0].Evidence.Quote);
    }

    [Fact]
    public async Task A_text_of_nothing_but_boilerplate_still_has_a_summary()
    {
        var article = AnArticle.With("Click here to subscribe.\n\nFollow us on Facebook.\n\nAll rights reserved.\n\nPhoto: A. Calloway");

        var summary = await SummarizeAsync(article);

        Assert.NotEmpty(summary.KeyPoints);
        Assert.Empty(Grounding.Check(article, summary));
    }

    [Fact]
    public async Task An_article_without_a_sentence_is_refused()
    {
        var article = AnArticle.With("A text.") with { Sentences = [] };

        await Assert.ThrowsAsync<ArgumentException>(async () => await SummarizeAsync(article));
    }

    [Fact]
    public async Task An_article_of_nothing_but_pronouns_still_has_a_summary()
    {
        var article = AnArticle.With("He left the harbour on Monday after two years of work. She stayed on the northern quay until the storm was over. They will meet again in October.");

        var summary = await SummarizeAsync(article);

        Assert.Single(summary.KeyPoints);
        Assert.Empty(Grounding.Check(article, summary));
    }

    [Fact]
    public async Task A_sentence_that_can_t_be_read_alone_leaves_its_place_to_one_that_can()
    {
        var article = AnArticle.With(
            "The harbour of Port Ellery reopened on Monday after two years of work. He called the harbour of Port Ellery the pride of the coast. "
            + "Fishing boats will move to the northern quay in October. The result surprised even the harbour board. A return ticket to Marrow will cost 22 crowns.");

        var summary = await SummarizeAsync(article);

        Assert.Equal([0, 2, 4], summary.KeyPoints.Select(point => point.Evidence.Sentence));
        Assert.All(summary.KeyPoints, point => Assert.False(point.Text.StartsWith("He ", StringComparison.Ordinal) || point.Text.StartsWith("The result", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_somebody_says_within_a_longer_quotation_is_not_what_the_article_says()
    {
        var article = AnArticle.With(
            "The harbour of Port Ellery reopened on Monday after two years of work, the harbour board said. "
            + "\"The board wanted the harbour for itself. The harbour board of Port Ellery has wasted two years of work. Nobody asked the fishermen,\" the fisherman Jon Maddox said. "
            + "Fishing boats will move to the northern quay in October.");

        var summary = await SummarizeAsync(article, keyPoints: 5);

        Assert.Equal([0, 4], summary.KeyPoints.Select(point => point.Evidence.Sentence));
    }

    [Fact]
    public async Task A_long_line_that_nothing_ends_is_a_heading_where_sentences_end()
    {
        var article = AnArticle.With(
            "Issued at 10:15 on Thursday 8 January by the weather centre of Port Ellery\n\n"
            + "A warning of heavy snow is in force for the island of Marrow from Thursday until Friday.\n\nThe ferry to Marrow will not sail before the snow has passed.");

        Assert.Equal([1, 2], (await SummarizeAsync(article)).KeyPoints.Select(point => point.Evidence.Sentence));
    }

    [Theory]
    [InlineData("He wears no uniform, but Jon Maddox commands the coast guard of Marrow.", true)]
    [InlineData("It is a habit of the coast guard: its boats leave before the storm.", true)]
    [InlineData("He wears no uniform, but he commands the coast guard of Marrow.", false)]
    [InlineData("It was two years late, but on Monday the new quay was opened by the islanders.", false)]
    public async Task An_opening_sentence_may_name_late_whom_it_means(string opening, bool isChosen)
    {
        var article = AnArticle.With($"{opening} The coast guard of Marrow has four boats and a helicopter since Monday. Fishing boats will move to the northern quay in October.");

        Assert.Equal(isChosen, (await SummarizeAsync(article)).KeyPoints[0].Text == opening);
    }

    [Fact]
    public async Task A_later_sentence_means_somebody_before_it()
    {
        var article = AnArticle.With("Fishing boats will move to the northern quay in October. The mayor opened the second quay. He wears no uniform, but Jon Maddox commands the coast guard of Marrow with all its forty-one sailors and four boats, which the mayor of Port Ellery likes to say on every occasion.");

        Assert.DoesNotContain((await SummarizeAsync(article)).KeyPoints, point => point.Text.StartsWith("He wears", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pronoun_gets_the_name_that_the_sentence_before_makes_certain()
    {
        var article = AnArticle.With(
            "Ines Calloway, 45, runs the only pharmacy of the island and wants to sell it in the first week of May to whoever keeps it open on Saturdays as well. "
            + "She told the harbour board of Port Ellery on Monday that the second ferry would bring new customers to the pharmacy. Fishing boats will move to the northern quay in October.");

        var point = (await SummarizeAsync(article)).KeyPoints.Single(point => point.FurtherEvidence is not null);

        Assert.Equal("Ines Calloway told the harbour board of Port Ellery on Monday that the second ferry would bring new customers to the pharmacy.", point.Text);
        Assert.Equal((1, 0), (point.Evidence.Sentence, point.FurtherEvidence!.Sentence));
    }

    [Fact]
    public async Task Neighbours_are_one_key_point_where_the_second_leans_on_the_first()
    {
        var article = AnArticle.With("The second ferry to Marrow was built at Port Ellery. It will carry 240 passengers and 31 cars to the island of Marrow. Fishing boats will move to the northern quay in October.");

        var points = (await SummarizeAsync(article)).KeyPoints;

        Assert.Equal("The second ferry to Marrow was built at Port Ellery. It will carry 240 passengers and 31 cars to the island of Marrow.", points[0].Text);
        Assert.Equal((0, 1), (points[0].Evidence.Sentence, points[0].FurtherEvidence!.Sentence));
        Assert.DoesNotContain(points.Skip(1), point => point.Evidence.Sentence < 2);
    }

    [Fact]
    public async Task A_compressed_key_point_points_at_its_whole_sentence()
    {
        const string Text = "The second ferry (a gift of the neighbouring island) will bring new customers from the mainland to the pharmacy of Marrow every Saturday.";

        var point = (await SummarizeAsync(AnArticle.With(Text))).KeyPoints[0];

        Assert.Equal("The second ferry will bring new customers from the mainland to the pharmacy of Marrow every Saturday.", point.Text);
        Assert.Equal(Text, point.Evidence.Quote);
    }

    [Fact]
    public async Task What_is_said_twice_is_chosen_once()
    {
        var article = AnArticle.With(
            "The harbour of Port Ellery reopened on Monday after two years of work.\n\n"
            + "The harbour of Port Ellery has reopened on Monday after two years of work.\n\n"
            + "Fishing boats will move to the northern quay in October, the council said.");

        var summary = await SummarizeAsync(article);

        Assert.Equal([0, 2], summary.KeyPoints.Select(point => point.Evidence.Sentence));
    }

    [Theory]
    [InlineData("vi", "Cảng Ellery mở lại vào thứ Hai sau hai năm sửa chữa. Chuyến phà đầu tiên chở 240 hành khách ra đảo Marrow. Hội đồng thành phố sẽ tăng giá vé thêm 10 phần trăm từ tháng Năm. Các tàu cá sẽ chuyển sang bến phía bắc vào tháng Mười.")]
    [InlineData("zh", "埃勒里港经过两年施工后于星期一重新开放。第一班渡轮载着二百四十名乘客驶往马罗岛。市议会决定从五月起将票价提高百分之十。渔船将于十月迁往北码头。")]
    [InlineData("ar", "أعيد فتح ميناء إليري يوم الاثنين بعد عامين من أعمال الترميم. نقلت أول عبارة مئتين وأربعين راكبا إلى جزيرة مارو. قرر مجلس المدينة رفع سعر التذكرة بنسبة عشرة في المئة. ستنتقل قوارب الصيد إلى الرصيف الشمالي في أكتوبر.")]
    [InlineData("am", "የኤለሪ ወደብ ከሁለት ዓመት ሥራ በኋላ ሰኞ ዕለት ተከፈተ። የመጀመሪያው ጀልባ ሁለት መቶ አርባ መንገደኞችን ወደ ማሮ ደሴት ወሰደ። ምክር ቤቱ የቲኬቱን ዋጋ በአሥር በመቶ ለመጨመር ወሰነ። የዓሣ ጀልባዎች በጥቅምት ወር ወደ ሰሜን ይሄዳሉ።")]
    [InlineData("fr", "Le port d'Ellery a rouvert lundi après deux ans de travaux. Le premier ferry a transporté 240 passagers vers l'île de Marrow. Le conseil municipal augmentera le prix du billet de 10 % en mai. Les bateaux de pêche iront au quai nord en octobre.")]
    [InlineData("th", "ท่าเรือเอลเลอรีเปิดอีกครั้งในวันจันทร์หลังจากการก่อสร้างสองปี เรือเฟอร์รี่ลำแรกบรรทุกผู้โดยสารสองร้อยสี่สิบคนไปยังเกาะมาร์โรว์ สภาเมืองจะขึ้นราคาตั๋วสิบเปอร์เซ็นต์")]
    [InlineData("und", "Zorblat ek mundi harbo reopena na Mondi. Primi ferri transporta 240 passageri al insuli Marrow. Konsilo augmenta preci de bileti en Mai.")]
    public async Task Every_language_with_sentences_has_grounded_key_points(string language, string text)
    {
        var article = AnArticle.With(text, language);

        var summary = await SummarizeAsync(article);

        Assert.InRange(summary.KeyPoints.Count, 1, 3);
        Assert.Equal(0, summary.KeyPoints[0].Evidence.Sentence);
        Assert.NotEmpty(summary.Headline);
        Assert.Empty(Grounding.Check(article, summary));
    }

    [Fact]
    public async Task The_longest_text_takes_little_longer_a_sentence_than_a_short_one()
    {
        var words = "harbour ferry council island winter engine pharmacy fare bridge pilot storm lighthouse quay ticket crew market".Split(' ');
        var random = new Random(7);
        var text = new StringBuilder();
        while (text.Length < 200_000)
        {
            text.Append("The ").AppendJoin(' ', Enumerable.Range(0, 14).Select(_ => words[random.Next(words.Length)])).Append(" reopened. ");
        }

        var article = AnArticle.With(text.ToString(0, 200_000));
        var watch = Stopwatch.StartNew();
        var summary = await SummarizeAsync(article);

        Assert.Equal(3, summary.KeyPoints.Count);
        // It takes a twentieth of that; quadratic time would take minutes.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("A")]
    [InlineData("A.")]
    [InlineData("A A, ")]
    [InlineData("By A")]
    [InlineData("(A")]
    [InlineData("- ")]
    [InlineData("\"")]
    [InlineData("?")]
    [InlineData("|")]
    [InlineData("a-")]
    [InlineData("Photo (")]
    [InlineData("that who ")]
    public async Task No_text_makes_it_slow(string pattern)
    {
        var text = string.Concat(Enumerable.Repeat(pattern, 20_000 / pattern.Length));
        var article = AnArticle.With(text + ". " + text, title: text[..200]);
        var watch = Stopwatch.StartNew();

        await SummarizeAsync(article);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Cancelling_ends_it()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await Summarizer().SummarizeAsync(AnArticle.With(AnArticle.Ferry), new CancellationToken(canceled: true)));
    }

    private static EmbeddedSummarizer Summarizer(int keyPoints = 3) =>
        new(Options.Create(new SummarizeOptions { KeyPoints = keyPoints }), new FakeTimeProvider());

    private static async Task<Summary> SummarizeAsync(Article article, int keyPoints = 3) =>
        await Summarizer(keyPoints).SummarizeAsync(article, default);
}
