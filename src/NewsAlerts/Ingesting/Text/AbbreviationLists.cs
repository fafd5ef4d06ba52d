namespace NewsAlerts.Ingesting.Text;

/// <summary>Abbreviations without their last full stop, parted by white space, in the case they are written in.</summary>
internal sealed record AbbreviationList(string Never = "", string BeforeNumber = "", string Months = "", string MayEnd = "", string Times = "");

/// <summary>
/// Which word before a full stop is an abbreviation, by language, from what news of that language uses. A word that is also an ordinary
/// word of the language is in only where case or a following number tells them apart.
/// </summary>
internal static class AbbreviationLists
{
    /// <summary>Written with spaces inside, in any language.</summary>
    public const string Spaced =
        "z.B z.b d.h D.h u.a u.U o.ä u.ä z.T v.a i.d i.d.R d.R s.o s.u v.Chr n.Chr e.V o.g a.D m.E i.e e.g p.ej EE.UU EE.UU.AA JJ.OO FF.AA RR.HH a.C d.C "
        + "p.ex P.ex b.v m.a.w a.u.b t.o.v i.p.v т.е т.д т.п и.о н.э т.к т.н J.-C av.J.-C ap.J.-C Ph.D";

    /// <summary>Months that a German or Scandinavian ordinal precedes: "3. Oktober". Those with other senses in English aren't here.</summary>
    public const string OrdinalMonths =
        "Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember Jahrhundert Jahrhunderts Liga Bundesliga";

    /// <summary>What follows "a.m." within its sentence.</summary>
    public const string TimeWords =
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT BST UTC IST "
        + "CET CEST HKT AEST Eastern Pacific Central Mountain Greenwich British Atlantic January February March April May June July August September "
        + "October November December Jan Feb Mar Apr Aug Sept Oct Nov Dec Local";

    /// <summary>Titles and terms that news in every language carries, none of which is a word elsewhere.</summary>
    public static readonly AbbreviationList Everywhere = new(
        Never: "Mr Mrs Ms Dr Prof Mme Mlle Sra Srta Dra Hr vs Vs St Ste e.g i.e E.g I.e cf Cf Lt Capt Sgt Gen Col Rev Hon Mgr Msgr feat ft",
        BeforeNumber: "Nr Nos nos No no Vol vol pp p Fig fig Art art Abs Ch ch Sec sec Ziff Rs Rm Bd Kap",
        MayEnd: "Inc Ltd Co Corp etc Jr Sr Bros Pvt Cie Cía Ph.D",
        Times: "a.m p.m A.m P.m A.M P.M");

    public static bool Has(string language) => language is "en" || Lists(language) is not null;

    public static AbbreviationList For(string language) => Lists(language) ?? English;

    private static AbbreviationList? Lists(string language) => language switch
    {
        "de" or "lb" => European.German,
        "fr" => European.French,
        "es" or "ca" or "gl" => European.Spanish,
        "pt" => European.Portuguese,
        "it" => European.Italian,
        "nl" or "af" => European.Dutch,
        "pl" => European.Polish,
        "sv" or "da" or "nb" or "no" or "nn" => European.Scandinavian,
        "ru" or "uk" or "be" or "bg" => European.Cyrillic,
        "cs" or "sk" => European.Czech,
        "el" => European.Greek,
        "tr" or "az" => European.Turkish,
        "vi" => Asian.Vietnamese,
        "id" or "ms" => Asian.Malay,
        "hi" or "mr" or "ne" or "bn" or "gu" or "pa" => Asian.Indic,
        "ar" or "fa" or "ur" => Asian.Arabic,
        _ => null,
    };

    private static readonly AbbreviationList English = new(
        Never:
            "Messrs Mx Gov Govs Sen Sens Rep Reps Pres Lt Ltd-Gen Cmdr Cdr Cpl Pvt Pfc Maj Brig Adm Sgts Drs Profs Supt Det Insp Amb Atty Asst Assoc Dep Dir "
            + "Fr Br Bp Rt Ald Cllr Comdr Spc Spec Ens Mt Ft Pt Pte Hon Rev Revd Ven Sec-Gen Lieut Col Gens Cols Capts Dist Prov Sgt.Maj approx Approx esp "
            + "viz incl excl Shri Smt Sh Adv Er Ar Wg Sqn Flt Gp Def Lt.Gen Lt.Col Maj.Gen Brig.Gen",
        BeforeNumber: "para paras par pg pgs ed eds chap vols figs Sect Para Chap Pg Ex Eq eq Op op Rs ext Ext Ver ver Apt Rm bros Cat",
        Months: "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri",
        MayEnd:
            "Esq Est est Dept dept Assn Assoc Univ Intl Int'l Mfg Pty Plc plc LLC L.L.C Ave ave Blvd blvd Rd Hwy Pkwy Sq Ln Ste Bldg Natl Nat'l Govt govt "
            + "Ala Ariz Ark Calif Cal Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Md Mich Minn Mont Neb Nebr Nev Okla Ore Oreg Penn Pa "
            + "Tenn Tex Va Vt Wash Wis Wisc Wyo Ont Que Alta Sask Man al mins hrs secs lbs oz sq cu mph");
}
