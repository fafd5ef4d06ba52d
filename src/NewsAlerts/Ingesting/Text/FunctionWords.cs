using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Numerics;

namespace NewsAlerts.Ingesting.Text;

/// <summary>
/// The most frequent grammatical words of languages that the detector's models don't have, or that those get taken for: news in Hausa or
/// Lingala is "surely Swahili" to a model that knows neither, but hardly contains "ya", "wa" and "kwa".
/// </summary>
internal static class FunctionWords
{
    /// <summary>By BCP 47 code. The first group has no models; the others are checked when a model says them.</summary>
    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = new Dictionary<string, string>
    {
        ["ha"] = "da a ta ya na cewa wannan ba ne ce sun yi za suka shi ake kuma domin amma wata cikin saboda mai masu daga ga wani don lokacin",
        ["ig"] = "na nke ndị bụ ka ọ ya n'ime dị ma e ha gị kwuru si ga banyere mere onye ihe otu mmadụ n'ihi ndi bu di kwa n'ala akụkọ",
        ["ln"] = "ya na mpe ba oyo ezali bato te yango ete mpo lokola kasi nde bango azali epai ezalaki o' ntango mokonzi ekolo lelo mikolo ndenge",
        ["rw"] = "mu ko muri n' kandi ku uyu yavuze ubwo cyane bya ibi ngo gihe kuri iyi abantu nk' y' na ni ya ba iki",
        ["pcm"] = "di dey dem na wey dis e im wit and for no sey una wetin dia wen pipol fit don deh go tok inside",
        ["mg"] = "ny sy dia fa ho amin' tamin' izany ireo ary tsy no an' misy nandritra",
        ["ht"] = "yo nan ki li ak pou te se ap sou gen nou pa yon la sa",
        ["wo"] = "ci di ak ni la bi yi mu ne nga ko dafa ñu am te",
        ["mt"] = "li il- ta' u fuq l- għal ma' dan minn tal- din kien biex",
        ["ku"] = "û di de bi ji li ku ew ê ya wê hat xwe bo",
        ["uz"] = "va bilan uchun bu ham bo'yicha bo'lgan deb ushbu edi bir",
        ["jv"] = "ing lan sing iki kanggo karo saka ora marang uga wis",
        ["su"] = "nu di jeung anu ieu ka dina kana tina keur teu aya",
        ["ceb"] = "sa ang nga ug mga si ni kay niya usa ko ka iyang",
        ["sw"] = "ya wa na kwa ni katika za la kuwa cha hiyo huo huku alisema amesema kama pia baada hii lakini watu nchini huyo wake yake vya hayo bila zaidi",
        ["yo"] = "ni ti to ń ń naa awọn ó si fun pe lati ọ kan ati àwọn náà fún pé láti àti sí tó wọn ko ba ninu bi mo nkan tí",
        ["id"] = "yang di dan untuk dengan dari ini pada dalam itu tidak akan juga oleh ke sebagai bisa tersebut telah karena",
        ["ms"] = "yang di dan untuk dengan dari ini pada dalam itu tidak akan juga oleh ke sebagai boleh tersebut telah kerana",
        ["sn"] = "kuti uye kana asi iyi muzimbabwe mu ku pa ne izvi avo kwete vanhu zvakare sezvo zvino nokuti mukuru ndiye vari kuva aya",
        ["lg"] = "ku mu nti era okuva nga ne na abantu ye bwe ng'ono ono naye oba mukulu bano bino gye okutuuka",
        ["tl"] = "ang ng sa na mga ay at si ni ito para ng hindi niya kay nang",
        ["st"] = "le ka ho ea ya e ba tsa ke hore ha o ka mo a",
        ["tn"] = "le ka go ya e ba tsa ke gore fa o mo a ga wa",
        ["ts"] = "ku na ni ya wa hi ka leswaku va xi ti ndzi u swi",
        ["zu"] = "ukuthi futhi uma kodwa nge ngoba lo le kwe la kanye umhlaba yini abantu",
        ["xh"] = "ukuba ukuze kwaye xa kodwa kuba nje lo le kunye ngokuba ukuthi abantu uthi ngo wase",
        ["mi"] = "te ki o ka i e me he ngā nga kia mō ko a",
        ["fr"] = "de la le les et des en à un du une que est pour dans qui au sur par plus ne pas il ce se avec a son l d",
        ["en"] = "the of to and a in that is was for on it with as he at by from be his have has are an not they but said this who i you we",
        ["de"] = "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an er hat aus bei nach",
        ["es"] = "de la que el en y a los se del las un por con no una su para es al lo como más",
        ["it"] = "di e il la che in a per un del è con non i si le una della da l dei al nel sono ha gli",
        ["pt"] = "de a o que e do da em um para com não uma os no se na por mais as dos ao como foi",
        ["nl"] = "de van het een en in is dat op te zijn met voor niet die aan er om ook als bij door",
        ["pl"] = "w i na z się do nie to że o jest a jak po od za przez dla oraz",
        ["sv"] = "och i att det som en på är av för med den till inte har de ett om",
        ["da"] = "og i at det er en til på af for med den der ikke har de som et",
        ["nb"] = "og i at det er en til på av for med den som ikke har de et om",
        ["nn"] = "og i at det er ein til på av for med den som ikkje har dei eit om",
        ["ro"] = "de și în a la cu pe din o că nu un să care pentru este mai au al",
        ["cs"] = "a v se na je že s z o do to i k po pro ve si by jako za",
        ["sk"] = "a v sa na je že s z o do to aj k po pre vo si by ako za",
        ["hr"] = "i u je na se da za su od o s koji kao će ne iz što te",
        ["bs"] = "i u je na se da za su od o s koji kao će ne iz što te",
        ["sl"] = "in je v na da se za so pa ki z s ne bi tudi o od po",
        ["ca"] = "de la i el que a en les els per un del una amb no es al l d",
        ["tr"] = "ve bir bu da de için ile olarak daha çok olan o ne gibi kadar en",
        ["hu"] = "a az és hogy nem is egy meg ez volt de csak mint már el",
        ["fi"] = "ja on ei että se oli hän mutta ovat myös kun mukaan joka tai",
        ["et"] = "ja on ei et see ka oli kui mis ta aga oma seda",
        ["sq"] = "të e në një dhe që për me i nga është më si do se",
        ["af"] = "die en van in is het wat vir nie op te met aan om sy",
        ["vi"] = "và của là có cho các trong được không với một những người đã khi ở đến này để về",
    }.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Split(' ').ToFrozenSet());

    // Of 2,796 articles in 18 languages, three quarters have a language with that much, and the models said another of one of them: wrongly.
    private const double CertainShare = 0.25;
    private const double CertainLead = 2.5;

    private static readonly ImmutableArray<string> Languages = Lists.Keys;

    /// <summary>A bit for each language that has the word, by its place among them. There are fewer than 64.</summary>
    private static readonly FrozenDictionary<string, ulong> LanguagesOf = Languages
        .SelectMany((language, place) => Lists[language].Select(word => (word, Bit: 1UL << place)))
        .GroupBy(pair => pair.word, pair => pair.Bit)
        .ToFrozenDictionary(word => word.Key, word => word.Aggregate((some, more) => some | more));

    private static readonly string[] WithoutModel = ["ha", "ig", "ln", "rw", "pcm", "mg", "ht", "wo", "mt", "ku", "uz", "jv", "su", "ceb"];

    /// <summary>The share of the words that the language's list has, 0 to 1; null without a list.</summary>
    public static double? Share(string language, IReadOnlyList<string> words) =>
        Lists.TryGetValue(language, out var list) ? (double)words.Count(list.Contains) / Math.Max(1, words.Count) : null;

    /// <summary>The language that so many of the words are of, and so few of any other, that no model need be asked; null where there is none.</summary>
    public static string? Certain(IReadOnlyList<string> words)
    {
        Span<int> counts = stackalloc int[Languages.Length];
        counts.Clear();
        foreach (var word in words)
        {
            for (var left = LanguagesOf.GetValueOrDefault(word); left != 0; left &= left - 1)
            {
                counts[BitOperations.TrailingZeroCount(left)]++;
            }
        }

        var (certain, best, second) = (0, 0, 0);
        for (var language = 0; language < counts.Length; language++)
        {
            var count = counts[language];
            (certain, best, second) = count > best ? (language, count, best) : (certain, best, Math.Max(second, count));
        }

        return best >= CertainShare * words.Count && best >= CertainLead * second ? Languages[certain] : null;
    }

    /// <summary>The share below which news is not in the language; 0 where words take too many forms for a list, or the letters say enough.</summary>
    public static double Least(string language) => language switch
    {
        "sn" => 0.025,
        "lg" => 0.06,
        "xh" or "zu" or "vi" => 0,
        "fi" or "et" or "hu" or "tr" => 0.03,
        "de" or "pl" or "cs" or "sk" or "hr" or "bs" or "sl" => 0.06,
        _ => 0.1,
    };

    /// <summary>The language without a model that the words fit best.</summary>
    public static (string Language, double Share) BestWithoutModel(IReadOnlyList<string> words) =>
        WithoutModel.Select(language => (language, Share(language, words) ?? 0)).MaxBy(pair => pair.Item2);
}
