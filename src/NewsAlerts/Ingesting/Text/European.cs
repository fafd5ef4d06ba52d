namespace NewsAlerts.Ingesting.Text;

/// <summary>Abbreviations of European languages other than English.</summary>
internal static class European
{
    public static readonly AbbreviationList German = new(
        Never:
            "Fr Hrn Frl Dipl Ing Dipl-Ing Dres Mag Univ Prof bzw ca Ca evtl ggf inkl exkl bspw z.B z.b d.h D.h u.a u.U z.T v.a i.d.R o.g sog vgl Vgl geb gest St Sankt "
            + "Hl hl röm-kath ev kath dt engl franz amerik russ Abt Abb Anm Aufl gem einschl zzgl abzgl mind max durchschn ehem stellv "
            + "jr Min Präs Gen Oberst Lt Hptm rd verh led vers bes insb insbes ugs urspr wg zw Mrd-Euro",
        BeforeNumber: "Nr Art Abs Ziff Kap Bd S Tel Str Jh Jg Abschn",
        Months: "Jan Feb Mrz Apr Jun Jul Aug Sep Sept Okt Nov Dez Mo Di Mi Do Fr Sa So",
        MayEnd: "usw etc u.v.m u.ä o.ä usf Mio Mrd Tsd Std Str GmbH e.V a.D n.Chr v.Chr Chr Jh Jhs Co Min Sek");

    public static readonly AbbreviationList French = new(
        Never:
            "M MM Me Mes Mgr Mlles Mmes Dr Drs Pr St Ste S.M av env cf p.ex Cf ex hab tél Tél av bd Bd boul éd art vol chap fig pp qq sté Sté dir réf min max "
            + "Gal Cdt Lt Cel ap",
        BeforeNumber: "no n art Art p pp vol tome chap",
        Months: "janv févr avr juil sept oct nov déc",
        MayEnd: "etc Cie J.-C S.A S.A.R.L apr");

    public static readonly AbbreviationList Spanish = new(
        Never:
            "Sr Sres Sra Sras Srta Srtas D Dª Da Dña Don Dr Dra Dres Dras Ing Lic Licda Arq Prof Profa Gral Cnel Tte Cap Capt Cmdte Sgto Mons Excmo Excma Ilmo Ilma Pdte "
            + "Pdta Fr Hno Hna Pbro Sto Sta Ud Uds Vd Vds p.ej ej Av Avda Avd C cf aprox máx mín tel Tel dpto Dpto Depto depto gob Gob prof EE",
        BeforeNumber: "núm núms Núm nº n pág págs p art arts Art cap caps vol fig No",
        Months: "ene feb mar abr may jun jul ago sep sept oct nov dic",
        MayEnd: "etc Cía S.A S.L a.C d.C UU EE.UU E.U UU.AA",
        Times: "a.m p.m");

    public static readonly AbbreviationList Portuguese = new(
        Never:
            "Sr Srs Sra Sras Srta D Dr Drs Dra Dras Prof Profa Profs Eng Arq Gen Cel Maj Cap Ten Sgt Exmo Exma Ilmo Ilma V.Exa S.Exa Pe Fr Ir Sto Sta "
            + "Av R Pça Pca Trav tel Tel ex Ex aprox máx mín cf Dep Gov Min Pres",
        BeforeNumber: "n núm pág págs p art Art cap vol fig nº",
        Months: "jan fev mar abr mai jun jul ago set out nov dez",
        MayEnd: "etc Cia Ltda S.A a.C d.C E.U.A EUA");

    public static readonly AbbreviationList Italian = new(
        Never:
            "Sig Sigg Sig.ra Sig.na sig sigg sig.ra Dott dott Dott.ssa dott.ssa Prof prof Prof.ssa prof.ssa Ing ing Avv avv Arch arch Geom geom Rag On on Gen gen Col "
            + "Cap Ten Mar Mons mons Don S Ss Sen sen Min Pres Dr Dr.ssa Cav Comm Rev Card card Egr Gent Spett Sc cfr Cfr es Es pag ca cd c.d ecc.le V.le v.le P.za",
        BeforeNumber: "n nn num art artt Art pag pagg p pp vol cap tel fig sez",
        Months: "gen feb mar apr mag giu lug ago set sett ott nov dic",
        MayEnd: "ecc etc S.p.A S.r.l a.C d.C Spa Srl");

