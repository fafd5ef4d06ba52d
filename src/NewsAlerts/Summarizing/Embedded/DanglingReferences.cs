using System.Collections.Frozen;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>Whether a text opens with, or is said by, somebody or something that only a sentence before it names.</summary>
internal static class DanglingReferences
{
    private static readonly FrozenDictionary<string, LeaningWords> _languages = new Dictionary<string, LeaningWords>
    {
        ["en"] = LeaningWords.English,
        ["fr"] = new(
            "il elle ils elles ce cela ceci ces cette cet celui celle ceux celles c'est c'était son sa ses leur leurs",
            "mais et donc or cependant toutefois ainsi ensuite puis pourtant",
            "il y|il faut|cette semaine|cette année|cette nuit|cette saison|ce lundi|ce mardi|ce mercredi|ce jeudi|ce vendredi|ce samedi|ce dimanche|ce matin|ce soir"),
        ["es"] = new(
            "él ella ellos ellas esto eso este esta estos estas ese esa esos esas su sus",
            "pero y además luego entonces",
            "esta semana|este año|este mes|este lunes|este martes|este miércoles|este jueves|este viernes|este sábado|este domingo|esta noche|esta mañana|esta tarde"),
        ["de"] = new(
            "er sie es dieser diese dieses diesem diesen dies sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer dabei dadurch dafür dagegen damit danach daran daraufhin darin darüber davon dazu deshalb deswegen trotzdem",
            "aber und doch jedoch allerdings dann auch",
            "es gibt|es gab|diese woche|dieses jahr|diesen monat|diesen sommer|diesen winter"),
        ["pt"] = new("ele ela eles elas isto isso esse essa esses essas este esta seu sua seus suas", "mas e porém contudo então", "esta semana|este ano|este mês"),
        ["it"] = new("egli lui lei loro questo questa questi queste quello quella ciò suo sua suoi sue", "ma e però quindi poi", "questa settimana|quest'anno|questo mese"),
        ["nl"] = new("hij zij ze dit deze die hun", "maar en echter dus toch", "deze week|deze maand|dit jaar"),
        ["sv"] = new("han hon de detta denna dessa hans hennes deras", "men och dock", string.Empty),
        ["vi"] = new("họ nó đó đây này anh ông bà cô chị", "nhưng và song", string.Empty),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether its first words lean on a sentence before it.</summary>
    public static bool Opens(string text, string language) =>
        _languages.TryGetValue(language, out var words) && (language is "en" ? EnglishReferences.Opens(text, words) : words.Opens(text, namesFollow: language is "vi"));

    /// <summary>Whether "he said" is all that it says of the speaker; known in English only.</summary>
    public static bool HasUnnamedSpeaker(string text, string language) => language is "en" && EnglishPersons.HasUnnamedPerson(text);
}
