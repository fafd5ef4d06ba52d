using NewsAlerts.Local.Evaluating;

namespace NewsAlerts.Tests.Local.Evaluating;

/// <summary>
/// The values that google-research/rouge holds itself to (rouge_scorer_test.py; texts from its testdata/target.txt, prediction.txt and
/// pyrouge_files/*_multi.0.txt, Apache-2.0), most of them from runs of the original ROUGE-1.5.5.
/// </summary>
public sealed class RougeTests
{
    private const string Target0 =
        "ZfbCUIUuePaiLVUlCaUXxkpu XPeWing tUHfPMuZ',-Xd Y BrUgVJing M-HV.-DgdDaY.rFDJCRing Ht-LM EKBDXkME,yz'RBr q'wtion wIojNbN wL,b .a-'XdQggyFl jB-RPP'iyOIcUxer tKM L";

    private const string Target1 =
        "KsJdPByEtAor fE-Qg Dpdbring cw-WeFyu vC MoBL Xdn g wkvcEiGvKtion BDFhrpMtion psing sbKao Q m qiing LMmer HqqLFXe,XPY,J XsurkMer ,ed nB'wH'bWVHjWFEing tQ.saefZwJtKrTlixYpMMsJing "
        + "UCAPwNHeYVjDing c T BUySKtion gMPfJpwGw p'NvxAoping eu pBwMBKV'I DNxqelhu,PHPxDEq,mtion SN";

    private const string Target2 = "NhETebUbBk'er WOvoHMTjSRizKgH'vHiing Xu,hWxfs VkNE QhgKiLHE -HidivzoM.dO anhtion jbLQiSGDTCsuhREebUaKM dv J dVN tmbOT";

    private const string Target3 = "vMR HDm,xOAetion D,tion HJtodT.mHl UIv-p VjWH'BdyWjnfGU-OjT aEMdFICyLWfQMtion wEMfdOKing AwkeKbO 'DxqNOHBH qKtVvm OYJl mM";

    private const string Prediction0 = "rFDJCRtion Ht-LM EKtDXkME,yz'RBr q'wer wrojNbN wL,b .a-'XdQggyFl jB-RPP'iyOIcUxi";

    private const string Prediction1 =
        "n cw-WeFyu vC MoBL Xdn g wkvcEiGvKtion BDFhrpMer pstion sbKao Q m qier LMmed HqqLFXe,XPY,J XsurkMeo ,ed nB'wH'bWVHjWFEer tQ.saefZwJtKrTlixYpMMNJtion UCAPwNHeYVjD";

    private const string Prediction2 = "xfs VkJE QhgKiLHE -HidivzoM.dO anhing jbLQiSGDTCsuhREebUaKM dv J";

    private const string Prediction3 = "VjWH'BdyWjnfGU-OjTNaEMdFICyLWfQMing wEMfdOKijg AwkeKbO 'DxqNO";

    [Theory]
    [InlineData(Target0, Prediction0, 0.68750, 0.40741, 0.51163)]
    [InlineData(Target1, Prediction1, 0.69231, 0.42857, 0.52941)]
    [InlineData("testing one two", "testing", 1, 1 / 3d, 1 / 2d)]
    [InlineData("testing one two", "", 0, 0, 0)]
    public void Rouge_1_is_that_of_rouge_score(string target, string prediction, double precision, double recall, double f1) =>
        AssertScore(precision, recall, f1, Rouge.One(Tokens(target), Tokens(prediction)));

    [Theory]
    [InlineData(Target0, Prediction0, 0.53333, 0.30769, 0.39024)]
    [InlineData(Target1, Prediction1, 0.48000, 0.29268, 0.36364)]
    [InlineData("testing one two", "testing one", 1, 1 / 2d, 2 / 3d)]
    [InlineData("testing one two", "", 0, 0, 0)]
    public void Rouge_2_is_that_of_rouge_score(string target, string prediction, double precision, double recall, double f1) =>
        AssertScore(precision, recall, f1, Rouge.Two(Tokens(target), Tokens(prediction)));

    [Theory]
    [InlineData(Target0 + "\n" + Target1 + "\n" + Target2 + "\n" + Target3, Prediction0 + "\n" + Prediction1 + "\n" + Prediction2 + "\n" + Prediction3, 0.66667, 0.36538, 0.47205)]
    [InlineData("w1 w2 w3 w4 w5", "w1 w2 w6 w7 w8\nw1 w3 w8 w9 w5", 0.4, 0.8, 0.53333)]
    [InlineData("w1 w2 w3 w4 w5", "", 0, 0, 0)]
    [InlineData("", "w1", 0, 0, 0)]
    [InlineData("w1 w2 w3 w4 w5", "/", 0, 0, 0)]
    public void Rouge_Lsum_is_that_of_rouge_score(string target, string prediction, double precision, double recall, double f1) =>
        AssertScore(precision, recall, f1, Rouge.Lsum(Tokens(target), Tokens(prediction)));

    [Fact]
    public void Stemming_spares_short_words_and_unicode_words_stay_whole()
    {
        Assert.Equal(["was", "run", "in", "2", "citi"], RougeTokens.Of("Was running in 2 cities", unicode: false));
        Assert.Equal(["ng", "i", "d", "n"], RougeTokens.Of("Người dân", unicode: false));
        Assert.Equal(["người", "dân", "running"], RougeTokens.Of("Người dân running", unicode: true));
    }

    private static string[][] Tokens(string text) => [.. text.Split('\n').Select(sentence => RougeTokens.Of(sentence, unicode: false))];

    private static void AssertScore(double precision, double recall, double f1, Overlap overlap)
    {
        Assert.Equal(precision, overlap.Precision, 5);
        Assert.Equal(recall, overlap.Recall, 5);
        Assert.Equal(f1, overlap.F1, 5);
    }
}
