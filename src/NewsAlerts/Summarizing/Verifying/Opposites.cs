using System.Collections.Frozen;

namespace NewsAlerts.Summarizing.Verifying;

/// <summary>Words of which one says the opposite of the other, by language: what rose did not fall, what is closed is not open.</summary>
internal sealed class Opposites
{
    // Content words and their opposites, all forms: wherever they stand in a sentence, they say which way it goes.
    private const string English = """
        rise rises rose risen rising increase increases increased grow grows grew grown growing climb climbs climbed soar soars soared surge surges surged jumped / fall falls fell fallen falling drop drops dropped decrease decreases decreased decline declines declined slump slumps slumped plunge plunges plunged sank shrank slow slows slowed
        higher highest / lower lowest
        larger largest bigger biggest / smaller smallest
        older oldest / younger youngest
        longer longest / shorter shortest
        stronger strongest / weaker weakest
        faster fastest / slower slowest
        open opens opened reopen reopens reopened reopening / close closes closed closing shut shuts
        accept accepts accepted uphold upholds upheld / reject rejects rejected rejecting
        full / empty
        late / early
        likely / unlikely
        back backs backed support supports supported supporting / oppose opposes opposed opposing
        correctly rightly / incorrectly wrongly
        doubled tripled quadrupled / halved
        like / unlike
        free freed release released bail / custody
        confirm confirms confirmed admit admits admitted / deny denies denied denying
        """;

    // Small words: only where one stands in the other's place.
    private const string EnglishSmall = """
        up / down
        more much many / less fewer little few
        most / fewest least
        before / after
        ahead / behind
        above / below beneath
        over / under
        for / against
        with / without
        if / unless
        until / from since
        since / before
        true / untrue false
        home / away
        first / second
        times twice double thrice / half third quarter fifth
        large big / small
        scored scores converted converts / missed misses
        confess confessed / deny denies denied
        agree agrees agreed accept accepts accepted / decline declines declined refuse refuses refused reject rejects rejected
        call calls called announce announces announced / ruled rules
        save saves saved saving / cost costs
        begin begins began begun start starts started / end ends ended finish finishes finished
        """;

    private const string German = """
        steigt steigen stieg stiegen gestiegen / sinkt sinken sank sanken gesunken fällt fallen fiel fielen gefallen
        höher höchste höchsten höchster / niedriger niedrigste niedrigsten tiefste tiefsten
        größer größte größten / kleiner kleinste kleinsten
        genehmigt gebilligt angenommen / abgelehnt
        geöffnet öffnet öffnen / geschlossen schließt schließen
        """;

    private const string GermanSmall = """
        mehr / weniger
        vor / nach
        für / gegen
        mit / ohne
        über / unter
        nächstes nächsten nächste nächster kommenden kommendes / dieses diesen diese dieser / letztes letzten letzte vergangenen vergangenes
        bis / ab seit
        """;

    private const string French = """
        augmenté augmente augmentent hausse / baissé baisse baissent diminué recul reculé
        accepté accepte approuvé / rejeté rejette refusé
        ouvert ouvre ouvrent / fermé ferme ferment
        """;

    private const string FrenchSmall = """
        plus / moins
        avant / après
        pour / contre
        avec / sans
        prochain prochaine / dernier dernière
        """;

    private const string Spanish = """
        subió subieron aumentó aumentaron creció / bajó bajaron cayó cayeron disminuyó
        aceptó aprobó / rechazó
        abrió abrieron / cerró cerraron
        """;

    private const string SpanishSmall = """
        más / menos
        antes / después
        contra / favor
        con / sin
        próximo próxima / pasado pasada
        """;

    private const string Vietnamese = "tăng / giảm";

    private const string VietnameseSmall = """
        nhận đồng / bác
        trước / sau
        tới / nay / ngoái qua
        """;

    private static readonly FrozenDictionary<string, Opposites> _known = new Dictionary<string, Opposites>(StringComparer.Ordinal)
    {
        ["en"] = new(English, EnglishSmall),
        ["de"] = new(German, GermanSmall),
        ["fr"] = new(French, FrenchSmall),
        ["es"] = new(Spanish, SpanishSmall),
        ["vi"] = new(Vietnamese, VietnameseSmall),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, (int Line, int Pole)[]> _poles;
    private readonly FrozenDictionary<string, (int Line, int Pole)[]> _small;

    private Opposites(string words, string small) => (_poles, _small) = (Read(words), Read(small));

    /// <summary>Null where the language has none.</summary>
    public static Opposites? For(string language) => _known.GetValueOrDefault(language);

    /// <summary>The lines that a content word is in, and its side of each.</summary>
    public (int Line, int Pole)[] PolesOf(string word) => _poles.GetValueOrDefault(word, []);

    /// <summary>The same for a word that counts only in the other's place.</summary>
    public (int Line, int Pole)[] SmallPolesOf(string word) => _small.GetValueOrDefault(word, []);

    private static FrozenDictionary<string, (int Line, int Pole)[]> Read(string lines) =>
        lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany((line, number) => line.Split('/').SelectMany((side, pole) => side.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(word => (word, Place: (number, pole)))))
            .GroupBy(pair => pair.word, pair => pair.Place, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
}
