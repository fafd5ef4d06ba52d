using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsAlerts.Articles;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;
using NewsAlerts.Summarizing;
using NewsAlerts.Tests.Given;
using NewsAlerts.Web;
using NewsAlerts.Web.Mail;

namespace NewsAlerts.Tests.Web;

public sealed partial class DigestMailTests : IDisposable
{
    private readonly ComponentRenderer _components = new();

    public void Dispose() => _components.Dispose();

    private static readonly MailFrame Frame = new(new Uri("https://news.example.org/unsubscribe/token"), "Harbour News, 1 Quay Street, Brackwater")
    {
        PauseUrl = new Uri("https://news.example.org/pause/token"),
        IssueUrl = new Uri("https://news.example.org/digests/token"),
    };

    [Fact]
    public async Task A_digest_becomes_this_mail() =>
        Approved.Matches(await RenderAsync(GivenDigest.OfHarbourNews().Build()), "harbour-news.html");

    [Fact]
    public async Task An_alert_becomes_this_mail() => Approved.Matches(await RenderAsync(Alert().Build()), "alert.html");

    [Fact]
    public void An_alert_becomes_this_text() => Approved.Matches(DigestText.Of(DigestView.Of(Alert().Build(), Frame)), "alert.txt");

    [Fact]
    public async Task A_round_up_becomes_this_mail() =>
        Approved.Matches(await RenderAsync(GivenDigest.OfHarbourNews().As(DigestKind.RoundUp).Build()), "round-up.html");

    [Fact]
    public async Task A_question_becomes_this_mail()
    {
        var question = Question();

        var mail = await new RazorMailRenderer(_components).RenderAsync(question, CancellationToken.None);

        Approved.Matches(mail.Html, "confirmation.html");
        Approved.Matches(mail.Text, "confirmation.txt");
    }

    [Fact]
    public async Task A_notice_becomes_this_mail()
    {
        var notice = new SubscriptionMessage.Notice
        {
            Id = DigestId.Of(DigestKind.Notice, GivenDigest.SubscriptionId, GivenDigest.Due),
            To = new Channel.Email("owner@brackwater.example"),
            Headline = "Nothing is sent any more",
            Paragraphs = ["The receiver has refused everything for five days, so the subscription is disabled.", "What comes in is kept until somebody enables it."],
        };
        var view = MessageView.Of(notice, GivenDigest.SubscribedTo(notice.To), Frame);

        Approved.Matches((await new RazorMailRenderer(_components).RenderAsync(view, CancellationToken.None)).Html, "notice.html");
    }

