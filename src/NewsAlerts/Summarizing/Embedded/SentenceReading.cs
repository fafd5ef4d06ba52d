using System.Buffers;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>What one look at a sentence's words tells: every further look would take as long.</summary>
/// <param name="Words">How long it reads, as <see cref="Embedded.Words.CountIn"/> has it.</param>
/// <param name="Names">The share of words that have a capital without being the first; a handful of words says little about it.</param>
/// <param name="Quoted">The share of words that stand in a quotation.</param>
/// <param name="Speaks">Whether somebody speaks for himself outside a quotation, as a reporter seldom does.</param>
internal readonly record struct SentenceReading(int Words, float Names, float Quoted, bool Speaks)
{
    private static readonly SearchValues<char> _quotationMarks = SearchValues.Create("\"“”«»");

    public static SentenceReading Of(ReadOnlySpan<char> text)
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
            // "US" is a country.
            speaks = speaks || (!quoted && Openings.Speaks(word) && word is not "US");
        }

        var unspaced = text.ContainsAnyInRange('\u0E00', '\uFAFF');
        return new SentenceReading(unspaced ? Embedded.Words.CountIn(text) : count, names / (float)Math.Max(4, count), said / (float)Math.Max(1, count), speaks);
    }

    private static bool IsQuoted(ReadOnlySpan<char> between, bool quoted)
    {
        foreach (var c in between)
        {
            quoted = c switch { '"' => !quoted, '“' or '«' => true, '”' or '»' => false, _ => quoted };
        }

        return quoted;
    }
}
