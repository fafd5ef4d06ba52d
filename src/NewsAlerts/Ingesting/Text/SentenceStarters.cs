namespace NewsAlerts.Ingesting.Text;

/// <summary>
/// Words that, capitalised, start a sentence far more often than they go on a name: determiners, pronouns, conjunctions, prepositions.
/// They decide where an abbreviation leaves it open ("in the U.S. The", but "U.S. Steel"). Compared without case.
/// </summary>
internal static class SentenceStarters
{
    private const string English =
        "The A An This That These Those There Here He She It They We You I His Her Its Their Our My Your But And Or So Yet Nor In On At By For From To With "
        + "Without As If When While Where Who What Why How Which Because Since After Before During Under Over Although Though Until Once However Moreover "
        + "Meanwhile Instead Also Then Now Not No Yes Some Many Most More Both Each Every All Another Other Others One Two Three Such Only Even Just "
        + "According Despite Last Earlier Later Today Yesterday Still About Between Among Police Officials Asked Is Are Was Were Did Do Does Has Have Had "
        + "Can Could Would Will Should May Might Let Neither Either Against Through Nearly Almost Critics Experts Analysts Investigators Authorities "
        + "Follow Watch Read See Click Shares";

    public static bool Has(string language) => language is "en" || List(language) is not null;

    public static string For(string language) => List(language) ?? English;

    private static string? List(string language) => language switch
    {
        "de" or "lb" =>
            "Der Die Das Den Dem Des Ein Eine Einer Einem Einen Er Sie Es Wir Ihr Ich Man Und Aber Oder Doch Denn In Im Am An Auf Aus Bei Beim Mit Nach Von Vom "
            + "Vor Zu Zum Zur Für Über Unter Durch Gegen Ohne Um Dies Diese Dieser Dieses Da Dann Dort Hier Wenn Als Weil Während Obwohl Auch Nur Noch Schon "
            + "Jetzt Nun So Wie Was Wer Wo Warum Seine Seit Sein Ihre Alle Viele Einige Mehr Nicht Kein Keine Laut Danach Zudem Allerdings Dabei Damit Dazu",
        "fr" =>
            "Le La Les L Un Une Des Du De D Ce Cet Cette Ces C Il Elle Ils Elles On Nous Vous Je J Tu Et Mais Ou Or Donc Car En Dans Sur Sous Avec Sans Pour Par "
            + "À A Au Aux Si Quand Lorsque Comme Alors Après Avant Depuis Pendant Selon Son Sa Ses Leur Leurs Notre Qui Que Qu Quoi Où Pourquoi Comment Cela "
            + "Ainsi Aussi Tous Toutes Tout Plusieurs Certains Deux Trois Ne N Pas Plus Même Toutefois Cependant Pourtant Enfin Ensuite S",
        "es" or "ca" or "gl" =>
            "El La Los Las Lo Un Una Unos Unas Al Del De En Con Sin Por Para Según Sobre Entre Desde Hasta Tras Y Pero O Si Cuando Como Aunque Porque Mientras "
            + "Él Ella Ellos Ellas Yo Nosotros Este Esta Estos Estas Ese Esa Esto Eso Su Sus Mi No También Además Así Entonces Ahora Hoy Ayer Después Antes "
            + "Que Qué Quién Cómo Dónde Cuándo Se Le Les Todo Todos Todas Muchos Algunos Otro Otra Dos Tres Ya Sin A Hay",
        "pt" =>
            "O A Os As Um Uma De Do Da Dos Das Em No Na Nos Nas Com Sem Por Para Pelo Pela Segundo Sobre Entre Desde Até Após E Mas Ou Se Quando Como Embora "
            + "Porque Enquanto Ele Ela Eles Elas Eu Nós Este Esta Esse Essa Isso Isto Seu Sua Seus Suas Não Também Além Assim Então Agora Hoje Ontem Depois "
            + "Antes Que Quem Onde Ao Aos À Às Todos Todas Muitos Alguns Outro Outra Dois Duas Três Já",
        "it" =>
            "Il Lo La I Gli Le L Un Uno Una Di Del Della Dei Delle A Al Alla Ai Da Dal Dalla In Nel Nella Nei Con Senza Per Su Sul Sulla Tra Fra E Ed Ma O Se "
            + "Quando Come Perché Mentre Anche Lui Lei Loro Noi Io Questo Questa Questi Queste Quello Quella Ciò Suo Sua Non Poi Ora Oggi Ieri Dopo Prima Che "
            + "Chi Dove Secondo Tutti Tutte Molti Alcuni Altri Due Tre Si Ci È C",
        "nl" or "af" =>
            "De Het Een Hij Zij Ze Wij We Ik Jij U Dit Dat Deze Die En Maar Of Want Dus In Op Aan Bij Met Van Voor Naar Uit Over Onder Door Tegen Zonder Om Te "
            + "Als Toen Terwijl Omdat Hoewel Ook Nog Nu Dan Daar Er Hier Wat Wie Waar Waarom Hoe Zijn Haar Hun Ons Volgens Na Sinds Tijdens Niet Geen Alle Veel",
        "ru" or "uk" or "be" or "bg" =>
            "В Во На С Со Из К Ко По О Об От До За Для При Без Под Над И А Но Или Да Не Он Она Оно Они Мы Вы Я Ты Это Этот Эта Эти Тот Та Те Как Когда Если Что Кто "
            + "Где Почему Так Также Тоже Все Всё Однако После Перед Ранее Теперь Его Её Ее Их У",
        "pl" => "W We Na Z Ze Do Od Po Przy Dla Bez Pod Nad I A Ale Lub Oraz Nie On Ona Ono Oni To Ten Ta Te Jak Gdy Jeśli Co Kto Gdzie Tak Także Jednak Jego Jej Ich O U Za Przed",
        "sv" or "da" or "nb" or "no" or "nn" =>
            "Den Det De En Et Ett Han Hun Hon Vi Jeg Jag Og Och Men Eller I På Til Till Fra Från Med Av Af For För Om Som Når När Etter Efter Ved Hos Dette Denne Denna "
            + "Ifølge Enligt Der Her Här Så Nu Nå Ikke Inte Alle Alla Under Over Över",
        "vi" =>
            "Theo Trong Ông Bà Anh Chị Em Tôi Họ Chúng Đây Đó Khi Nếu Nhưng Và Tuy Vì Do Tại Ở Từ Với Cho Các Những Một Hai Ngày Sau Trước Hiện Đến Vụ Việc Cơ Đại Người "
            + "Được Đã Đang Sẽ Không Cũng Ngoài Bên Cùng Còn Như Trên Dưới Qua Nhiều Mỗi Mọi Lúc Sáng Chiều Tối Hôm",
        _ => null,
    };
}
