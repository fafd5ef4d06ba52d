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

        = en | Weld will remain free until May. Fost denied the charge of fraud. The vase was more likely a copy than a fake. The fund is not insured, unlike two older funds.
        + The vase was more likely a copy.
        + Weld will remain free.
        - Words | Weld will remain in custody until May.
        - Words | Fost confirmed the charge of fraud.
        - Words | The vase was more likely a fake than a copy.
        - Words | The vase was a copy.
        - any | The fund is not insured, like two older funds.

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

        = en | The keeper saved a penalty before the break. Nimbus will open a yard in Ostrey this year but not in Corran until May. The engineers have withdrawn the pump.
        + Nimbus will not open a yard in Corran until May.
        + The engineers withdrew the pump.
        - Negation | The keeper failed to save a penalty before the break.
        - Negation | Nimbus will not open a yard in Ostrey this year.
        - Negation | The engineers refused to withdraw the pump.

        = de | Verletzt wurde niemand. Weder der Vorstand noch der Betriebsrat kamen.
        + Niemand wurde verletzt.
        - Negation | Der Vorstand und der Betriebsrat kamen.

        = fr | Le syndicat a refusé de signer l'accord.
        + Le syndicat n'a pas signé l'accord.
        - Negation | Le syndicat a signé l'accord.
        """;

    private const string Certainty = """
        = en | Nimbus, a boat maker, refused to comment and plans to appeal. It is expected to sell its northern arm, and it is considering cutting 40 jobs. It is due to pay a fine in May, has been asked to repay a loan and has yet to publish its accounts. The pill, made on Marrow, might cause headaches.
        + Nimbus is expected to sell its northern arm.
        + Nimbus plans to appeal.
        + Nimbus refused to comment.
        + It will pay a fine in May.
        - Words | Nimbus appealed.
        - Negation | Nimbus commented.
        - Words | It sold its northern arm.
        - Words | It has sold its northern arm.
        - Words | It cut 40 jobs.
        - Words | It paid a fine in May.
        - Words | It has repaid a loan.
        - Words | It has published its accounts.
        - Words | The pill causes headaches.

        = en | Ines Calloway denies stealing the money. Prosecutors allege that Calloway forged three letters. It is not true that the islanders cut the nets, police said. The engineer, Tomas Reyk, denied that he would resign. The mayor declined to say whether Weld would stay on the board. Residents may have to leave if the dam fails.
        + Prosecutors say that Calloway forged three letters.
        + Calloway denies stealing the money.
        + Tomas Reyk denied that he would resign.
        - any | Ines Calloway stole the money.
        - any | She admits stealing the money.
        - Words | Calloway forged three letters.
        - Negation | The islanders cut the nets, police said.
        - Negation | Tomas Reyk said he would resign.
        - Negation | Weld would stay on the board, the mayor said.
        - Words | The dam failed.

        = en | Ada Finch will step down at the end of June and be replaced by Tomas Reyk. The islanders asked that the council close the quay.
        + Ada Finch will step down at the end of June.
        + Ada Finch steps down at the end of June.
        - Words | Ada Finch stepped down at the end of June.
        - Words | The council closed the quay.

        = de | Die Stadt prüft eine Klage vor dem Landgericht.
        + Die Stadt prüft eine Klage.
        - Words | Die Stadt wird vor dem Landgericht klagen.

        = es | El alcalde pidió al Gobierno que declare el puerto cerrado.
        - Words | El Gobierno declaró el puerto cerrado.

        = de | Die Firma soll 40 Stellen abbauen. Der Vorstand weigerte sich, den Vertrag zu unterschreiben.
        + Die Firma soll 40 Stellen abbauen.
        - Words | Die Firma hat 40 Stellen abgebaut.

        = fr | Quelque 500 élèves pourraient changer d'école. Le directeur a nié avoir menti.
        - Words | Quelque 500 élèves ont changé d'école.
        - Negation | Le directeur a menti.

        = es | El juicio podría empezar en otoño. El puerto negó que hubiera incumplido el contrato.
        - Words | El juicio empezó en otoño.
        - Negation | El puerto había incumplido el contrato.

        = vi | Cầu Sông Lam dự kiến hoàn thành vào năm 2027. Giám đốc từ chối bình luận.
        + Cầu Sông Lam dự kiến hoàn thành vào năm 2027.
        - Words | Cầu Sông Lam đã hoàn thành vào năm 2027.
        - Negation | Giám đốc bình luận.
        """;

    private const string Scope = """
        = en | Most islanders left by ferry on Sunday. Weld was found guilty of the attempted murder of Tomas Reyk. Jonas Weld allegedly burned the letters. Mayor Ines Calloway opened the quay, which will close next year. The engines stopped on Monday. Engineers found a crack 4 metres long.
        + Most islanders left by ferry.
        + Weld was found guilty of attempted murder.
        + The quay will close next year.
        + Engineers found a 4-metre crack.
        - Words | All islanders left by ferry on Sunday.
        - Words | Few islanders left by ferry on Sunday.
        - Words | Weld was found guilty of the murder of Tomas Reyk.
        - Words | Jonas Weld burned the letters.
        - Words | Former Mayor Ines Calloway opened the quay.
        - Words | The quay will close this year.
        - Words | Engineers stopped the engines on Monday because of a crack.

        = de | Zwei von fünf Läden schließen im Mai.
        - Words | Alle Läden schließen im Mai.
        """;

    [Theory]
    [MemberData(nameof(AdversarialClaimsTests.Lines), Opposites, MemberType = typeof(AdversarialClaimsTests))]
    public void The_opposite_of_what_the_source_says_is_not_said(string language, string text, string claim, string verdict) => AdversarialClaimsTests.AssertVerdict(language, text, claim, verdict);

    [Theory]
    [MemberData(nameof(AdversarialClaimsTests.Lines), Negations, MemberType = typeof(AdversarialClaimsTests))]
    public void What_is_denied_stays_denied_in_another_order(string language, string text, string claim, string verdict) => AdversarialClaimsTests.AssertVerdict(language, text, claim, verdict);

    [Theory]
    [MemberData(nameof(AdversarialClaimsTests.Lines), Certainty, MemberType = typeof(AdversarialClaimsTests))]
    public void What_may_be_is_planned_refused_or_alleged_is_no_fact(string language, string text, string claim, string verdict) => AdversarialClaimsTests.AssertVerdict(language, text, claim, verdict);

    [Theory]
    [MemberData(nameof(AdversarialClaimsTests.Lines), Scope, MemberType = typeof(AdversarialClaimsTests))]
    public void What_is_said_of_some_is_not_said_of_all_nor_of_another_thing(string language, string text, string claim, string verdict) => AdversarialClaimsTests.AssertVerdict(language, text, claim, verdict);
}
