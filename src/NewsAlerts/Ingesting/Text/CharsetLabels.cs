using System.Text;

namespace NewsAlerts.Ingesting.Text;

/// <summary>Charset labels as the web means them (WHATWG Encoding, section 4.2), on the encodings that .NET has.</summary>
internal static class CharsetLabels
{
    static CharsetLabels() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The charset to decode with; null for an unknown label, and for UTF-7, which hides markup from whoever looks for it.</summary>
    public static string? Resolve(string? label)
    {
        var name = label?.Trim().Trim('"', '\'').ToLowerInvariant();
        switch (name)
        {
            case null or "" or "utf-7" or "unicode-1-1-utf-7" or "x-user-defined" or "replacement":
                return null;
            case "utf8" or "unicode-1-1-utf-8":
                return "utf-8";
            case "utf-16le" or "unicode" or "ucs-2":
                return "utf-16";
            // What is called Latin-1 or ASCII has, in fact, the quotation marks of windows-1252.
            case "ascii" or "us-ascii" or "ansi" or "iso-8859-1" or "iso8859-1" or "iso88591" or "latin1" or "l1" or "cp1252" or "x-cp1252":
                return "windows-1252";
            case "iso-8859-9" or "latin5":
                return "windows-1254";
            case "iso-8859-11" or "tis-620":
                return "windows-874";
            case "gb2312" or "gbk" or "x-gbk" or "gb_2312-80" or "chinese":
                return "gb18030";
            case "sjis" or "shift-jis" or "x-sjis" or "ms_kanji" or "windows-31j" or "cp932":
                return "shift_jis";
            case "big5-hkscs" or "cn-big5" or "x-x-big5":
                return "big5";
            case "euc-kr" or "ks_c_5601-1987" or "ksc5601" or "korean" or "cp949" or "uhc":
                return "ks_c_5601-1987";
        }

        try
        {
            return Encoding.GetEncoding(name).WebName;
        }
        catch (Exception ex) when (ex is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    public static bool IsSingleByte(string charset) => Encoding.GetEncoding(charset).IsSingleByte;
}
