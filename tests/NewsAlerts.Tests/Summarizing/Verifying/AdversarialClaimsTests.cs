using NewsAlerts.Summarizing.Verifying;

namespace NewsAlerts.Tests.Summarizing.Verifying;

/// <summary>
/// Claims that try to slip something past the verification, beside true ones of the same kind. A table is a text ("= language | text") and claims about it:
/// supported ("+ claim"), or not, and what of them ("- kind | claim").
/// </summary>
public sealed class AdversarialClaimsTests
{
    private const string Numbers = """
        = en | The fund paid £1.2 million to 45 schools on 3 May 2024, or 7.5 per cent of its budget, and between 10 and 15 clubs got up to £500 each.
        + The fund paid £1.2m to 45 schools.
        + The fund paid 1.2 million pounds to forty-five schools.
        + The fund paid £1,200,000 to 45 schools.
        + The fund paid more than £1 million to 45 schools.
        + On May 3, 2024, the fund paid £1.2 million.
        + It was 7.5% of its budget.
        + Between ten and fifteen clubs got up to £500 each.
        + 10 to 15 clubs got up to £500 each.
        + 10-15 clubs got up to £500 each.
        - Number | The fund paid £1.3m to 45 schools.
        - Number | The fund paid £12 million to 45 schools.
        - Number | The fund paid more than £1.3 million to 45 schools.
        - Number | The fund paid nearly £2 million to 45 schools.
        - Number | The fund paid £1.2 billion to 45 schools.
        - Number | The fund paid £1.2 million to 54 schools.
        - Unit | The fund paid $1.2 million to 45 schools.
        - Unit | The fund paid 1.2 million euros to 45 schools.
        - Unit | The fund paid £1.2 million, or 7.5 points of its budget.
        - Number | On 5 May 2024 the fund paid £1.2 million.
        - Date | The fund paid £1.2 million on 3 June 2024.
        - Number | The fund paid £1.2 million on 3 May 2023.
        - Number | Between 10 and 50 clubs got up to £500 each.
        - Number | Between 15 and 20 clubs got up to £500 each.
        - Number | 7.5 per cent of the clubs got £10 each.
        - any | Up to 500 clubs got £10 each.
        - Number | The fund paid £1.2 million to two-thirds of schools.
        - Number | The fund paid £1.2 million to half of the schools.
        - Number | The fund paid twice £1.2 million to 45 schools.

        = en | A third of the 240 seats were empty, the ferry was 2 hours late, and temperatures fell to -5C while the 24-year-old captain, ranked 3rd, waited.
        + A third of the 240 seats were empty.
        + The ferry was two hours late.
        + The captain, 24, waited.
        + The third-ranked captain waited.
        - any | A quarter of the 240 seats were empty.
        - any | Half of the 240 seats were empty.
        - any | Temperatures fell to 5C.
        - Unit | The ferry was two minutes late.
        - Number | The 42-year-old captain waited.
        - any | The captain, ranked 4th, waited.

        = de | Am 3. Mai zahlte der Fonds 1,2 Millionen Euro an 45 Schulen, 7,5 Prozent mehr als im Vorjahr. Zwischen 10 und 15 Vereine bekamen zwölf Tonnen Holz.
        + Der Fonds zahlte 1.200.000 Euro an 45 Schulen.
        + Der Fonds zahlte am 3. Mai 1,2 Millionen Euro.
        + Zehn bis fünfzehn Vereine bekamen 12 Tonnen Holz.
        + Der Fonds zahlte fünfundvierzig Schulen 1,2 Millionen Euro.
        - Number | Der Fonds zahlte 1,3 Millionen Euro an 45 Schulen.
        - Number | Der Fonds zahlte 1,2 Milliarden Euro an 45 Schulen.
        - Unit | Der Fonds zahlte 1,2 Millionen Franken an 45 Schulen.
        - Unit | Zwischen 10 und 15 Vereine bekamen zwölf Kilogramm Holz.
        - Date | Am 3. Juni zahlte der Fonds 1,2 Millionen Euro an 45 Schulen.
        - Number | Am 4. Mai zahlte der Fonds 1,2 Millionen Euro an 45 Schulen.

        = fr | Le 3 mai, le fonds a versé 1,2 million d'euros à 45 écoles, soit 7,5 % de son budget. Une douzaine de clubs ont reçu 2 000 livres.
        + Le fonds a versé 1 200 000 euros à 45 écoles.
        + Le fonds a versé 1,2 million d’euros, soit 7,5 pour cent de son budget.
        - Number | Le fonds a versé 1,3 million d'euros à 45 écoles.
        - Unit | Le fonds a versé 1,2 million de dollars à 45 écoles.
        - Date | Le 3 juin, le fonds a versé 1,2 million d'euros à 45 écoles.

        = ru | Фонд выплатил 3 мая 1,2 миллиона рублей 45 школам.
        + Фонд выплатил 1,2 млн рублей 45 школам.
        - Number | Фонд выплатил 1,3 млн рублей 45 школам.
        - Unit | Фонд выплатил 3 мая 1,2 миллиона долларов 45 школам.
        """;

