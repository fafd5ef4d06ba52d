using NewsAlerts.Articles;
using NewsAlerts.Summarizing.Verifying;
using Xunit;

namespace NewsAlerts.Tests.Summarizing.Verifying;

public sealed class ClaimVerifierTests
{
    private const string English = """
        The harbour board of Port Ellery approved a second ferry on Monday after a winter of long queues.
        The ferry, the Sandpiper, carried 214 passengers and 31 cars on its first trip, and it cost 14 million crowns.
        "We have waited nine years for this," said Ines Calloway, who runs the island's only pharmacy.
        The engineer Tomas Reyk told the board that the boat's engines do not meet the rules of the World Maritime Union.
        Fares will rise by between 5 and 10 per cent in May, and the trip takes 25 minutes for the 12 miles.
        The old boat, which did not run in March, will be sold.
        Calloway has never asked for a bridge. The mayor, Jonas Weld, denied that money is missing.
        """;

    private static readonly Article _article = AnArticle.With(English);

    [Theory]
    [InlineData("They aren't pilots.")]
    [InlineData("The board has no ferry.")]
    public void A_sentence_of_the_article_is_held_to_itself_where_another_says_the_same_without_its_not(string claim) =>
        AssertSupported(AnArticle.With("Pilots know the quay of Port Ellery well, and they are paid for it. The ferry is the board's. They aren't pilots. The board has no ferry."), claim);

    [Fact]
    public void Sentences_that_follow_each_other_are_what_the_article_says()
    {
        var article = AnArticle.With("Ines, 37, is a mother of three. She says her board thinks she is at sea. Tomas says Ines, 41, is no pilot.");

        AssertSupported(article, "Ines, 37, is a mother of three. She says her board thinks she is at sea.");
        Assert.False(ClaimVerifier.Verify(article, "Ines, 42, is a mother of three. She says her board thinks she is at sea.").Supported);
    }

    [Theory]
    [InlineData("Tomas Reyk denied that the ferry sank off Marrow.", "The ferry sank off Marrow.")]
    [InlineData("The board rejected any claims that the mayor resigned on Monday.", "The mayor resigned on Monday.")]
    [InlineData("Ines Calloway dismissed reports that the quay will close in May.", "The quay will close in May.")]
    public void What_somebody_disputes_is_no_fact(string said, string claim) =>
        Assert.Contains(ClaimVerifier.Verify(AnArticle.With(said + " Nobody was on the quay."), claim).Reasons, reason => reason.Kind is UnsupportedKind.Negation);

    [Fact]
    public void That_it_is_disputed_may_be_said() =>
        AssertSupported(AnArticle.With("Tomas Reyk, the engineer, denied that the ferry sank off Marrow."), "Tomas Reyk denied that the ferry sank off Marrow.");

    [Theory]
    [InlineData("The ferry carried 214 passengers.")]
    [InlineData("The ferry carried more than 200 passengers.")]
    [InlineData("The ferry carried about 210 passengers.")]
    [InlineData("It cost 14,000,000 crowns.")]
    [InlineData("The ferry cost 14m crowns.")]
    [InlineData("Ines Calloway said islanders have waited 9 years for this.")]
    [InlineData("Fares will rise by between five and ten percent in May.")]
    [InlineData("Fares will rise by 5% to 10% in May.")]
    [InlineData("The trip takes twenty-five minutes.")]
    public void A_number_may_be_written_otherwise_or_rounded_down(string claim) => AssertSupported(_article, claim);

