using NewsAlerts.Summarizing.Embedded;

namespace NewsAlerts.Summarizing.Headlines;

/// <summary>The closed classes of English, and the verbs that news is told with: all that the compressor knows of grammar.</summary>
internal static class EnglishWords
{
    public static readonly WordSet Articles = Set("the a an");

    /// <summary>Finite by themselves.</summary>
    public static readonly WordSet Auxiliaries = Set(
        "is are was were has have had will would can could may might must should shall do does did isn't aren't wasn't weren't "
        + "hasn't haven't hadn't won't wouldn't can't cannot couldn't didn't doesn't don't shouldn't");

    /// <summary>Irregular past tenses, and present forms that are seldom nouns.</summary>
    public static readonly WordSet Verbs = Set(
        "said says told tells won wins beat beats lost loses went goes made makes took takes came comes gave gives got gets saw sees "
        + "found finds held holds left leaves met meets paid pays put puts ran runs sent sends "
        + "set sets shot struck spent stood sold sells sought seeks spoke swept swore threw thought understood wore wrote writes began "
        + "begins became becomes broke breaks brought brings built builds bought buys caught chose "
        + "cut cuts dealt drew drove fell falls fought flew forgot forgave froze grew grows hit hits hid kept keeps knew knows laid "
        + "led leads lent let lets lit meant read rode rose rises rang sank sang shook shut slid split spread stole stuck stung swung "
        + "taught tore thrust woke "
        + "wants faces urges warns hopes believes expects insists claims denies admits agrees announces approves asks backs bans "
        + "becomes blames confirms considers continues criticises criticizes decides defends demands describes "
        + "dies ends enters faces fails fears gains gives heads helps joins kills launches loses needs offers opens orders owns plans "
        + "predicts prepares promises proposes pulls pushes quits raises reaches receives rejects releases remains "
        + "reports resigns returns reveals says seems shows signs starts stays stops suffers suggests supports thinks threatens tops "
        + "tries turns unveils vows wins works");

    public static readonly WordSet Prepositions = Set(
        "in on at by for with from into over under about against between through during amid among across around near outside inside "
        + "off onto towards toward without within despite following including like regarding "
        + "up down out behind beyond along throughout since until till via per upon beside besides above below concerning");

    /// <summary>What opens another clause.</summary>
    public static readonly WordSet Subordinators = Set(
        "after before while as because when although though if unless whether where whereas once but so which who whose whom that "
        + "and or nor yet than");

    public static readonly WordSet Days = Set("monday tuesday wednesday thursday friday saturday sunday");

    public static readonly WordSet Months = Set("january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec");

    /// <summary>Participles that are nothing else, so that an active clause cannot have them without its auxiliary.</summary>
    public static readonly WordSet PureParticiples = Set("known seen given taken written driven drawn shown stolen beaten broken chosen grown thrown worn spoken done");

    public static readonly WordSet Numerals = Set("four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion");

    /// <summary>With "of", they count: "hundreds of thousands".</summary>
    public static readonly WordSet Multitudes = Set("dozens scores hundreds thousands millions billions number lot lots");

    /// <summary>What makes one verb with the word before: "snapped up".</summary>
    public static readonly WordSet Particles = Set("up out down off away back together apart aside");

    /// <summary>Opens what somebody says, never the second half of a noun: "policy on immigration, saying …".</summary>
    public static readonly WordSet Tellings = Set("saying warning arguing claiming telling adding insisting suggesting accusing calling urging");

    /// <summary>Between two prepositions, they make one: "in connection with", "on behalf of".</summary>
    public static readonly WordSet HalfPrepositions = Set(
        "connection relation response addition light behalf charge favour favor part front terms case order means grounds result return line wake view spite lieu support search need place exchange "
        + "respect regard accordance conjunction cooperation collaboration protest honour honor memory preparation danger risk control pursuit view breach");

    /// <summary>Nouns that say little until it is said with, to or about whom.</summary>
    public static readonly WordSet Relational = Set(
        "battle fight war row dispute talks deal agreement relations ties links meeting clash feud struggle campaign response reaction answer approach access opposition threat relationship contract truce "
        + "negotiations discussions pact alliance partnership merger rivalry conflict compromise contact");

    /// <summary>Nouns that say little until it is said to do what.</summary>
    public static readonly WordSet Purposes = Set(
        "chance right decision bid attempt attempts effort efforts opportunity permission pressure need ability willingness pledge promise vow refusal failure licence license");

