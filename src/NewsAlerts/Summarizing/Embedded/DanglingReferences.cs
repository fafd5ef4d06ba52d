using System.Collections.Frozen;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>Whether a text opens with, or is said by, somebody or something that only a sentence before it names.</summary>
internal static class DanglingReferences
{
    private static readonly FrozenDictionary<string, LeaningWords> _languages = new Dictionary<string, LeaningWords>
    {
        ["en"] = LeaningWords.English,
        ["fr"] = new(
            "il elle ils elles ce cela ceci ces cette cet celui celle ceux celles celui-ci celle-ci ceux-ci celles-ci celui-là celle-là ceux-là celles-là c'est c'était c’est c’était son sa ses leur leurs",
            "mais et donc or cependant toutefois ainsi ensuite puis pourtant oui non",
            "il y|il faut|cette semaine|cette année|cette nuit|cette saison|ce lundi|ce mardi|ce mercredi|ce jeudi|ce vendredi|ce samedi|ce dimanche|ce matin|ce soir",
            "selon lui|selon elle|selon eux|selon elles|d'après lui|d'après elle|d’après lui|d’après elle|de son côté|de leur côté|pour sa part|à ce sujet|à cet égard|dans ce cadre|dans ce contexte"),
        ["es"] = new(
            "él ella ellos ellas esto eso este esta estos estas ese esa esos esas su sus",
            "pero y además luego entonces",
            "esta semana|este año|este mes|este lunes|este martes|este miércoles|este jueves|este viernes|este sábado|este domingo|esta noche|esta mañana|esta tarde",
            "según él|según ella|según ellos|según ellas|por su parte|a su juicio|de acuerdo con él|de acuerdo con ella|en este sentido|en ese sentido|al respecto|por ello|por eso|por esto|para ello"),
        ["de"] = new(
            "er sie es dieser diese dieses diesem diesen dies sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer dabei dadurch dafür dagegen damit danach daran daraufhin darin darüber davon dazu deshalb deswegen trotzdem "
                + "dessen deren dort daher zudem außerdem somit hingegen dennoch",
            "aber und doch jedoch allerdings dann auch ja nein",
            "es gibt|es gab|diese woche|dieses jahr|diesen monat|diesen sommer|diesen winter",
            "das ist|das war|das sind|das waren|das hat|das hatte|das habe|das sei|das sagte|das sagten|das teilte|das teilten|das berichtete|das berichteten|das berichten|das gab|das gaben|das bedeutet|das heißt|das geht|das ging|das wäre|"
                + "das würde|das gilt|das galt|das erklärte|das zeigt|das zeigte|das macht|das machte|das wird|das wurde|das kündigte|das soll|das sollte|das kann|das könnte|das will|das wollte|das führt|das führte|das liegt|das lag|"
                + "ihm zufolge|ihr zufolge|laut ihm|laut ihr|nach seinen angaben|nach ihren angaben|aus diesem grund"),
        ["pt"] = new(
            "ele ela eles elas isto isso esse essa esses essas este esta seu sua seus suas",
            "mas e porém contudo então",
            "esta semana|este ano|este mês",
            "segundo ele|segundo ela|segundo eles|de acordo com ele|de acordo com ela|por sua vez|por isso|nesse sentido"),
        ["it"] = new(
            "egli lui lei loro questo questa questi queste quello quella ciò suo sua suoi sue",
            "ma e però quindi poi",
            "questa settimana|quest'anno|questo mese",
            "secondo lui|secondo lei|dal canto suo|da parte sua|per questo"),
        ["nl"] = new("hij zij ze dit deze die hun", "maar en echter dus toch", "deze week|deze maand|dit jaar", "dat is|dat was|dat zei|dat zegt|volgens hem|volgens haar"),
        ["sv"] = new("han hon de detta denna dessa hans hennes deras", "men och dock", string.Empty, "enligt honom|enligt henne"),
        ["vi"] = new("họ nó đó đây này anh ông bà cô chị", "nhưng và song", string.Empty, "tại đây"),
        ["ko"] = new("그는 그녀는 그들은 그의 이는 이를 이에", "하지만 그러나 한편 또한 또 그리고 따라서 반면", string.Empty),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Without spaces, words are told by how they are written.
    private static readonly FrozenDictionary<string, (string[] Leaning, string[] Exceptions)> _unspaced = new Dictionary<string, (string[], string[])>
    {
        ["zh"] = (
            "该 該 他 她 它 其 这 這 此 对此 對此 但 然而 不过 不過 因此 同时 同時 另外 与此同时 而 上述 前者 后者".Split(' '),
            "他信 但丁 他国".Split(' ')),
        ["ja"] = (
            "一方、 一方で しかし だが また、 さらに そして ただ、 なお、 これ この その それ そこ そう こう 同氏 同社 同市 同県 同国 同日 同店 同校 同省 同庁 同党 同署 彼".Split(' '),
            "この夏 この冬 この春 この秋 この週末 これまで 彼岸".Split(' ')),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether its first words lean on a sentence before it.</summary>
    public static bool Opens(string text, string language) =>
        _unspaced.TryGetValue(language, out var unspaced) ? OpensWithAny(text, unspaced.Leaning) && !OpensWithAny(text, unspaced.Exceptions)
        : _languages.TryGetValue(language, out var words) && (language is "en" ? EnglishReferences.Opens(text, words) : words.Opens(text, namesFollow: language is "vi"));

    /// <summary>Whether "he said" is all that it says of the speaker.</summary>
    public static bool HasUnnamedSpeaker(string text, string language) => language is "en" ? EnglishPersons.HasUnnamedPerson(text) : UnnamedSpeakers.AreIn(text, language);

    private static bool OpensWithAny(string text, string[] openings) => Array.Exists(openings, opening => text.StartsWith(opening, StringComparison.Ordinal));
}
