using System.Text;
using NewsAlerts.Ingesting.Text;

namespace NewsAlerts.Tests.Ingesting.Text;

public class EncodingDetectorTests
{
    private const string French = "Le conseil a décidé hier de rénover l’école élémentaire où les élèves étaient privés de chauffage. « C’est très tôt », a protesté le maire.";
    private const string Russian = "Городской совет вчера решил отремонтировать школу, в которой ученики остались без отопления. Мэр города выступил против этого решения.";
    private const string Japanese = "市議会は昨日、暖房のない学校を修理することを決定した。市長はこの決定に反対した。住民は新しい計画を歓迎している。";

    static EncodingDetectorTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_byte_order_mark_decides(string charset)
    {
        var encoding = Encoding.GetEncoding(charset);

        Assert.Equal(French, Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(French)], "windows-1251")?.Text);
    }

    [Theory]
    [InlineData(French, "windows-1252", "iso-8859-1", "windows-1252")]
    [InlineData(French, "utf-8", "UTF-8", "utf-8")]
    [InlineData(Russian, "koi8-r", "KOI8-R", "koi8-r")]
    [InlineData(Japanese, "shift_jis", "x-sjis", "shift_jis")]
    [InlineData(Japanese, "euc-jp", "EUC-JP", "euc-jp")]
    public void A_true_declaration_decides(string text, string charset, string declared, string expected)
    {
        var decoded = Decode(Encoding.GetEncoding(charset).GetBytes(text), declared);

        Assert.Equal(new DecodedText(text, expected), decoded);
    }

    [Theory]
    [InlineData(French, "windows-1252", "utf-8")]
    [InlineData(French, "utf-8", "iso-8859-1")]
    [InlineData(French, "utf-8", "utf-16")]
    [InlineData(French, "utf-8", "no-such-charset")]
    [InlineData(Russian, "windows-1251", "utf-8")]
    public void A_false_declaration_does_not(string text, string charset, string declared) =>
        Assert.Equal(text, Decode(Encoding.GetEncoding(charset).GetBytes(text), declared)?.Text);

    [Theory]
    [InlineData(French, "utf-8")]
    [InlineData(French, "utf-16")]
    [InlineData(French, "utf-16BE")]
    [InlineData(French, "windows-1252")]
    [InlineData(Russian, "windows-1251")]
    [InlineData(Russian, "koi8-r")]
    [InlineData(Japanese, "shift_jis")]
    [InlineData(Japanese, "euc-jp")]
    [InlineData(Japanese, "iso-2022-jp")]
    public void An_undeclared_charset_is_found(string text, string charset) =>
        Assert.Equal(text, Decode(Encoding.GetEncoding(charset).GetBytes(text), null)?.Text);

    [Fact]
    public void Utf7_is_not_believed() => Assert.Equal("+ADw-script+AD4-", Decode("+ADw-script+AD4-"u8.ToArray(), "utf-7")?.Text);

    [Fact]
    public void Binary_data_is_no_text()
    {
        var noise = new byte[4_096];
        new Random(5).NextBytes(noise);

        Assert.Null(Decode(noise, null));
        Assert.Null(Decode(noise, "windows-1252"));
        Assert.Null(Decode([.. "Some text"u8, 0, .. "and more, with a NUL in between it all"u8], "utf-8"));
        Assert.Null(Decode("%PDF-1.7 and so on"u8.ToArray(), null));
    }

    [Fact]
    public void No_bytes_are_an_empty_text() => Assert.Equal("", Decode([], null)?.Text);

    [Theory]
    [InlineData("<?xml version=\"1.0\" encoding='koi8-r'?><rss/>", "koi8-r")]
    [InlineData("<html><head><meta charset=utf-8>", "utf-8")]
    [InlineData("<META http-equiv=\"Content-Type\" content=\"text/html; charset=Windows-1251\">", "Windows-1251")]
    [InlineData("<html><p>charset=utf-8</p>", null)]
    [InlineData("", null)]
    public void A_document_names_its_charset(string text, string? expected) => Assert.Equal(expected, DeclaredCharset.Sniff(Encoding.Latin1.GetBytes(text)));

    private static DecodedText? Decode(byte[] bytes, string? declared) => EncodingDetector.Decode(bytes, declared);
}
