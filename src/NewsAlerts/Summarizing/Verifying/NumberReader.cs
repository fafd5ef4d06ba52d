using System.Globalization;

namespace NewsAlerts.Summarizing.Verifying;

/// <summary>Numbers as a language writes them: 1,200.5 or 1.200,5 or 1 200,5, in any script's digits.</summary>
internal sealed class NumberReader(string language)
{
    private readonly bool _pointIsDecimal = language is "" or "en" or "zh" or "ja" or "ko" or "th" or "hi" or "sw" or "ar" or "he" or "und";
    private readonly bool _spaceGroups = language is "fr" or "sv" or "nb" or "nn" or "no" or "da" or "fi" or "cs" or "pl" or "ru" or "uk" or "bg" or "sk";
    private readonly IReadOnlyDictionary<string, int> _words = NumberWords.For(language);

    /// <summary>Offset past the number that starts at <paramref name="start"/>.</summary>
    public int EndOf(string text, int start)
    {
        var at = start + 1;
        while (at < text.Length)
        {
            var joins = text[at] is '.' or ',' or '٫' or '٬' or '\u00A0' or '\u202F' || (text[at] == ' ' && _spaceGroups && IsGroup(text, start, at));
            if (char.IsDigit(text[at]))
            {
                at++;
            }
            else if (joins && at + 1 < text.Length && char.IsDigit(text[at + 1]))
            {
                at += 2;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    /// <summary>Offset past the "th" of 16th.</summary>
    public static int SkipOrdinal(string text, int at) =>
        at + 2 <= text.Length && text.AsSpan(at, 2) is "st" or "nd" or "rd" or "th" && (at + 2 == text.Length || !char.IsLetter(text[at + 2])) ? at + 2 : at;

    /// <summary>Whether the sign before a number is a minus: -5, but neither 10-15 nor U-21.</summary>
    public static bool IsBelowZero(string text, int start) =>
        start > 0 && text[start - 1] is '-' or '−' && (start == 1 || char.IsWhiteSpace(text[start - 2]) || text[start - 2] is '(' or '"' or '“');

    /// <summary>What equal numbers have in common: "#1200.5".</summary>
    public string KeyOf(ReadOnlySpan<char> digits, bool isBelowZero) => Key(isBelowZero ? -ValueOf(digits) : ValueOf(digits));

    /// <summary>The same for a number's word.</summary>
    public string KeyOfWord(ReadOnlySpan<char> word) => Key(_words[word.ToString()]);

    /// <summary>The value behind a key; null for another word.</summary>
    public static decimal? ValueOfKey(string key) =>
        key.StartsWith('#') && decimal.TryParse(key.AsSpan(1), NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string Key(decimal value) => "#" + value.ToString("0.############", CultureInfo.InvariantCulture);

    private decimal ValueOf(ReadOnlySpan<char> digits)
    {
        Span<char> plain = stackalloc char[Math.Min(digits.Length, 24)];
        var (length, grouped) = (0, IsGrouped(digits));
        for (var i = 0; i < plain.Length; i++)
        {
            var c = digits[i];
            if (char.IsDigit(c))
            {
                plain[length++] = (char)('0' + (int)char.GetNumericValue(c));
            }
            else if (c == '٫' || (!grouped && c is '.' or ',') || (c is '.' or ',' && c == (_pointIsDecimal ? '.' : ',')))
            {
                plain[length++] = '.';
            }
        }

        return decimal.TryParse(plain[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : -1;
    }

    // The mark that is not the language's decimal one groups, if threes follow it; so does any that comes twice.
    private bool IsGrouped(ReadOnlySpan<char> digits)
    {
        var mark = _pointIsDecimal ? ',' : '.';
        var at = digits.IndexOf(mark);
        return at is >= 1 and <= 3 && at + 4 <= digits.Length && (at + 4 == digits.Length || !char.IsDigit(digits[at + 4]));
    }

    private static bool IsGroup(string text, int start, int at) =>
        at - start <= 11 && at + 3 < text.Length && char.IsDigit(text[at + 1]) && char.IsDigit(text[at + 2]) && char.IsDigit(text[at + 3])
        && (at + 4 >= text.Length || !char.IsDigit(text[at + 4]))
        && (at - start <= 3 || text[at - 4] is ' ' or '\u00A0');
}