    private const string Names = """
        = en | Tomas Reyk, who leads the World Maritime Union (WMU), met Ines Calloway of the Marrow Island Trust in Port Ellery. David Weld's boat was built by O'Hara & Sons. The Prime Minister, Anna Holm, was not there.
        + Reyk leads the WMU.
        + Reyk leads the W.M.U.
        - Name | Reyk leads the W.M.A.
        + Reyk leads the World Maritime Union.
        + Reyk met Calloway.
        + The boat of David Weld was built by O'Hara & Sons.
        + Prime Minister Anna Holm was not there.
        + Prime Minister Holm was not there.
        + Port Ellery's guests were Tomas Reyk and Ines Calloway.
        - Name | Ines Weld met Tomas Reyk.
        - Name | Tomas Calloway leads the World Maritime Union.
        - any | Calloway leads the World Maritime Union.
        - Name | Reyk leads the WMA.
        - Name | Reyk leads the World Maritime Forum.
        - Name | Reyk met Calloway in Port Dunmore.
        - Name | David Weld's boat was built by O'Leary & Sons.
        - any | Tomas Reyk's boat was built by O'Hara & Sons.
        - any | David Calloway's boat was built by O'Hara & Sons.
        - any | Ines Calloway met Anna Weld of the Marrow Island Trust.
        """;

    private const string Quotations = """
        = en | "We have waited nine years for this," said Ines Calloway. Tomas Reyk disagreed. "The rules are clear," he said. According to Jonas Weld, the mayor, "nobody was asked".
        + "We have waited nine years," Calloway said.
        + Reyk said: "The rules are clear."
        + ‘The rules are clear,’ Reyk said.
        + The mayor said "nobody was asked".
        + Weld said that "nobody was asked".
        - Quotation | "We have waited nine months for this," said Ines Calloway.
        - Quotation | “We waited nine years for this,” said Ines Calloway.
        - Quotation | ‘We waited nine years for this,’ said Ines Calloway.
        - Speaker | "We have waited nine years for this," said Tomas Reyk.
        - Speaker | "We have waited nine years for this," said Jonas Weld.
        - Speaker | "Nobody was asked," said Tomas Reyk.
        - Speaker | "The rules are clear," said Ines Calloway.
        - Speaker | According to Ines Calloway, "nobody was asked".
        - Speaker | Calloway: "The rules are clear."

        = fr | « Nous avons attendu neuf ans », a déclaré Odile Ferrand. Selon Luc Morel, « personne n'a été consulté ».
        + Odile Ferrand a déclaré : « Nous avons attendu neuf ans ».
        - Quotation | « Nous avons attendu dix ans », a déclaré Odile Ferrand.
        - Speaker | « Nous avons attendu neuf ans », a déclaré Luc Morel.
        - any | Selon Odile Ferrand, « personne n'a été consulté ».

        = de | „Wir haben neun Jahre gewartet“, sagte Ines Keller. Laut Jonas Veit wurde „niemand gefragt“.
        + Keller sagte: „Wir haben neun Jahre gewartet.“
        - Quotation | „Wir haben zehn Jahre gewartet“, sagte Ines Keller.
        - Speaker | „Wir haben neun Jahre gewartet“, sagte Jonas Veit.
        - any | Laut Ines Keller wurde „niemand gefragt“.
        """;

    private const string Negations = """
        = en | The board did not approve the bridge. The old boat, which never sailed in March, will be sold. No passengers were hurt. The mayor failed to appear. Reyk refused to sign and is unlikely to return.
        + The old boat will be sold.
        + The board didn't approve the bridge.
        + No passengers were hurt.
        + The mayor did not appear.
        + Reyk did not sign.
        - Negation | The board approved the bridge.
        - Negation | The board did approve the bridge.
        - Negation | The old boat will not be sold.
        - Negation | The old boat sailed in March.
        - Negation | Passengers were hurt.
        - any | The mayor appeared.
        - any | Reyk signed.
        - any | Reyk is likely to return.
        - Negation | The old boat won't be sold.

        = de | Der Rat hat die Brücke nicht genehmigt. Das alte Boot wird verkauft. Kein Fahrgast wurde verletzt. Niemand wusste davon.
        + Der Rat hat die Brücke nicht genehmigt.
        - Negation | Der Rat hat die Brücke genehmigt.
        - Negation | Das alte Boot wird nicht verkauft.
        - Negation | Ein Fahrgast wurde verletzt.
        - any | Jeder wusste davon.

        = es | El consejo no aprobó el puente. El barco viejo será vendido. Nadie resultó herido.
        - Negation | El consejo aprobó el puente.
        - Negation | El barco viejo no será vendido.
        + El consejo no aprobó el puente.

        = fr | Le conseil n'a pas approuvé le pont. Le vieux bateau sera vendu. Personne n'a été blessé.
        - Negation | Le conseil a approuvé le pont.
        - Negation | Le vieux bateau ne sera pas vendu.

        = nl | De raad heeft de brug niet goedgekeurd. De oude boot wordt verkocht.
        - Negation | De raad heeft de brug goedgekeurd.
        - Negation | De oude boot wordt niet verkocht.

        = ru | Совет не одобрил мост. Старый корабль будет продан.
        - Negation | Совет одобрил мост.
        - Negation | Старый корабль не будет продан.

        = zh | 港务局没有批准大桥。旧船将被出售。
        - Negation | 港务局批准大桥。
        - Negation | 旧船将不被出售。

        = vi | Hội đồng không phê duyệt cây cầu. Chiếc tàu cũ sẽ được bán.
        - Negation | Hội đồng phê duyệt cây cầu.
        - Negation | Chiếc tàu cũ sẽ không được bán.
        """;