    [Fact]
    public async Task What_an_issue_had_no_room_for_is_counted_and_linked()
    {
        DigestTitle[] titles =
        [
            new(ArticleId.Of("Buoys", "counted"), "Buoys are counted anew", "en", "Harbour Gazette", new Uri("https://harbourgazette.example/buoys")),
            new(ArticleId.Of("Odd", "link"), "A link that is none", "en", null, new Uri("javascript:alert(1)")),
        ];
        var digest = GivenDigest.OfHarbourNews().Build() with { Rest = new DigestRest(37, titles) };

        var html = await RenderAsync(digest);
        var text = DigestText.Of(DigestView.Of(digest, Frame));

        Assert.All([Parse(html).Body!.TextContent, text], body =>
        {
            Assert.Contains("And 37 more stories", body, StringComparison.Ordinal);
            Assert.Contains("the latest 2 are listed", body, StringComparison.Ordinal);
            Assert.Contains("A link that is none", body, StringComparison.Ordinal);
            Assert.DoesNotContain("javascript", body, StringComparison.Ordinal);
        });
        Assert.Contains("https://harbourgazette.example/buoys", text, StringComparison.Ordinal);
        Assert.Single(Parse(html).QuerySelectorAll("a[href='https://harbourgazette.example/buoys']"));
        Assert.All(Parse(html).QuerySelectorAll("a"), link => Assert.StartsWith("https://", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(DigestKind.Alert)]
    [InlineData(DigestKind.Digest)]
    [InlineData(DigestKind.RoundUp)]
    public async Task A_rule_is_named_and_nothing_in_it_becomes_markup(DigestKind kind)
    {
        var digest = new GivenDigest().As(kind).Matching("ferry \"<script>alert(1)</script>\"\r\nBcc: x").With("News", [GivenDigest.Said("It is so.")]).Build();

        var mail = Parse(await RenderAsync(digest));
        var text = DigestText.Of(DigestView.Of(digest, Frame));

        Assert.Empty(mail.QuerySelectorAll("script"));
        Assert.Single(mail.QuerySelectorAll("bdi"), one => one.TextContent == "ferry \"<script>alert(1)</script>\" Bcc: x");
        Assert.Contains("ferry \"<script>alert(1)</script>\" Bcc: x", text.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endless_rule_is_cut()
    {
        var digest = new GivenDigest().As(DigestKind.Alert).Matching(string.Join(" OR ", Enumerable.Repeat("ferry", 500))).With("News", [GivenDigest.Said("It is so.")]).Build();

        Assert.InRange(Parse(await RenderAsync(digest)).QuerySelectorAll("bdi").Max(name => name.TextContent.Length), 150, 200);
    }

    [Theory]
    [InlineData(25, 0, false)]
    [InlineData(26, 0, true)]
    [InlineData(1, 1, true)]
    public async Task The_whole_issue_is_linked_where_the_mail_does_not_hold_it(int articles, int counted, bool linked)
    {
        var digest = new GivenDigest().WithMany(articles).Counting(counted).Build();

        var link = Parse(await RenderAsync(digest)).QuerySelectorAll("a[href='https://news.example.org/digests/token']");
        var text = DigestText.Of(DigestView.Of(digest, Frame));

        Assert.Equal(linked ? [$"Read all {articles + counted} stories on one page\u00a0→"] : [], link.Select(one => one.TextContent));
        Assert.Equal(linked, text.Contains("https://news.example.org/digests/token", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_installation_without_an_address_mails_without_links_of_its_own()
    {
        var digest = new GivenDigest().WithMany(30).Matching("harbour").Build();

        var html = (await new RazorMailRenderer(_components).RenderAsync(DigestView.Of(digest, MailFrame.Bare), CancellationToken.None)).Html;

        Assert.All(Parse(html).QuerySelectorAll("a"), link => Assert.StartsWith("https://harbourgazette.example/", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    private static MessageView Question()
    {
        var to = new Channel.Email("reader@brackwater.example");
        var message = new SubscriptionMessage.Confirmation
        {
            Id = DigestId.Of(DigestKind.Confirmation, GivenDigest.SubscriptionId, GivenDigest.Due),
            To = to,
            Expires = GivenDigest.Due.AddDays(7),
        };
        return MessageView.Of(message, GivenDigest.SubscribedTo(to), new Uri("https://news.example.org/confirm/token"), new MailFrame(null, "Harbour News, 1 Quay Street, Brackwater"));
    }

    private static GivenDigest Alert() => new GivenDigest().As(DigestKind.Alert).Matching("quay (surge OR flood)").With(
        "Storm surge closes the lower quay of Brackwater",
        [GivenDigest.Said("The harbour master closed the lower quay at 07:10 on Monday."), GivenDigest.Said("Water stood 40 centimetres below the top of the sea gates.")],
        new Citation { Source = "Harbour Gazette", Published = GivenDigest.Due, Url = new("https://harbourgazette.example/quay"), Language = "en" });

    [Fact]
    public void A_digest_becomes_this_text() =>
        Approved.Matches(DigestText.Of(DigestView.Of(GivenDigest.OfHarbourNews().Build(), Frame)), "harbour-news.txt");

    [Fact]
    public async Task Nothing_in_an_article_becomes_markup()
    {
        const string attack = "<script>alert(1)</script><img src=x onerror=alert(2)>\"' onmouseover='x</style></table>{{7*7}}";
        var digest = new GivenDigest().Titled(attack).With(attack, [new(attack, new(0, 0, 1, attack + "!"))], new Citation { Source = attack, Byline = attack, Language = "en\" onload=\"x" }, attack);

        var mail = Parse(await RenderAsync(digest.Build()));

        Assert.Empty(mail.QuerySelectorAll("script, img, iframe, object, form, link"));
        Assert.DoesNotContain(mail.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.Equal(attack[..60], mail.QuerySelector("h2")!.TextContent[..60]);
    }

    [Fact]
    public async Task The_mail_fetches_nothing_and_links_only_to_the_articles()
    {
        var html = await RenderAsync(GivenDigest.OfHarbourNews().Build());

        var mail = Parse(html);
        Assert.Empty(mail.QuerySelectorAll("[src], [background], link, script"));
        Assert.DoesNotContain("url(", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", html, StringComparison.OrdinalIgnoreCase);
        Assert.All(mail.QuerySelectorAll("a"), link => Assert.StartsWith("https://", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    public void An_address_of_another_scheme_cannot_even_be_cited(string address) =>
        Assert.Throws<ArgumentException>(() => new Citation { Language = "en", Url = new Uri(address) });

    [Fact]
    public async Task The_link_says_where_it_really_leads()
    {
        var citation = new Citation { Source = "Your Bank", Language = "en", Url = new("https://yourbank.example@elsewhere.example/login") };

        var mail = Parse(await RenderAsync(new GivenDigest().With("News", [GivenDigest.Said("It is so.")], citation).Build()));

        Assert.Contains("Read at elsewhere.example", mail.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(mail.QuerySelectorAll("a"), link => link.GetAttribute("href")!.Contains('@', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_text_says_its_language_and_direction()
    {
        var mail = Parse(await RenderAsync(GivenDigest.OfHarbourNews().Build()));

        Assert.Equal([null, null, "de", "ar", ""], mail.QuerySelectorAll("h2").Select(headline => headline.GetAttribute("lang")));
        Assert.Equal(["auto", "auto", "auto", "rtl", "auto"], mail.QuerySelectorAll("ul").Select(points => points.GetAttribute("dir")));
        Assert.All(mail.QuerySelectorAll("table"), table => Assert.Equal("presentation", table.GetAttribute("role")));
    }

    [Fact]
    public async Task The_evidence_is_quoted_only_where_the_key_point_says_it_otherwise()
    {
        var html = await RenderAsync(GivenDigest.OfHarbourNews().Build());

        Assert.Contains("“Gates are for the next century; our cellars are wet today,”", html, StringComparison.Ordinal);
        Assert.Equal(2, html.Split("with room for 180 passengers").Length);
    }

    [Fact]
    public async Task A_key_point_on_two_sentences_is_followed_by_both()
    {
        var digest = new GivenDigest().With(
            "Ferry",
            [new KeyPoint("The Sandpiper takes cars from June.", new Evidence(3, 120, 28, "From June it will take cars."), new Evidence(0, 0, 34, "The Sandpiper was built in Dunmore."))]).Build();

        var text = DigestText.Of(digest);
        Assert.Contains("“From June it will take cars.”", text, StringComparison.Ordinal);
        Assert.Contains("“The Sandpiper was built in Dunmore.”", text, StringComparison.Ordinal);
        Assert.Equal(
            ["“From June it will take cars.”", "“The Sandpiper was built in Dunmore.”"],
            Parse(await RenderAsync(digest)).QuerySelectorAll("li > div").Select(quote => quote.TextContent));
    }

    [Fact]
    public void A_sentence_without_its_dateline_is_not_quoted_again()
    {
        var digest = GivenDigest.OfHarbourNews().With(
            "Ferry",
            [new KeyPoint("The ferry sailed at dawn.", new Evidence(0, 0, 48, "PORT ELLERY (North Wire) - The ferry sailed at dawn."))]);

        Assert.DoesNotContain("North Wire", DigestText.Of(digest.Build()), StringComparison.Ordinal);
    }

    [Fact]
    public void Dates_are_the_readers_and_a_date_without_a_time_stays_on_its_day()
    {
        var text = DigestText.Of(GivenDigest.OfHarbourNews().In("Pacific/Auckland").Build());

        Assert.Contains("Monday, 23 November 2026", text, StringComparison.Ordinal);
        Assert.Contains("Ines Maddox · 23 November, 06:40", text, StringComparison.Ordinal);
        Assert.Contains("Lea Winther · 23 November\n", text, StringComparison.Ordinal);
        Assert.Contains("30 December 2025, 21:00", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_zone_that_this_machine_does_not_know_costs_nobody_the_mail() =>
        Assert.Contains("22 November, 17:40", DigestText.Of(GivenDigest.OfHarbourNews().In("Mars/Olympus").Build()), StringComparison.Ordinal);

    [Fact]
    public void Text_lines_are_short_and_safe_to_print()
    {
        var digest = GivenDigest.OfHarbourNews().WithMany(40).With(
            "\u001b[2J\u202eevil\r\nBcc: x\a",
            [GivenDigest.Said("長い文章が続きます。" + new string('港', 90)), GivenDigest.Said(new string('x', 200))]);

        var lines = DigestText.Of(digest.Build()).Split('\n');

        Assert.All(lines.Where(line => !line.Contains("https://", StringComparison.Ordinal)), line => Assert.InRange(line.Length, 0, DigestText.Width));
        Assert.DoesNotContain(lines, line => line.Any(c => char.IsControl(c) || c == '\u202e'));
        Assert.Contains("46. [2Jevil Bcc: x (Harbour Gazette)", lines);
    }

    [Theory]
    [MemberData(nameof(TextColors))]
    public void Text_can_be_read_on_both_grounds_in_light_and_dark(string text, string ground) =>
        Assert.InRange(Contrast(text, ground), 4.5, 21);

    public static TheoryData<string, string> TextColors()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var colors in new[] { MailColors.Light, MailColors.Dark })
        {
            foreach (var text in new[] { colors.Ink, colors.Soft, colors.Accent })
            {
                pairs.Add(text, colors.Page);
                pairs.Add(text, colors.Card);
            }
        }

        return pairs;
    }

    private async Task<string> RenderAsync(Digest digest) =>
        (await new RazorMailRenderer(_components).RenderAsync(DigestView.Of(digest, Frame), CancellationToken.None)).Html;

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    /// <summary>WCAG 2.2, "contrast ratio".</summary>
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string color)
    {
        var channels = HexPair().Matches(color).Select(pair => int.Parse(pair.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * channels[0]) + (0.7152 * channels[1]) + (0.0722 * channels[2]);
    }

    [GeneratedRegex("[0-9a-f]{2}")]
    private static partial Regex HexPair();
}
