using System.Buffers;
using System.Globalization;

namespace NewsAlerts.Ingesting.Text;

/// <summary>Character classes of sentence segmentation, after UAX #29's Sentence_Break property, with what news adds to it.</summary>
internal static class Marks
{
    /// <summary>Every character that may be a stop: <see cref="IsStop"/>, <see cref="IsFullStop"/>, and what is one in Greek and Ethiopic only.</summary>
    public static readonly SearchValues<char> Stops = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(c => IsStop(c) || IsFullStop(c)), ';', '\u037E', '፡']);

    /// <summary>A stop that also has other uses (abbreviations, decimals, names): STerm and ATerm of Latin, Greek, Cyrillic and the like.</summary>
    public static bool IsStop(char c) => c is '.' or '!' or '?' or '…' or '‼' or '⁇' or '⁈' or '⁉' or '‽';

    /// <summary>
    /// A stop that ends a sentence wherever it stands, with no space needed: CJK, Devanagari and its relatives, Arabic, Urdu, Armenian,
    /// Ethiopic, Burmese, Khmer, Tibetan. (The full-width full stop also stands in decimals; see the scanner.)
    /// </summary>
    public static bool IsFullStop(char c) =>
        c is '。' or '｡' or '！' or '？' or '．' or '।' or '॥' or '۔' or '؟' or '։' or '።' or '፧' or '፨' or '။' or '។' or '៕' or '།' or '༎' or '᠃';

    /// <summary>Quotes and brackets that may close after a stop. The straight ones, and guillemets, may as well open.</summary>
    public static bool IsCloser(char c) =>
        c is '"' or '\'' or '”' or '’' or '»' or '›' or '«' or '“' or '‘' or ')' or ']' or '}' or '」' or '』' or '）' or '】' or '》' or '〉'
            or '〕' or '］' or '″' or '´' or '`' or '＂' or '*' or '_';

    /// <summary>Closes and nothing else, so it belongs to the sentence before it even after a space.</summary>
    public static bool OnlyCloses(char c) => c is ')' or ']' or '}' or '」' or '』' or '）' or '】' or '》' or '〉' or '〕' or '］' or '”';

    public static bool IsQuote(char c) =>
        c is '"' or '\'' or '”' or '’' or '»' or '›' or '«' or '‹' or '“' or '‘' or '„' or '‚' or '「' or '『' or '」' or '』' or '″' or '`' or '´' or '＂';

    /// <summary>May stand before a sentence's first letter.</summary>
    public static bool IsOpener(char c) =>
        c is '"' or '\'' or '“' or '‘' or '„' or '‚' or '«' or '‹' or '»' or '›' or '(' or '[' or '{' or '¿' or '¡' or '「' or '『' or '（' or '【'
            or '《' or '〈' or '″' or '`' or '´' or '’' or '”' or '*' or '_' or '＂';

    public static bool IsDash(char c) => c is '-' or '–' or '—' or '―' or '‒' or '‑';

    /// <summary>A letter of a script without case.</summary>
    public static bool IsCaseless(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.OtherLetter;

    public static bool IsHanOrKana(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');

    /// <summary>Thai and Lao: no sentence stops at all; their full stop only abbreviates.</summary>
    public static bool IsThaiOrLao(char c) => c is >= '\u0E00' and <= '\u0EFF';

    /// <summary>Scripts that put no spaces between words, where a space is already a place to pause.</summary>
    public static bool IsUnspaced(char c) => IsThaiOrLao(c) || IsHanOrKana(c) || c is (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF');

    public static bool IsUpper(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter;
}
