using System.Text;

namespace NewsAlerts.Terms;

/// <summary>Chinese, Japanese and Korean, which <see cref="TermAnalyzers.Plain"/> cuts into pairs of characters: a word's beginning is any place in them.</summary>
internal static class WordlessScripts
{
    public static bool Include(Rune rune) => rune.Value is
        (>= 0x1100 and < 0x1200) or (>= 0x2E80 and < 0x2FE0) or 0x3005 or 0x3007 or (>= 0x3021 and < 0x302A) or (>= 0x3040 and < 0x3100)
        or (>= 0x3130 and < 0x3190) or (>= 0x31F0 and < 0x3200) or (>= 0x3400 and < 0x4DC0) or (>= 0x4E00 and < 0xA000) or (>= 0xAC00 and < 0xD7B0)
        or (>= 0xF900 and < 0xFB00) or (>= 0xFF66 and < 0xFFE0) or (>= 0x1B000 and < 0x1B170) or (>= 0x20000 and < 0x33480);
}