    /// <summary>Verbs whose object is to do something: "wants his son to stay" does not say "wants his son".</summary>
    public static readonly WordSet Prompting = Set(
        "want wants wanted ask asks asked urge urges urged tell tells told order orders ordered force forces forced allow allows allowed expect expects expected invite invites invited persuade persuaded "
        + "encourage encourages encouraged warn warns warned enable enables enabled cause causes caused help helps helped advise advises advised get gets got require requires required");

    /// <summary>What may follow a verb that has said all, whether it has an object or not.</summary>
    public static readonly WordSet AdjunctOpeners = Set("after before as while when because since amid despite following although");

    /// <summary>Prepositions that belong to the verb before them more often than not: "came from", "turned into".</summary>
    public static readonly WordSet Completing = Set("from into with about against upon through towards onto under between by");

    /// <summary>Verbs and adjectives that wait for another verb or a particle: "is going", "is likely".</summary>
    public static readonly WordSet Unfinished = Set(
        "going due able likely unlikely ready supposed used seeking trying planning hoping taking making putting getting looking bound willing unable keen stay");

    /// <summary>What "after", "ago" and the like are counted in.</summary>
    public static readonly WordSet Spans = Set("second seconds minute minutes hour hours day days week weeks month months year years decade decades century centuries");

    /// <summary>What a span of time waits for.</summary>
    public static readonly WordSet SpanEnds = Set("after before ago since later earlier into early old from to");

    /// <summary>Adjectives that only stand before a noun, or say nothing after one.</summary>
    public static readonly WordSet Attributive = Set(
        "entire whole main chief former mere sheer utter sole joint senior junior public private local national federal regional international global central northern southern "
        + "eastern western new old major minor first second third fourth fifth final next previous current recent latest top leading key potential possible alleged so-called "
        + "social economic political financial military medical legal human real full half double single annual daily weekly monthly early late big small large huge young "
        + "high low long short controversial");

    /// <summary>What a sentence opens with whose first half says nothing alone.</summary>
    public static readonly WordSet Openers = Set("when if because although though while as once unless");

    /// <summary>What opens a clause that needs a verb of its own.</summary>
    public static readonly WordSet ClauseOpeners = Set("that who which where when if because while whether");

    /// <summary>What a statement is not true without.</summary>
    public static readonly WordSet Conditions = Set("if unless until without but except than provided whether");

    /// <summary>With a participle they make a whole verb.</summary>
    public static readonly WordSet Being = Set("is are was were be been being");

    /// <summary>Auxiliaries that a headline does without.</summary>
    public static readonly WordSet Omissible = Set("has have had was were is are");

    /// <summary>What "a" belongs to: "50 times a year", "a few".</summary>
    public static readonly WordSet Units = Set(
        "day week month year share barrel lot few little number while third quarter half dozen hundred million");

    /// <summary>What "a" belongs to where it comes before: "once a day", "such a".</summary>
    public static readonly WordSet Counting = Set("once twice times half such quite many");

    /// <summary>What says when, and can go from the end.</summary>
    public static readonly WordSet Times = Set(
        "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight last next this earlier later "
        + "recently again ago now");

    /// <summary>Nothing ends on one of these.</summary>
    private static readonly WordSet _functionWords = WordSet.Of(
        "of to not no nor than then too very more most less least such own same other another each every any some all both few "
        + "several many much these those this that its his her their our my your whose "
        + "i he she it we they you him them us me who what which how why be been being am also just only even still already almost "
        + "nearly about ever never sometimes often always might've quite rather so-called just set it's he's she's they're there here "
        + "itself himself herself themselves myself yourself ourselves again once "
        + "one two three mr mrs ms dr sir said says told according including due because per vs versus wants",
        Articles,
        Auxiliaries,
        Prepositions,
        Subordinators);

    /// <summary>Verbs of saying, as an attribution has them.</summary>
    public static readonly WordSet Sayings = Set(
        "said says say told according reported reports report announced announces added adds confirmed claimed claims revealed "
        + "stated suggests suggested warned warns showed shows believes argued insisted learned decided ruled found heard");

    /// <summary>Irregular participles that are past tenses too, so that a headline may drop the auxiliary.</summary>
    public static readonly WordSet Participles = Set(
        "won made sold found held left lost met paid put set struck shot spent brought built bought caught cut dealt hit kept laid "
        + "led sent told hurt taught sought fought split jailed died");

    public static bool IsFunctionWord(string word) => _functionWords.Contains(word);

    private static WordSet Set(string words) => WordSet.Of(words);
}
