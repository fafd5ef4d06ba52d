namespace NewsAlerts.Tests.Summarizing.Verifying;

/// <summary>Claims whose numbers are their source's, and what they say of them is not; tables as in <see cref="AdversarialClaimsTests"/>.</summary>
public sealed class ClaimedNumbersTests
{
    private const string Bounds = """
        = en | Fewer than 200 passengers complained. About 1,800 people left overnight. The ferry sold more than 12,000 tickets. The barrier holds for up to five years. The board paid £1.96 million to 214 islanders, and 500-plus wrote to it.
        + Fewer than 200 passengers complained.
        + Under 200 passengers complained.
        + Around 1,800 people left overnight.
        + Over 12,000 tickets were sold.
        + At least 12,000 tickets were sold.
        + The board paid nearly £2 million to more than 200 islanders.
        + More than 500 islanders wrote to the board.
        - Number | More than 200 passengers complained.
        - Number | At least 200 passengers complained.
        - Number | More than 1,800 people left overnight.
        - Number | Fewer than 1,800 people left overnight.
        - Number | Nearly 1,800 people left overnight.
        - Number | The ferry sold fewer than 12,000 tickets.
        - Number | The ferry sold nearly 12,000 tickets.
        - Number | The barrier holds for at least five years.
        - Number | The barrier holds for no fewer than five years.
        - Number | The board paid £1.96 million to fewer than 214 islanders.

        = de | Mehr als 3.000 Einwohner unterschrieben. Höchstens 200 Kunden sind betroffen.
        + Über 3.000 Einwohner unterschrieben.
        - Number | Weniger als 3.000 Einwohner unterschrieben.
        - Number | Mindestens 200 Kunden sind betroffen.

        = fr | Le pont coûterait moins de 3 millions d'euros. Au moins 200 clients sont concernés.
        + Au moins 200 clients sont concernés.
        - Number | Le pont coûterait plus de 3 millions d'euros.
        - Number | Au plus 200 clients sont concernés.
        - Number | Pas plus de 200 clients sont concernés.

        = es | Más de 300 vecinos firmaron la carta. El puente costará menos de 3 millones de euros.
        + Más de 300 vecinos firmaron la carta.
        - Number | Menos de 300 vecinos firmaron la carta.
        - Number | El puente costará al menos 3 millones de euros.

        = vi | Ít nhất 200 khách hàng bị ảnh hưởng. Khoảng 300 hộ dân phải di dời.
        + Ít nhất 200 khách hàng bị ảnh hưởng.
        - Number | Nhiều nhất 200 khách hàng bị ảnh hưởng.
        - Number | Hơn 300 hộ dân phải di dời.
        """;

    private const string Relations = """
        = en | Fares rose from 40 cents to 1.20 crowns. Arsenal beat Chelsea 2-1 on Sunday. The price rose by 5 percent to $10. The fine was cut from £900 to £300. The bill passed by 51 votes to 49.
        + The fine was cut to £300 from £900.
        + Chelsea lost 2-1 to Arsenal on Sunday.
        + The bill passed by 51 votes to 49.
        - Number | Fares rose from 1.20 crowns to 40 cents.
        - Number | Fares rose by 40 cents to 1.20 crowns.
        - Number | Arsenal beat Chelsea 1-2 on Sunday.
        - Number | The price rose to 5 percent.
        - Number | The price rose by $10.
        - Number | The fine was cut by £900 to £300.
        - Number | The bill passed by 49 votes to 51.

        = en | The test identified 83% of 1,240 patients and flagged 4% of 3,000 volunteers. The army sent 120 soldiers and two helicopters. It fell from 5C to minus 8C. The 9 pm ferry was late. Two percent of the 5,000 bolts failed.
        + The test identified 83 per cent of 1,240 patients.
        + The army sent two helicopters and 120 soldiers.
        + The 9 p.m. ferry was late.
        - Number | The test identified 83% of 3,000 patients.
        - Number | The army sent 120 helicopters and two soldiers.
        - Number | It fell from 5C to 8C.
        - Unit | The 9 am ferry was late.
        - Unit | The 9 a.m. ferry was late.
        - Number | Two of the 5,000 bolts failed.

        = en | The yard expects between 40 million and 60 million crowns. The quay costs from 3 to 5 million pounds. It sold 3 boats and 200 thousand bolts.
        + The yard expects 40-60 million crowns.
        + The quay costs 3 million to 5 million pounds.
        + The quay costs between 3 and 5 million pounds.
        + It sold 3 boats.
        - Number | The yard expects 4-60 million crowns.
        - Number | The yard expects between 40,000 and 60 million crowns.

        = de | Zwei von fünf Läden schließen. Die Quote stieg von 5,1 auf 5,6 Prozent.
        + Zwei von fünf Läden schließen.
        - Number | Fünf von zwei Läden schließen.
        - Number | Die Quote stieg von 5,6 auf 5,1 Prozent.

        = es | Tres de los ocho barcos no han salido.
        - Number | Ocho de los tres barcos no han salido.
        """;

    [Theory]
    [MemberData(nameof(AdversarialClaimsTests.Lines), Bounds, MemberType = typeof(AdversarialClaimsTests))]
    public void A_number_is_on_the_side_where_its_source_has_it(string language, string text, string claim, string verdict) => AdversarialClaimsTests.AssertVerdict(language, text, claim, verdict);

    [Theory]
    [MemberData(nameof(AdversarialClaimsTests.Lines), Relations, MemberType = typeof(AdversarialClaimsTests))]
    public void Numbers_stand_to_each_other_as_in_the_source(string language, string text, string claim, string verdict) => AdversarialClaimsTests.AssertVerdict(language, text, claim, verdict);
}
