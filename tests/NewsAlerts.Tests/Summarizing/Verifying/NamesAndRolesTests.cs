using NewsAlerts.Summarizing.Verifying;

namespace NewsAlerts.Tests.Summarizing.Verifying;

/// <summary>Claims that give to one what is another's, beside true ones of the same kind, in the tables of <see cref="AdversarialClaimsTests"/>.</summary>
public sealed class NamesAndRolesTests
{
    private const string Openings = """
        = en | Lukas Brandt of the Helm Institute, who was not involved, said that the results were "better than feared" but that the group was too small. The opposition leader, Marek Dahl, accused the government of ignoring a report. Bram Holt scored twice.
        + Brandt said that the results were "better than feared".
        + Dahl accused the government of ignoring a report.
        + Critics of the report accused the government of ignoring it.
        - Speaker | Zorblatt said that the results were "better than feared".
        - Name | Zorblatt accused the government of ignoring a report.
        - Name | Report: Zorblatt accused the government of ignoring a report.
        - Name | Pernil, 34, scored twice.

        = de | Der Helm-Forscher Lukas Brandt sagte, die Gruppe sei zu klein.
        - Speaker | Zorblatt sagte, die Gruppe sei zu klein.

        = en | His former partner, Ines Calloway, was fined in May. Tomas Reyk runs the yard.
        + Ines Calloway, Reyk's former partner, was fined in May.

        = de | Der Rat hat ein Gesetz beschlossen, das die Nutzung von Fahrrädern im Hafen verbietet.
        + Der Rat verbietet die Fahrradnutzung im Hafen.
        - Name | Der Rat verbietet die Motornutzung im Hafen.

        = fr | Le maire de Port-Tarn, Luc Ferrand, a annoncé mardi la fermeture de deux écoles.
        + Luc Ferrand a annoncé mardi la fermeture de deux écoles.
        - Name | Odile Ferrand a annoncé mardi la fermeture de deux écoles.
        """;

    private const string Roles = """
        = en | The World Tin Union (WTU), based in Corran, sued Hallen Ltd, a shop chain, over pay. Brand was replaced by his daughter Mia in June. The regulator, Ofpower, fined the company in March. The union is backed by the Green Alliance but opposed by the mayor.
        + Hallen Ltd was sued by the World Tin Union.
        + The World Tin Union sued Hallen Ltd over pay.
        + Brand's daughter Mia replaced him in June.
        + The Green Alliance backed the union.
        + Ofpower fined the company.
        + The company was fined by Ofpower in March.
        - Words | Hallen Ltd, a shop chain, sued the World Tin Union over pay.
        - Words | The World Tin Union was sued by Hallen Ltd over pay.
        - Words | Brand replaced his daughter Mia in June.
        - Words | The Green Alliance is backed by the union.
        - Words | The union is backed by the mayor but opposed by the Green Alliance.
        - any | The company fined Ofpower in March.

        = en | Olin Dey scored the winning goal for Ostrey against Dunmore on 4 May. Nimbus was criticised by the fund. The bridge, which the storm closed, was paid for by Corran. The match of Ostrey against Corran was postponed.
        + Dey scored the winning goal for Ostrey against Dunmore.
        + The fund criticised Nimbus.
        + The storm closed the bridge.
        + The match of Corran against Ostrey was postponed.
        - Words | Olin Dey scored the winning goal for Dunmore against Ostrey on 4 May.
        - Words | Nimbus criticised the fund.
        - Words | The fund was criticised by Nimbus.

        = en | Minister Lena Fost, who drafted the charter, thanked the islanders. Tomas Reyk opposed it. The crew, led by Rhea Castell, found the wreck. Olin Dey scored twice after Per Marsh had been booked for a foul. The board rejected a motion by Ada Finch that would have closed the quay.
        + Lena Fost drafted the charter.
        + Rhea Castell led the crew.
        + Per Marsh was booked for a foul.
        + A motion to close the quay was rejected by the board.
        - Words | Tomas Reyk drafted the charter.
        - Words | Ada Finch led the crew.
        - Words | Olin Dey was booked for a foul.

        = en | The World Tin Union opened the yard in May. Nimbus's deputy chief signed the contract. Ines Calloway is the deputy chief of Nimbus. The WTU is in Corran.
        + The WTU opened the yard.
        + Ines Calloway signed the contract.

        = en | The museum bought the lamp in 1974 from Tomas Reyk. The yard plans to sell six boats but will keep its northern dock. Nimbus kept its ferry. Corran sold a quay to Weld.
        + Tomas Reyk sold the lamp to the museum.
        + The yard plans to sell six boats.
        + Weld bought a quay from Corran.
        - Words | The museum sold the lamp to Tomas Reyk in 1974.
        - Words | The yard plans to sell its northern dock.
        - Words | Nimbus sold its ferry.

        = de | Das Gericht wies die Klage von Nimbus gegen die Stadt Corran ab.
        + Das Gericht wies die Klage von Nimbus ab.
        - Words | Das Gericht wies die Klage der Stadt Corran gegen Nimbus ab.

        = fr | Le tribunal a rejeté la plainte de Nimbus contre la ville de Corran. Luc Ferrand a été battu par Odile Morel.
        + Odile Morel a battu Luc Ferrand.
        - Words | Le tribunal a rejeté la plainte de la ville de Corran contre Nimbus.
        - Words | Luc Ferrand a battu Odile Morel.

        = es | La empresa Navíos del Tarn demandó el lunes al puerto de Corrán.
        + La empresa demandó al puerto.
        - Words | El puerto de Corrán demandó el lunes a la empresa Navíos del Tarn.

        = vi | Tòa án bác đơn kiện của Nimbus đối với thành phố Tân Hải.
        - Words | Tòa án bác đơn kiện của thành phố Tân Hải đối với Nimbus.
        """;

