namespace NewsAlerts.Tests.Summarizing.Verifying;

/// <summary>Claims in their source's words that say its opposite, or more than it says; tables as in <see cref="AdversarialClaimsTests"/>.</summary>
public sealed class ClaimedFactsTests
{
    private const string Opposites = """
        = en | Fares rose sharply in May. Schools will stay closed until Thursday. The alarm rang before the ferry left. Weld voted against the bridge, and Reyk ended with the lowest bid. The union threatened to strike if the board sells the quay. Few islanders believe the mayor.
        + Fares climbed sharply in May.
        + Weld voted against the bridge.
        - Words | Fares fell sharply in May.
        - Words | Schools will stay open until Thursday.
        - Words | Schools will stay closed from Thursday.
        - Words | The alarm rang after the ferry left.
        - Words | Weld voted for the bridge.
        - Words | Reyk ended with the highest bid.
        - Words | The union threatened to strike unless the board sells the quay.
        - Words | Many islanders believe the mayor.

        = de | Zwei Läden schließen nächstes Jahr. Der Umsatz stieg im Mai.
        + Der Umsatz stieg im Mai.
        - Words | Der Umsatz sank im Mai.
        - Words | Zwei Läden schließen dieses Jahr.

        = fr | Le loyer moyen a augmenté en mai.
        - Words | Le loyer moyen a baissé en mai.

        = es | El número de pasajeros bajó en mayo.
        - Words | El número de pasajeros subió en mayo.

        = vi | Giá đất tăng 15% trong tháng này.
        - Words | Giá đất giảm 15% trong tháng này.
        """;

    private const string Negations = """
        = en | The mines no longer make a profit. Officers had neither found the spade nor identified a second man. About 1,800 islanders left, and no one was hurt. The board will not pay compensation until May. Not all passengers complained. The study did not show that the pill saves lives.
        + The mines no longer make a profit.
        + Officers have not found the spade.
        + No one was hurt when 1,800 islanders left.
        + The board will pay no compensation until May.
        - Negation | The mines make a profit.
        - Negation | Officers had found the spade.
        - Negation | Officers had identified a second man.
        - Negation | About 1,800 islanders were hurt.
        - Negation | The board will pay compensation until May.
        - Negation | The pill saves lives, the study showed.

        = de | Verletzt wurde niemand. Weder der Vorstand noch der Betriebsrat kamen.
        + Niemand wurde verletzt.
        - Negation | Der Vorstand und der Betriebsrat kamen.

        = fr | Le syndicat a refusé de signer l'accord.
        + Le syndicat n'a pas signé l'accord.
        - Negation | Le syndicat a signé l'accord.
        """;

    [Theory]
    [MemberData(nameof(AdversarialClaimsTests.Lines), Opposites, MemberType = typeof(AdversarialClaimsTests))]
    public void The_opposite_of_what_the_source_says_is_not_said(string language, string text, string claim, string verdict) => AdversarialClaimsTests.AssertVerdict(language, text, claim, verdict);

    [Theory]
    [MemberData(nameof(AdversarialClaimsTests.Lines), Negations, MemberType = typeof(AdversarialClaimsTests))]
    public void What_is_denied_stays_denied_in_another_order(string language, string text, string claim, string verdict) => AdversarialClaimsTests.AssertVerdict(language, text, claim, verdict);
}
