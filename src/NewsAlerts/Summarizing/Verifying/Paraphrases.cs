using System.Collections.Frozen;

namespace NewsAlerts.Summarizing.Verifying;

/// <summary>
/// The words by which news is retold: general ones, which an editor may put in without saying more than the source, and ones that stand for
/// each other. In English; in other languages nobody's words are taken for granted.
/// </summary>
internal sealed class Paraphrases
{
    // Nothing that happens: who dies, wins, denies or buys is what a claim says.
    private const string General =
        "say tell announce add explain claim state argue confirm warn insist believe think suggest describe call express reveal report according urge ask "
        + "demand plead decide decision declare propose plan intend expect hope want aim seek try attempt consider discuss continue remain keep stay become get "
        + "give take make do go come put set let allow help need use work run move turn bring hold show see find look lead leave return follow join meet face "
        + "play include involve carry offer provide receive have investigate search probe inquiry inquest trial case court police build develop create produce "
        + "cost spend name appoint choose select back support reach break send draw bid deal sign man woman person people child boy girl family member group team "
        + "company firm business organisation official leader head chief boss director manager minister government council authority officer expert scientist "
        + "researcher worker employee staff student campaigner star player side city town area region country place site home house world street part number "
        + "amount level rate figure series year month week day time night morning weekend hour past last late latest early recent recently future former current "
        + "new old young first next second final previous ahead following amid despite behind near across around along big biggest large major serious severe "
        + "significant important key top main high low long short strong good best bad worst hard difficult great small local national international public "
        + "special possible likely known controversial prominent dramatic wake concern issue problem way result reason role job view stand right event";

    // A line for words of one meaning, in all their forms that no stemmer brings together: either may stand in the other's place.
    private const string Synonyms = """
        die died dead death
        kill killed slain
        injure injured wound wounded hurt
        win won beat beaten defeat defeated triumph
        rise risen rose increase increased grow grew climb climbed soar soared surge surged raise raised hike hiked
        fall fell fallen drop dropped decrease decreased decline declined slump slumped plunge plunged
        lower lowered reduce reduced cut
        double doubled twice twofold
        jail jailed prison imprison imprisoned
        doctor physician medic
        firm company business
        country nation
        employee staff worker workforce
        buy bought purchase purchased acquire acquired
        build built construct constructed
        begin began begun start started launch launched
        end ended finish finished
        close closed shut
        criticise criticize condemn condemned
        reject rejected refuse refused
        approve approved passed
        reveal revealed disclose disclosed
        appoint appointed name named
        resign resigned quit
        sack sacked fired dismiss dismissed
        car vehicle
        lorry truck
        crash crashed collision collided
        fire blaze
        flat apartment
        scotland scottish
        wales welsh
        ireland irish
        france french
        spain spanish
        netherlands dutch
        us american america
        illegal illegally unlawful unlawfully
        quake earthquake
        scientist researcher
        child kid youngster
        film movie
        football soccer
        """;