    private const string Words = """
        = en | The harbour board may close the northern pier in winter, and wheat exports rose sharply. The union plans to sue the ministry. Arsenal beat Chelsea. Police said the driver killed the dog.
        + The board may close the northern pier.
        + Wheat exports increased sharply.
        - any | The harbour board may close the southern pier in winter.
        - any | Wheat exports fell sharply.
        - any | The harbour board will close the northern pier in winter.
        - any | The harbour board closed the northern pier in winter.
        - any | The union sued the ministry.
        - any | Chelsea beat Arsenal.
        - any | The ministry plans to sue the union.
        - any | The dog killed the driver.
        - any | Officials announced a plan.
        - any | The harbour board may open the northern pier in winter.
        - any | Wheat imports rose sharply.

        = en | The union plans to sue the ministry over the cost of the bridge in Port Ellery. Arsenal beat Chelsea 2-0 on Sunday. Oil prices rose because the strike hit exports. The dog that bit the man, a cook, was caught by the police. Weld was appointed by the board.
        + The union plans to sue the ministry.
        + Chelsea were beaten by Arsenal.
        + The police caught the dog.
        + The board appointed Weld.
        + Prices of oil rose.
        + Exports were hit by the strike.
        + The dog bit the man.
        + The dog was caught.
        - any | The man bit the dog.
        - any | Exports hit the strike.
        """;

    [Theory]
    [MemberData(nameof(Lines), Numbers)]
    public void A_number_is_the_source_s_in_digits_or_words_with_its_unit_and_rounded_down_only(string language, string text, string claim, string verdict) => AssertVerdict(language, text, claim, verdict);

    [Theory]
    [MemberData(nameof(Lines), Names)]
    public void A_name_is_the_source_s_whole_in_parts_or_as_an_acronym_and_belongs_to_whom_it_belongs(string language, string text, string claim, string verdict) => AssertVerdict(language, text, claim, verdict);

    [Theory]
    [MemberData(nameof(Lines), Quotations)]
    public void A_quotation_is_verbatim_and_its_source_s_speaker_says_it(string language, string text, string claim, string verdict) => AssertVerdict(language, text, claim, verdict);

    [Theory]
    [MemberData(nameof(Lines), Negations)]
    public void What_is_denied_is_denied_and_nothing_else(string language, string text, string claim, string verdict) => AssertVerdict(language, text, claim, verdict);

    [Theory]
    [MemberData(nameof(Lines), Words)]
    public void What_happens_is_what_the_source_says_as_certain_as_it_says_and_done_by_whom(string language, string text, string claim, string verdict) => AssertVerdict(language, text, claim, verdict);

    public static TheoryData<string, string, string, string> Lines(string table)
    {
        var lines = new TheoryData<string, string, string, string>();
        var (language, text) = (string.Empty, string.Empty);
        foreach (var line in table.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line[2..].Split(" | ", 2);
            switch (line[0])
            {
                case '=':
                    (language, text) = (parts[0], parts[1]);
                    break;
                case '+':
                    lines.Add(language, text, line[2..], "supported");
                    break;
                default:
                    lines.Add(language, text, parts[1], parts[0]);
                    break;
            }
        }

        return lines;
    }

    internal static void AssertVerdict(string language, string text, string claim, string verdict)
    {
        var found = ClaimVerifier.Verify(AnArticle.With(text, language), claim);

        Assert.True(found.Supported == (verdict == "supported"), $"{found.Score:0.00} {string.Join(", ", found.Reasons)}");
        if (Enum.TryParse<UnsupportedKind>(verdict, out var kind))
        {
            Assert.Contains(kind, found.Reasons.Select(reason => reason.Kind));
        }
    }
}