    public static readonly AbbreviationList Dutch = new(
        Never:
            "dhr Dhr mevr Mevr mw Mw mr Mr drs Drs dr Dr ir Ir ing Ing prof Prof ds Ds jhr St bijv Bijv bv b.v m.b.t m.a.w t.o.v i.p.v d.w.z t/m o.a i.v.m a.h.w z.g zgn "
            + "ca evt incl excl resp vgl nl m.n gen Gen kol Kol lt min max gem",
        BeforeNumber: "nr Nr nrs art Art blz p pag hfst tel jl",
        Months: "jan feb mrt apr jun jul aug sep sept okt nov dec",
        MayEnd: "enz etc e.d N.V B.V e.a a.u.b Chr jl mln mld");

    public static readonly AbbreviationList Polish = new(
        Never:
            "dr mgr inż prof hab gen płk ppłk mjr kpt por ppor sierż ks bp abp kard św Św śp im ul al pl os np tzn tzw tj m.in ok woj pow gm red lek mec dyr zob por wg ds "
            + "pt śp",
        BeforeNumber: "nr art ust pkt poz str s t tel",
        MayEnd: "itd itp r w godz zł gr tys mln mld proc ur zm br");

    public static readonly AbbreviationList Scandinavian = new(
        Never: "bl.a t.ex f.eks f.Kr e.Kr d.v.s dvs dr prof ca Ca kl Kl jf jfr inkl ekskl exkl vs hr fr frk st tlf tel max min resp s.k såk p.g.a pga m.m.a eks adm dir",
        BeforeNumber: "nr Nr art s kap stk § pkt",
        Months: "jan feb mar apr jun jul aug sep sept okt nov dec des",
        MayEnd: "osv etc m.m mm m.fl mfl o.l o.s.v mill mio mia mrd");

    public static readonly AbbreviationList Cyrillic = new(
        Never: "г гг ул пл пр просп пер им проф акад доц д-р канд чл корр ген полк подп майор кап ст св о и.о вр т.е т.к т.н тел напр м обл р-н пос с дер ред сост вул м акад ім",
        BeforeNumber: "стр рис табл гл п пп ст № кв д корп оф",
        Months: "янв фев февр мар апр июн июл авг сен сент окт ноя нояб дек",
        MayEnd: "др пр т.д т.п т.п руб коп тыс млн млрд трлн долл чел экз гг н.э");

    public static readonly AbbreviationList Czech = new(
        Never: "Bc Mgr Ing MUDr JUDr PhDr RNDr doc prof Doc Prof gen plk pplk mjr kpt npor por sv např tzv tj resp popř přibl cca event vs nám ul tř dr Dr arch hl",
        BeforeNumber: "č čl odst str s tel obr kap",
        MayEnd: "atd apod aj mil mld tis s.r.o a.s hod min");

    public static readonly AbbreviationList Greek = new(
        Never: "κ κα κ.κ κκ Δρ Καθ καθ π.χ δηλ λ.χ βλ Βλ Αγ αγ οδ αρ τηλ στρ υπ",
        BeforeNumber: "αρ αριθ σ σελ άρθρ παρ τόμ",
        Months: "Ιαν Φεβ Μαρ Απρ Μάι Ιουν Ιουλ Αυγ Σεπ Οκτ Νοε Δεκ",
        MayEnd: "κ.λπ κλπ κ.ά κτλ κ.τ.λ εκατ δισ Α.Ε μ.Χ π.Χ",
        Times: "π.μ μ.μ");

    public static readonly AbbreviationList Turkish = new(
        Never: "Dr Prof Doç Yrd Av Op Org Alb Yzb Tğm Sn Hz örn Örn bkz Bkz Cad Sok Mah Bul Uzm Öğr Gör Müh",
        BeforeNumber: "No no s md Tel",
        MayEnd: "vb vs vd A.Ş Ltd Şti M.Ö M.S");
}
