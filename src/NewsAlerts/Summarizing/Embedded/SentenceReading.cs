using System.Buffers;
using System.Numerics;
using System.Text;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>What one look at a sentence's words tells: every further look would take as long.</summary>
/// <param name="Words">How long it reads, as <see cref="Embedded.Words.CountIn"/> has it.</param>
/// <param name="Names">The share of words that have a capital without being the first; a handful of words says little about it.</param>
/// <param name="Quoted">The share of words that stand in a quotation.</param>
/// <param name="Speaks">Whether somebody speaks for himself outside a quotation, as a reporter seldom does.</param>
/// <param name="MostCapitals">How many capitals it has at most.</param>
internal readonly record struct SentenceReading(int Words, float Names, float Quoted, bool Speaks, int MostCapitals)
{
    private static readonly SearchValues<char> _quotationMarks = SearchValues.Create("\"“”«»");

    public static SentenceReading Of(ReadOnlySpan<char> text) => Ascii.IsValid(text) ? OfAscii(text) : OfAny(text);

    private static SentenceReading OfAny(ReadOnlySpan<char> text)
    {
        var hasQuotation = text.ContainsAny(_quotationMarks);
        var (count, names, said, speaks, quoted, end) = (0, 0, 0, false, false, 0);
        for (var words = new Words(text); words.MoveNext(); count++)
        {
            var word = words.Current;
            if (hasQuotation)
            {
                quoted = IsQuoted(text[end..words.Span.Start], quoted);
                end = words.Span.End;
                said += quoted ? 1 : 0;
            }

            names += count > 0 && char.IsUpper(word[0]) ? 1 : 0;
            speaks = speaks || (!quoted && Speaking(word));
        }

        var unspaced = text.ContainsAnyInRange('\u0E00', '\uFAFF');
        return Make(unspaced ? Embedded.Words.CountIn(text) : count, count, names, said, speaks, text.Length);
    }

    /// <summary>The same for text that is all ASCII, as most English sentences are: 64 characters at once.</summary>
    private static SentenceReading OfAscii(ReadOnlySpan<char> text)
    {
        var (count, names, said, speaks, capitals) = (0, 0, 0, false, 0);
        var (before, joined, open) = (0ul, 0ul, 0ul);
        var next = AsciiWords.In(Piece(text, 0));
        for (var at = 0; at < text.Length; at += AsciiWords.Length)
        {
            var here = next;
            next = AsciiWords.In(Piece(text, at + AsciiWords.Length));
            // A joint belongs to a word between two of its letters, of which one may stand in the piece before, or in the next.
            var left = (here.LettersAndDigits << 1) | before;
            var right = (here.LettersAndDigits >> 1) | (next.LettersAndDigits << 63);
            var joints = here.Joints & left & right;
            var starts = here.LettersAndDigits & ~(left | (joints << 1) | joined);
            (before, joined) = (here.LettersAndDigits >> 63, joints >> 63);

            var quoted = Within(here.Quotes) ^ open;
            open = 0 - (quoted >> 63);
            names += BitOperations.PopCount(starts & here.Capitals & ~(count == 0 ? starts & (0 - starts) : 0));
            count += BitOperations.PopCount(starts);
            said += BitOperations.PopCount(starts & quoted);
            capitals += BitOperations.PopCount(here.Capitals);
            speaks = speaks || SpeaksIn(text, at, starts & ~quoted, here, next);
        }

        return Make(count, count, names, said, speaks, capitals);
    }

    // Who speaks for himself opens with one of six letters, of which at most four follow each other, or has an apostrophe behind the second to fifth.
    private static bool SpeaksIn(ReadOnlySpan<char> text, int at, ulong words, AsciiWords here, AsciiWords next)
    {
        var (contracted, ended) = (0ul, 0ul);
        for (var letters = 1; letters <= 5; letters++)
        {
            contracted |= letters > 1 ? (here.Apostrophes >> letters) | (next.Apostrophes << (AsciiWords.Length - letters)) : 0;
            ended |= letters < 5 ? (~here.LettersAndDigits >> letters) | (~next.LettersAndDigits << (AsciiWords.Length - letters)) : 0;
        }

        for (var left = words & (contracted | ended); left != 0; left &= left - 1)
        {
            var place = BitOperations.TrailingZeroCount(left);
            if (((contracted >> place) & 1) != 0 || (text[at + place] | 0x20) is 'i' or 'w' or 'y' or 'm' or 'o' or 'u')
            {
                var word = new Words(text[(at + place)..]);
                if (word.MoveNext() && Speaking(word.Current))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // "US" is a country.
    private static bool Speaking(ReadOnlySpan<char> word) => Openings.Speaks(word) && word is not "US";

    // Behind an odd number of marks: each step doubles how many characters back it counts.
    private static ulong Within(ulong quotes)
    {
        for (var shift = 1; shift < AsciiWords.Length; shift *= 2)
        {
            quotes ^= quotes << shift;
        }

        return quotes;
    }

    private static ReadOnlySpan<char> Piece(ReadOnlySpan<char> text, int at) => at >= text.Length ? [] : text.Slice(at, Math.Min(AsciiWords.Length, text.Length - at));

    private static SentenceReading Make(int length, int words, int names, int said, bool speaks, int capitals) =>
        new(length, names / (float)Math.Max(4, words), said / (float)Math.Max(1, words), speaks, capitals);

    private static bool IsQuoted(ReadOnlySpan<char> between, bool quoted)
    {
        foreach (var c in between)
        {
            quoted = c switch { '"' => !quoted, '“' or '«' => true, '”' or '»' => false, _ => quoted };
        }

        return quoted;
    }
}