    // A line for words of which one often follows from the other: they support, but stand in nobody's place.
    private const string Related = """
        die dead death kill killed fatal fatally murder murdered slain perish late
        injure injured injury wound wounded hurt
        win won winner victory victorious beat beaten defeat defeated triumph overcome
        lose lost loss losing defeat defeated beaten
        rise risen rose increase increased up grow grew growth climb soar surge higher raise raised hike
        fall fell fallen drop dropped decrease decline declined down slump plunge lower reduce reduced reduction cut
        jail jailed prison imprison imprisoned sentence sentenced bars term custody
        husband wife couple spouse married marriage
        robbery robbed rob raid raided heist theft stole stolen steal
        arrest arrested detain detained held custody
        doctor gp medic
        teacher school pupil schoolboy schoolgirl student teenager teenage
        firm company business corporation maker manufacturer group
        job employ employee staff worker workforce employment
        buy bought purchase acquire acquired acquisition takeover
        sell sold sale
        build built building construct construction
        start launch launched open opened opening
        end close closed closure
        warn warning caution fear
        criticise criticism criticize attack attacked
        support backed back backing supported endorse
        oppose opposed opposition against
        reject rejected turn decline declined
        approve approved approval agreed green
        reveal show shown emerged
        plan planned proposal proposed propose intend
        appoint named hire hired
        resign quit step stepped left leave departure
        vehicle van lorry motor driver car
        crash collided accident hit
        fire flames burn burned burnt
        police officer force detective constable
        judge court tribunal magistrate
        england english
        britain british uk
        germany german
        china chinese
        hospital clinic medical
        pregnant pregnancy baby birth born
        child children boy girl
        elderly older pensioner
        flat house home property
        money cash fund funding
        cost price fee expensive
        game match fixture tie
        striker forward scorer goal score
        draw drew level equaliser equalised
        sign signed signing deal contract join joined
        tax levy duty
        vote voted referendum election poll ballot
        law legislation bill legal legalise
        weapon gun shot shooting gunman gunmen
        storm hurricane typhoon flood
        scientist researcher study academic
        discover discovered found find discovery uncover
        """;

    private static readonly Lazy<Paraphrases> _english = new(static () => new Paraphrases("en", General, Synonyms, Related));

    private readonly FrozenSet<string> _general;
    private readonly FrozenDictionary<string, string[]> _synonyms;
    private readonly FrozenDictionary<string, string[]> _related;

    private Paraphrases(string language, string general, string synonyms, string related)
    {
        var vocabulary = new Vocabulary();
        var tokenizer = new Tokenizer(language, vocabulary);
        _general = Terms(general).ToFrozenSet(StringComparer.Ordinal);
        _synonyms = Others(synonyms);
        _related = Others(related);

        IEnumerable<string> Terms(string words) => tokenizer.Read(words).Select(token => vocabulary[token.Term]);

        FrozenDictionary<string, string[]> Others(string lines) => lines.Split('\n')
            .Select(line => Terms(line).ToArray())
            .SelectMany(line => line.Select(term => (Term: term, Line: line)))
            .GroupBy(pair => pair.Term, pair => pair.Line)
            .ToFrozenDictionary(group => group.Key, group => group.SelectMany(line => line).Distinct().ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Null where the language has no lists.</summary>
    public static Paraphrases? For(string language) => language == "en" ? _english.Value : null;

    /// <summary>Whether any list has a word.</summary>
    public bool Knows(Source source, Token token) =>
        source.Vocabulary[token.Term] is var term && (_general.Contains(term) || _synonyms.ContainsKey(term) || _related.ContainsKey(term));

    /// <summary>Whether a word says little by itself.</summary>
    public bool IsGeneral(Source source, Token token) => _general.Contains(source.Vocabulary[token.Term]);

    /// <summary>Whether the source has a word from which this one often follows.</summary>
    public bool IsRetold(Source source, Token token) => IsAmong(_synonyms, source, token, source.HasTerm) || IsAmong(_related, source, token, source.HasTerm);

    /// <summary>Whether one of two words is a general one, or one line of any list has both.</summary>
    public bool MayStandFor(Source source, Token token, Token other) =>
        IsGeneral(source, token) || IsGeneral(source, other) || IsAmong(_synonyms, source, token, term => term == other.Term) || IsAmong(_related, source, token, term => term == other.Term);

    /// <summary>Whether a word of one meaning with this one is among some of the source's.</summary>
    public bool HasSynonym(Source source, Token token, Token[] among) => IsAmong(_synonyms, source, token, term => Array.Exists(among, other => other.Term == term));

    private static bool IsAmong(FrozenDictionary<string, string[]> lines, Source source, Token token, Predicate<int> isThere) =>
        lines.TryGetValue(source.Vocabulary[token.Term], out var others) && Array.Exists(others, other => isThere(source.Vocabulary.Of(other)));
}
