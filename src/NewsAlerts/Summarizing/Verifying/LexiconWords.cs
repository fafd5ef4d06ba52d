namespace NewsAlerts.Summarizing.Verifying;

/// <summary>The words behind <see cref="Lexicon"/>, by language.</summary>
internal static class LexiconWords
{
    private static readonly Dictionary<string, Lists> _lists = new(StringComparer.Ordinal)
    {
        ["en"] = new(
            Function: "a an the this that these those i you he she it we they me him her us them my your his its our their mine hers ours theirs who whom whose which what when where why how "
                + "am is are was were be been being have has had having do does did doing will would shall should can could may might must "
                + "and or but if then than so as of at by for with about against between into through during before after above below to from up down in out on off over under again further once "
                + "here there all any both each few more most other some such only own same too very just also s t ll ve re d m ai because while until since though although yet still "
                + "himself herself itself themselves one ones another other others much many",
            Negation: "not n't no never neither nor none nobody nothing without cannot nowhere hardly",
            Speech: "said says say saying told tells tell according announced added adds warned warns insisted insists claimed claims stated argued argues explained confirmed denied wrote writes tweeted admitted asked called believes thinks predicted suggested reported",
            Unit: "percent percentage points point kilometre kilometres kilometer kilometers metre metres meter meters mile miles foot feet inch inches yard yards acre acres hectare hectares "
                + "kilogram kilograms kilogramme kilogrammes kilo kilos gram grams tonne tonnes ton tons pound pounds ounce ounces litre litres liter liters gallon gallons "
                + "dollar dollars euro euros yen rupee rupees crown crowns franc francs cent cents pence penny yuan rouble roubles ruble rubles peso pesos lira "
                + "second seconds minute minutes hour hours day days week weeks month months year years decade decades century centuries "
                + "degrees degree celsius fahrenheit megawatt megawatts kilowatt kilowatts watts volts hundred hundreds thousand thousands million millions billion billions trillion trillions dozen dozens"),
        ["de"] = new(
            Function: "nach laut hat haben hatte wird werden wurde wurden ist sind war waren sei sein seine seiner ihr ihre mehr als auch noch nur schon",
            Negation: "nicht kein keine keinen keinem keiner keines nie niemals niemand nichts weder ohne",
            Speech: "sagte sagt sagten erklärte erklärt teilte betonte warnte laut zufolge kündigte berichtete meinte",
            Unit: "prozent kilometer meter zentimeter meilen meile kilogramm kilo gramm tonnen tonne liter euro dollar pfund kronen franken sekunden minuten stunden tage tagen wochen monate monaten jahre jahren hundert tausend million millionen milliarde milliarden billionen grad hektar"),
        ["fr"] = new(
            Function: "a ont est sont était étaient été être avoir avait avaient sera seront selon plus moins très aussi encore il elle ils elles",
            Negation: "ne n pas jamais aucun aucune ni rien personne sans",
            Speech: "dit a-t-il déclaré affirmé annoncé indiqué expliqué ajouté assuré précisé selon estime souligné averti",
            Unit: "cent pourcent kilomètres kilomètre mètres mètre milles kilos kilogrammes grammes tonnes tonne litres litre euros euro dollars dollar livres livre couronnes francs secondes minutes heures heure jours jour semaines semaine mois ans années année millier milliers mille million millions milliard milliards degrés hectares"),
        ["es"] = new(
            Function: "ha han es son era eran fue fueron ser estar está están había será según más menos muy también aún",
            Negation: "no nunca jamás ningún ninguna ninguno ni nada nadie sin tampoco",
            Speech: "dijo dice afirmó declaró anunció explicó añadió aseguró señaló indicó advirtió según sostuvo",
            Unit: "ciento kilómetros kilómetro metros metro millas kilos kilogramos gramos toneladas tonelada litros litro euros euro dólares dólar libras libra coronas pesos segundos minutos horas hora días día semanas semana meses mes años año mil miles millón millones grados hectáreas"),
        ["it"] = new(
            Function: "ha hanno è sono era erano stato stata stati essere avere sarà secondo più meno anche ancora",
            Negation: "non mai nessun nessuno nessuna né niente nulla senza",
            Speech: "detto dice dichiarato affermato annunciato spiegato aggiunto sottolineato secondo avvertito",
            Unit: "cento chilometri chilometro metri metro miglia chili chilogrammi grammi tonnellate litri euro dollari dollaro sterline corone secondi minuti ore ora giorni giorno settimane mesi mese anni anno mila mille milione milioni miliardo miliardi gradi ettari"),
        ["pt"] = new(
            Function: "foi foram é são era eram ser estar está estão tem têm tinha será segundo mais menos também ainda",
            Negation: "não nunca jamais nenhum nenhuma ninguém nem nada sem",
            Speech: "disse diz afirmou declarou anunciou explicou acrescentou segundo alertou destacou informou",
            Unit: "cento quilômetros quilómetros metros metro milhas quilos gramas toneladas litros euros euro dólares dólar reais libras coroas segundos minutos horas hora dias dia semanas meses mês anos ano mil milhão milhões bilhão bilhões graus hectares"),
        ["nl"] = new(
            Function: "heeft hebben had is zijn was waren wordt worden werd werden volgens meer minder ook nog",
            Negation: "niet geen nooit niemand niets noch zonder",
            Speech: "zei zegt zeggen verklaarde meldde meldt waarschuwde volgens liet vertelde",
            Unit: "procent kilometer meter mijl kilo gram ton liter euro dollar pond kronen seconden minuten uur dagen dag weken maanden maand jaar jaren honderd duizend miljoen miljard graden hectare"),
        ["sv"] = new(
            Function: "har hade är var blir blev enligt mer mindre också än",
            Negation: "inte ingen inget inga aldrig utan varken ej",
            Speech: "sade säger sa uppgav meddelade enligt berättade varnade",
            Unit: "procent kilometer meter mil kilo gram ton liter euro dollar pund kronor sekunder minuter timmar dagar dag veckor månader år hundra tusen miljon miljoner miljard miljarder grader hektar"),
        ["vi"] = new(
            Function: "và của là có cho các trong được với một những người đã khi ở đến này để về sẽ đang tại từ theo vào ra như thì mà bị nhiều hơn cũng còn sau trước",
            Negation: "không chưa chẳng chớ đừng",
            Speech: "nói biết theo khẳng định",
            Unit: "km mét kg tấn lít đồng usd euro giây phút giờ ngày tuần tháng năm nghìn ngàn triệu tỷ tỉ trăm độ phần"),
        ["id"] = new("yang di dan untuk dengan dari ini pada dalam itu akan juga oleh ke sebagai", "tidak bukan belum jangan tak tanpa tiada", "kata ujar mengatakan menurut menyatakan", "persen kilometer meter kilogram ton liter rupiah dolar detik menit jam hari minggu bulan tahun ratus ribu juta miliar triliun"),
        ["sw"] = new("ya wa na kwa ni katika za la cha kuwa", "si hakuna hapana bila hawaku hakuwa sio kamwe", "alisema amesema anasema walisema", "asilimia kilomita mita kilo tani lita dola shilingi dakika saa siku wiki mwezi miezi mwaka miaka mia elfu milioni bilioni"),
        ["ru"] = new("был была было были есть это его ее их который которая которые также еще более", "не нет ни никогда никто ничего без нельзя", "сказал сказала заявил заявила сообщил сообщила сообщили отметил добавил", "процент процента процентов километр километра километров метров тонн литров рублей рубля долларов евро секунд минут часов дней недель месяцев лет года год тысяч тысячи тысяча миллион миллиона миллионов миллиард миллиарда миллиардов"),
        ["pl"] = new("jest są był była było były być ma mają oraz także również", "nie nigdy nikt nic ani bez żaden żadna", "powiedział powiedziała oświadczył poinformował dodał ostrzegł", "procent kilometrów metrów ton litrów złotych euro dolarów sekund minut godzin dni tygodni miesięcy lat roku tysięcy tysiące milion miliony milionów miliard miliardów"),
        ["tr"] = new("", "değil yok hiç asla", "dedi söyledi belirtti açıkladı göre", "yüzde kilometre metre kilo ton litre lira dolar euro saniye dakika saat gün hafta ay yıl bin yüz milyon milyar"),
        ["ar"] = new("", "لا لم لن ليس ليست غير بدون", "قال قالت أعلن أعلنت أضاف صرح", "كيلومتر متر طن لتر دولار يورو جنيه دقيقة ساعة يوم أسبوع شهر سنة عام ألف مليون مليار"),
        ["hi"] = new("", "नहीं न ना मत बिना", "कहा बताया", "प्रतिशत किलोमीटर मीटर किलो टन लीटर रुपये रुपए डॉलर मिनट घंटे दिन सप्ताह महीने साल हजार लाख करोड़"),
        ["zh"] = new("的 了 在 是 和 有", "不 没 沒 未 无 無 非 别", "说 說 称 稱", ""),
        ["ja"] = new("の は が を に で と も", "非 不 未 無", "", ""),
    };

    public static bool Has(string language) => _lists.ContainsKey(language) || language is "da" or "nb" or "no" or "fi" or "cs" or "ro" or "hu" or "el" or "ca";

    public static IEnumerable<(string Word, Traits Traits)> For(string language)
    {
        var lists = _lists.GetValueOrDefault(language) ?? new Lists(string.Empty, string.Empty, string.Empty, string.Empty);
        return Each(lists.Function, Traits.None)
            .Concat(Each(lists.Speech, Traits.Speech | Traits.Content))
            .Concat(Each(lists.Unit, Traits.Unit | Traits.Content))
            .Concat(NumberWords.For(language).Select(pair => (pair.Key, Traits.Number)))
            .Concat(Each(lists.Negation, Traits.Negation));
    }

    private static IEnumerable<(string Word, Traits Traits)> Each(string words, Traits traits) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (word, traits));

    private sealed record Lists(string Function, string Negation, string Speech, string Unit);
}