    [Theory]
    [InlineData("The ferry carried 241 passengers.", UnsupportedKind.Number, "241")]
    [InlineData("The ferry carried 31 passengers and 31 cars on its first trip.", UnsupportedKind.Number, "31")]
    [InlineData("The ferry carried more than 300 passengers.", UnsupportedKind.Number, "300")]
    [InlineData("The ferry carried 200 passengers.", UnsupportedKind.Number, "200")]
    [InlineData("The ferry cost 14 billion crowns.", UnsupportedKind.Number, "14 billion crowns")]
    [InlineData("We have waited seven years for this, said Ines Calloway.", UnsupportedKind.Number, "seven years")]
    [InlineData("Fares will rise by between 5 and 12 per cent in May.", UnsupportedKind.Number, "12 per cent")]
    public void Another_number_is_not_supported(string claim, UnsupportedKind kind, string what) => AssertReason(_article, claim, kind, what);

    [Theory]
    [InlineData("The ferry cost 14 million euros.", UnsupportedKind.Unit, "14 million euros")]
    [InlineData("The trip takes 25 hours for the 12 miles.", UnsupportedKind.Unit, "25 hours")]
    [InlineData("The trip takes 25 minutes for the 12 km.", UnsupportedKind.Unit, "12 km")]
    [InlineData("Fares will rise in June, and the trip takes 25 minutes.", UnsupportedKind.Date, "June")]
    [InlineData("The harbour board approved a second ferry on Tuesday.", UnsupportedKind.Date, "Tuesday")]
    [InlineData("The harbour board of Port Ellery approved a second ferry in March.", UnsupportedKind.Date, "March")]
    public void Another_unit_or_date_is_not_supported(string claim, UnsupportedKind kind, string what) => AssertReason(_article, claim, kind, what);

    [Theory]
    [InlineData("Port Ellery's harbour board approved a second ferry.")]
    [InlineData("Tomas Reyk told the board that the engines do not meet the rules of the WMU.")]
    [InlineData("The trip on the Sandpiper takes 25 minutes.")]
    public void A_name_may_be_in_another_form_or_from_another_sentence(string claim) => AssertSupported(_article, claim);

    [Theory]
    [InlineData("Bulgarian divers found the wreck.", true)]
    [InlineData("Divers from Turkey raised the bell.", true)]
    [InlineData("The wreck was found by Romanian divers.", false)]
    [InlineData("Divers from Tunisia raised the bell.", false)]
    public void A_place_may_stand_for_its_people(string claim, bool supported) =>
        Assert.Equal(supported, ClaimVerifier.Verify(AnArticle.With("Divers from Bulgaria found the wreck. Turkish divers raised the bell."), claim).Supported);

    [Theory]
    [InlineData("The harbour board of Tarnhope approved a second ferry.", UnsupportedKind.Name, "Tarnhope")]
    [InlineData("The ferry, the Kittiwake, carried 214 passengers and 31 cars.", UnsupportedKind.Name, "Kittiwake")]
    [InlineData("The engineer Tomas Weld told the board that the engines do not meet the rules.", UnsupportedKind.Speaker, "Tomas Weld")]
    [InlineData("The engineer Jonas Weld told the board that the boat's engines do not meet the rules.", UnsupportedKind.Speaker, "Jonas Weld")]
    [InlineData("\"We have waited nine years for this,\" said Tomas Reyk, who runs the island's only pharmacy.", UnsupportedKind.Speaker, "Tomas Reyk")]
    public void Another_name_is_not_supported_though_the_article_has_it_elsewhere(string claim, UnsupportedKind kind, string what) => AssertReason(_article, claim, kind, what);

    [Theory]
    [InlineData("Calloway said islanders had \"waited nine years\".")]
    [InlineData("“We have waited … for this,” said Ines Calloway.")]
    public void A_quotation_may_be_a_part_in_other_marks(string claim) => AssertSupported(_article, claim);

    [Theory]
    [InlineData("\"We have waited ten long years,\" said Ines Calloway.", UnsupportedKind.Quotation, "We have waited ten long years,")]
    [InlineData("Calloway called the ferry \"a dream\".", UnsupportedKind.Quotation, "a dream")]
    public void A_quotation_in_other_words_is_not_supported(string claim, UnsupportedKind kind, string what) => AssertReason(_article, claim, kind, what);

