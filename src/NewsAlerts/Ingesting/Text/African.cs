namespace NewsAlerts.Ingesting.Text;

/// <summary>Abbreviations of African languages, beside the English and French ones that their news uses.</summary>
internal static class African
{
    public static readonly AbbreviationList Bantu = new(
        Never: "Bw Bi Mhe Mh Owek Omu Omw Omuk Muky Rtd Ssaabo Gen Col Maj Brig Capt Sgt Sen Gov Rep Hon Rev Mt Ft",
        BeforeNumber: "uk Uk",
        MayEnd: "n.k nk k.m k.v n.k.w");
}