    private const string Attributions = """
        = en | The board said that it had not seen the letter. The nets are safe, the minister told reporters on Monday. Tomas Reyk said the boat would not sail before May. The quay did not close, according to the police.
        + It had not seen the letter, the board said.
        + The minister said that the nets are safe.
        + The boat would not sail before May, said Tomas Reyk.
        + The boat would not sail before May, Reyk said.
        - Negation | It had seen the letter, the board said.
        - Negation | The boat would sail before May, Tomas Reyk said.
        - any | The boat would not sail before May, said Ines Calloway.
        - any | It had not seen the letter, the council said.
        """;

    private const string Substitutions = """
        = en | Schools will stay closed until Thursday. The pool stayed empty. The tower is 212 m high. She said it was ready for clinics. The regulator fined the company over late repairs. Pryce, a retired teacher, survived.
        + Schools will stay closed.
        + The tower is 212 metres high.
        + The test was ready for clinics.
        + The regulator fined the firm over late repairs.
        - Words | Schools will stay open until Thursday.
        - Words | The pool stayed full.
        - Words | Pryce, a retired surgeon, survived.
        """;

    private const string People = """
        = en | Olin Dey scored the winning goal for Ostrey. The keeper, Per Dey, 22, saved two penalties. Dey was tired, coach Rhea Castell said. The emergency minister, Lena Fost, warned residents. Ada Finch, who was elected mayor in May, thanked her voters. The Tarn Water Authority (TWA) declined to comment.
        + Per Dey saved two penalties.
        + Olin Dey scored the winning goal.
        + Olin Dey was tired.
        + Minister Lena Fost warned residents.
        + Mayor Ada Finch thanked her voters.
        + The TWA declined to comment.
        - any | Olin Dey saved two penalties.
        - Name | Per Dey scored the winning goal for Ostrey.
        - any | Mayor Lena Fost warned residents.
        - any | Minister Ada Finch thanked her voters.
        - Name | The Town Works Agency (TWA) declined to comment.

        = en | The company plans to cut 450 jobs, a third of them in Ostrey, and is expected to sell its Norwegian arm. Nimbus Loft had a good year.
        + Nimbus Loft is expected to sell its Norwegian arm.

        = en | "We will win the league," said Rhea Castell. The fans sang for an hour. "We are strong at home," she said, "and we stay calm."
        + Castell said: "We are strong ... and we stay calm."
        - Quotation | Castell said: "We will win the league ... at home."
        - Quotation | Castell said: "We stay calm ... at home."
        """;

    public static TheoryData<string, string, string, string> Lines(string table) => AdversarialClaimsTests.Lines(table);

    [Theory]
    [MemberData(nameof(Lines), Openings)]
    public void Who_opens_a_claim_is_nobody_in_another_s_place(string language, string text, string claim, string verdict) => AdversarialClaimsTests.AssertVerdict(language, text, claim, verdict);

    [Theory]
    [MemberData(nameof(Lines), Roles)]
    public void Who_acts_is_who_acts_in_the_source_whichever_way_round_it_is_said(string language, string text, string claim, string verdict) => AdversarialClaimsTests.AssertVerdict(language, text, claim, verdict);

    [Theory]
    [MemberData(nameof(Lines), Attributions)]
    public void Who_says_it_may_stand_at_either_end(string language, string text, string claim, string verdict) => AdversarialClaimsTests.AssertVerdict(language, text, claim, verdict);

    [Theory]
    [MemberData(nameof(Lines), Substitutions)]
    public void A_word_in_another_s_place_is_seen_in_a_short_sentence_too(string language, string text, string claim, string verdict) => AdversarialClaimsTests.AssertVerdict(language, text, claim, verdict);

    [Theory]
    [MemberData(nameof(Lines), People)]
    public void Namesakes_offices_acronyms_and_quotations_are_the_source_s_own(string language, string text, string claim, string verdict) => AdversarialClaimsTests.AssertVerdict(language, text, claim, verdict);
}
