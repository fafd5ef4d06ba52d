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

    // A line for words of one meaning, in all their forms that no stemmer brings together.
    private const string Alike = """
        die dead death kill killed fatal fatally murder murdered slain perish late
        injure injured injury wound wounded hurt
        win won winner victory victorious beat beaten defeat defeated triumph overcome
        lose lost loss losing defeat defeated beaten
        rise risen rose increase increased up grow grew growth climb soar surge higher raise raised hike
        fall fell fallen drop dropped decrease decline declined down slump plunge lower reduce reduced reduction cut
        double doubled twice twofold
        jail jailed prison imprison imprisoned sentence sentenced bars term custody
        husband wife couple spouse married marriage
        robbery robbed rob raid raided heist theft stole stolen steal
        arrest arrested detain detained held custody
        doctor gp physician medic
        teacher school pupil schoolboy schoolgirl student teenager teenage
        firm company business corporation maker manufacturer group
        job employ employee staff worker workforce employment
        buy bought purchase purchased acquire acquired acquisition takeover
        sell sold sale
        build built building construct construction
        begin began begun start started launch launched open opened opening
        end ended finish finished close closed shut closure
        warn warning caution fear
        criticise criticism criticize condemn attack attacked
        support backed back backing supported endorse
        oppose opposed opposition against
        reject rejected refuse refused turn decline declined
        approve approved approval agreed green passed
        reveal revealed show shown disclose disclosed emerged
        plan planned proposal proposed propose intend
        appoint appointed name named hire hired
        resign resigned quit step stepped left leave departure
        sack sacked fired dismissed dismiss
        car vehicle van lorry truck motor driver
        crash crashed collision collided accident hit
        fire blaze flames burn burned burnt
        police officer force detective constable
        judge court tribunal magistrate
        england english
        scotland scottish scots
        wales welsh
        ireland irish
        britain british uk
        france french
        spain spanish
        germany german
        netherlands dutch
        china chinese
        us american america
        hospital clinic medical
        pregnant pregnancy baby birth born
        child children kid boy girl youngster
        elderly older pensioner
        flat apartment house home property
        money cash fund funding
        cost price fee expensive
        game match fixture tie
        striker forward scorer goal score
        draw drew level equaliser equalised
        sign signed signing deal contract join joined
        tax levy duty
        vote voted referendum election poll ballot
        law legislation bill legal legalise
        illegal illegally unlawful unlawfully
        weapon gun shot shooting gunman gunmen
        storm hurricane typhoon flood
        quake earthquake
        scientist researcher study academic
        discover discovered found find discovery uncover
        """;

    private static readonly Lazy<Paraphrases> _english = new(static () => new Paraphrases("en", General, Alike));

    private readonly FrozenSet<string> _general;
    private readonly FrozenDictionary<string, string[]> _alike;

    private Paraphrases(string language, string general, string alike)
    {
        var vocabulary = new Vocabulary();
        var tokenizer = new Tokenizer(language, vocabulary);
        _general = Terms(general).ToFrozenSet(StringComparer.Ordinal);
        _alike = alike.Split('\n').Select(line => Terms(line).ToArray())
            .SelectMany(line => line.Select(term => (Term: term, Line: line)))
            .GroupBy(pair => pair.Term, pair => pair.Line)
            .ToFrozenDictionary(group => group.Key, group => group.SelectMany(line => line).Distinct().ToArray(), StringComparer.Ordinal);

        IEnumerable<string> Terms(string words) => tokenizer.Read(words).Select(token => vocabulary[token.Term]);
    }

    /// <summary>Null where the language has no lists.</summary>
    public static Paraphrases? For(string language) => language == "en" ? _english.Value : null;

    /// <summary>Whether a word says little by itself.</summary>
    public bool IsGeneral(Source source, Token token) => _general.Contains(source.Vocabulary[token.Term]);

    /// <summary>Whether the source has a word that may stand for this one.</summary>
    public bool IsRetold(Source source, Token token) =>
        _alike.TryGetValue(source.Vocabulary[token.Term], out var others) && Array.Exists(others, other => source.SentencesWith(source.Vocabulary.Of(other)).Count > 0);
}
