using System.Text;

namespace NewsAlerts.Ingesting.Text;

/// <summary>Writing systems that tell languages apart, as far as the detector needs them (blocks of Unicode 16).</summary>
internal enum TextScript
{
    None,
    Latin,
    Cyrillic,
    Arabic,
    Ethiopic,
    Devanagari,
    Han,
    Kana,
    Hangul,
    Greek,
    Hebrew,
    Armenian,
    Georgian,
    Thai,
    Lao,
    Khmer,
    Burmese,
    Tibetan,
    Bengali,
    Gurmukhi,
    Gujarati,
    Oriya,
    Tamil,
    Telugu,
    Kannada,
    Malayalam,
    Sinhala,
    Thaana,
}

internal static class TextScripts
{
    /// <summary>The script of over half of the letters; Kana decides already with a tenth, since Japanese is mostly Han.</summary>
    public static TextScript Of(ReadOnlySpan<char> text, out int letters)
    {
        Span<int> counts = stackalloc int[(int)TextScript.Thaana + 1];
        counts.Clear();
        letters = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetter(rune))
            {
                letters++;
                counts[(int)Of(rune.Value)]++;
            }
        }

        var east = counts[(int)TextScript.Han] + counts[(int)TextScript.Kana];
        if (east * 2 > letters)
        {
            return counts[(int)TextScript.Kana] * 10 >= east ? TextScript.Kana : TextScript.Han;
        }

        for (var script = 1; script < counts.Length; script++)
        {
            if (counts[script] * 2 > letters)
            {
                return (TextScript)script;
            }
        }

        return TextScript.None;
    }

    private static TextScript Of(int c) => c switch
    {
        < 0x250 or (>= 0x1E00 and < 0x1F00) or (>= 0x250 and < 0x2B0) or (>= 0xA720 and < 0xA800) => TextScript.Latin,
        >= 0x370 and < 0x400 or (>= 0x1F00 and < 0x2000) => TextScript.Greek,
        >= 0x400 and < 0x530 => TextScript.Cyrillic,
        >= 0x530 and < 0x590 => TextScript.Armenian,
        >= 0x590 and < 0x600 => TextScript.Hebrew,
        (>= 0x600 and < 0x700) or (>= 0x750 and < 0x780) or (>= 0xFB50 and < 0xFE00) or (>= 0xFE70 and < 0xFF00) => TextScript.Arabic,
        >= 0x780 and < 0x7C0 => TextScript.Thaana,
        >= 0x900 and < 0x980 => TextScript.Devanagari,
        >= 0x980 and < 0xA00 => TextScript.Bengali,
        >= 0xA00 and < 0xA80 => TextScript.Gurmukhi,
        >= 0xA80 and < 0xB00 => TextScript.Gujarati,
        >= 0xB00 and < 0xB80 => TextScript.Oriya,
        >= 0xB80 and < 0xC00 => TextScript.Tamil,
        >= 0xC00 and < 0xC80 => TextScript.Telugu,
        >= 0xC80 and < 0xD00 => TextScript.Kannada,
        >= 0xD00 and < 0xD80 => TextScript.Malayalam,
        >= 0xD80 and < 0xE00 => TextScript.Sinhala,
        >= 0xE00 and < 0xE80 => TextScript.Thai,
        >= 0xE80 and < 0xF00 => TextScript.Lao,
        >= 0xF00 and < 0x1000 => TextScript.Tibetan,
        >= 0x1000 and < 0x10A0 => TextScript.Burmese,
        (>= 0x10A0 and < 0x1100) or (>= 0x1C90 and < 0x1CC0) => TextScript.Georgian,
        (>= 0x1100 and < 0x1200) or (>= 0x3130 and < 0x3190) or (>= 0xAC00 and < 0xD7B0) => TextScript.Hangul,
        >= 0x1200 and < 0x13A0 => TextScript.Ethiopic,
        >= 0x1780 and < 0x1800 => TextScript.Khmer,
        >= 0x3040 and < 0x3100 => TextScript.Kana,
        (>= 0x3400 and < 0xA000) or (>= 0xF900 and < 0xFB00) or (>= 0x20000 and < 0x33480) => TextScript.Han,
        _ => TextScript.None,
    };
}