    [Theory]
    [InlineData("The old boat will be sold.")]
    [InlineData("Calloway never asked for a bridge.")]
    [InlineData("The mayor denied that money is missing.")]
    public void A_negation_may_go_with_what_it_denies(string claim) => AssertSupported(_article, claim);

    [Theory]
    [InlineData("The old boat will not be sold.", "not")]
    [InlineData("Tomas Reyk told the board that the boat's engines meet the rules.", "not")]
    [InlineData("Calloway has asked for a bridge.", "never")]
    [InlineData("The harbour board of Port Ellery hasn't approved a second ferry.", "n't")]
    public void A_negation_more_or_less_is_not_supported(string claim, string what) => AssertReason(_article, claim, UnsupportedKind.Negation, what);

    [Theory]
    [InlineData("de", "Der Stadtrat von Morgensee hat am Montag 214 Bäume gekauft. Die Kosten von 1,2 Millionen Euro trägt der Bund nicht.",
        "Der Stadtrat hat 214 Bäume gekauft.", "Der Stadtrat hat 241 Bäume gekauft.", UnsupportedKind.Number)]
    [InlineData("de", "Der Stadtrat von Morgensee hat am Montag 214 Bäume gekauft. Die Kosten von 1,2 Millionen Euro trägt der Bund nicht.",
        "Die Kosten von 1.200.000 Euro trägt der Bund nicht.", "Die Kosten von 1,2 Millionen Euro trägt der Bund.", UnsupportedKind.Negation)]
    [InlineData("fr", "Le conseil de Valbrume a acheté 1 200 arbres mardi. La maire, Odile Ferrand, n'a pas donné le prix.",
        "Le conseil a acheté 1.200 arbres.", "Le conseil de Valbrume a acheté 1 200 arbres jeudi.", UnsupportedKind.Date)]
    [InlineData("fr", "Le conseil de Valbrume a acheté 1 200 arbres mardi. La maire, Odile Ferrand, n'a pas donné le prix.",
        "Odile Ferrand n'a pas donné le prix.", "La maire, Odile Ferrand, a donné le prix.", UnsupportedKind.Negation)]
    [InlineData("es", "El ayuntamiento de Valdemora compró siete autobuses por 3 millones de euros. El alcalde no explicó el retraso.",
        "El ayuntamiento compró 7 autobuses.", "El ayuntamiento de Valdemora compró siete autobuses por 3 millones de libras.", UnsupportedKind.Unit)]
    [InlineData("vi", "Thành phố Hải Vân khai trương 12 tuyến xe buýt mới hôm thứ hai. Ông Lê Minh nói vé không tăng giá.",
        "Thành phố Hải Vân khai trương 12 tuyến xe buýt.", "Ông Lê Minh nói vé tăng giá.", UnsupportedKind.Negation)]
    [InlineData("sw", "Bodi ya bandari ya Mwamba ilinunua feri mbili mwezi Mei. Feri hizo zilibeba abiria 214.",
        "Bodi ya bandari ilinunua feri 2.", "Feri hizo zilibeba abiria 412.", UnsupportedKind.Number)]
    [InlineData("zh", "港务局星期一购买了两艘渡轮。渡轮运送了214名乘客，票价没有上涨。", "渡轮运送了214名乘客。", "渡轮运送了412名乘客。", UnsupportedKind.Number)]
    public void Other_languages_are_read_by_their_own_rules(string language, string text, string supported, string unsupported, UnsupportedKind kind)
    {
        var article = AnArticle.With(text, language);

        AssertSupported(article, supported);
        Assert.Contains(kind, ClaimVerifier.Verify(article, unsupported).Reasons.Select(reason => reason.Kind));
    }

