namespace NewsAlerts.Ingesting.Text;

/// <summary>Abbreviations of Asian languages that write them with a full stop.</summary>
internal static class Asian
{
    public static readonly AbbreviationList Vietnamese = new(
        Never: "TP Tp tp TX Tx Q P H GS PGS TS ThS Th.S BS Bs KS LS Ls NSND NSƯT NS Mr Mrs Ths Ts PGS.TS GS.TS BS.CK TS.BS St Dr X KTS ĐD CN Đ Tr tr",
        BeforeNumber: "Số số tr Tr Q P Đ",
        MayEnd: "v.v vv TP.HCM T.Ư");

    public static readonly AbbreviationList Malay = new(
        Never: "Dr Drs Dra Ir Prof H Hj Jl Jln Kol Letjen Mayjen Brigjen Jend Jenderal Sdr Sdri Bpk Tn Ny Kab Kec Kel Kep Dt Tan Tuan Gg Gd Kompol AKP AKBP Ustaz Ust dr a.n u.p",
        BeforeNumber: "No no hlm hal Pasal ps",
        MayEnd: "dll dsb dst dkk Tbk S.H S.E M.Si S.Pd Bhd Sdn S.Sos M.M");

    public static readonly AbbreviationList Indic = new(
        Never: "डॉ प्रो श्री पं कु मो सं रु ई डा ड‍ॉ डॉक्टर जस्टि एड स्व ডা ড প্রফেসর মো মু ডঃ ડૉ પ્રો ਡਾ ਪ੍ਰੋ",
        MayEnd: "");

    public static readonly AbbreviationList Arabic = new(
        Never: "د أ م ا ص ب ج هـ ق",
        BeforeNumber: "ص ج",
        MayEnd: "م هـ");
}