    [Theory]
    [InlineData("the harbour board of tarnhope approved a second ferry on monday.", UnsupportedKind.Words, "tarnhope")]
    [InlineData("the engineer jonas reyk told the board that the boat's engines do not meet the rules.", UnsupportedKind.Speaker, "jonas")]
    public void Another_name_is_seen_without_its_capital(string claim, UnsupportedKind kind, string what) =>
        AssertReason(AnArticle.With(English.ToLowerInvariant()), claim, kind, what);

    [Fact]
    public void A_claim_about_something_else_lists_its_words()
    {
        var verdict = ClaimVerifier.Verify(_article, "Wheat prices fell sharply across northern markets because exporters hoarded grain.");

        Assert.False(verdict.Supported);
        Assert.Contains("exporters", Assert.Single(verdict.Reasons).What, StringComparison.Ordinal);
        Assert.InRange(verdict.Score, 0, .5);
    }

    [Fact]
    public void The_evidence_is_the_sentence_that_says_it_and_the_one_that_says_the_rest()
    {
        var verdict = ClaimVerifier.Verify(_article, "The Sandpiper carried 214 passengers and 31 cars, and fares will rise in May.");

        Assert.True(verdict.Supported, string.Join(", ", verdict.Reasons));
        Assert.Equal((1, 4), (verdict.Evidence!.Sentence, verdict.FurtherEvidence!.Sentence));
        Assert.Equal(verdict.Evidence.Quote, _article.Text.Substring(verdict.Evidence.Start, verdict.Evidence.Length));
    }

    [Fact]
    public void Every_sentence_of_an_article_is_supported_by_it()
    {
        var sentences = Enumerable.Range(0, _article.Sentences.Count).Select(_article.TextOf).ToArray();

        Assert.All(ClaimVerifier.Verify(_article, sentences), verdict => Assert.True(verdict.Supported, string.Join(", ", verdict.Reasons)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("...")]
    [InlineData("\"")]
    [InlineData("%%% 99999999999999999999999999999999999 billion")]
    public void Odd_claims_get_a_verdict(string claim) => Assert.InRange(ClaimVerifier.Verify(_article, claim).Score, 0, 1);

    [Fact]
    public void A_number_ends_with_its_sentence()
    {
        var article = AnArticle.With("The ferry carried 12.\n\nMillion-crown boats are rare, the harbour board of Port Ellery said on Monday.");

        Assert.True(ClaimVerifier.Verify(article, "The ferry carried 12.").Supported);
        Assert.False(ClaimVerifier.Verify(article, "The ferry carried 12 million.").Supported);
    }

    [Fact]
    public void A_sentence_without_end_is_read_in_bounded_time_and_memory()
    {
        var words = string.Join(' ', Enumerable.Range(0, 20_000).Select(number => $"word{number % 700}"));
        var article = AnArticle.With(words + ".");

        Assert.True(ClaimVerifier.Verify(article, article.TextOf(0)).Supported);
        Assert.InRange(ClaimVerifier.Verify(article, string.Join(' ', words.Split(' ').Reverse())).Score, 0, 1);
    }

    [Theory]
    [InlineData("more than 7000000000000000000000000000 of 7123456789012345678901234567 stars")]
    [InlineData("999999999999 trillion trillion trillion")]
    public void Numbers_beyond_measure_are_numbers_still(string claim) =>
        Assert.InRange(ClaimVerifier.Verify(AnArticle.With("They counted 79228162514264337593543950335 stars and 7123456789012345678901234567 more."), claim).Score, 0, 1);

    private static void AssertSupported(Article article, string claim)
    {
        var verdict = ClaimVerifier.Verify(article, claim);
        Assert.True(verdict.Supported, $"{verdict.Score:0.00} {string.Join(", ", verdict.Reasons)}");
    }

    private static void AssertReason(Article article, string claim, UnsupportedKind kind, string what)
    {
        var verdict = ClaimVerifier.Verify(article, claim);
        Assert.False(verdict.Supported);
        Assert.Contains(new UnsupportedPart(kind, what), verdict.Reasons);
    }
}
