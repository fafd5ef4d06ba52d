using System.Globalization;
using NewsAlerts.Summarizing.Embedded;

namespace NewsAlerts.Summarizing.Verifying;

/// <summary>Cuts a text into tokens: words with their stems, numbers by their value, signs that are units.</summary>
internal sealed class Tokenizer(string language, Vocabulary vocabulary)
{
    private readonly Lexicon _lexicon = Lexicon.For(language);
    private readonly NumberReader _numbers = new(language);
    private readonly int _negation = vocabulary.Of("¬");

    public Token[] Read(string text)
    {
        var tokens = new List<Token>(text.Length / 5);
        var (opening, parted) = (true, false);
        for (var at = 0; at < text.Length;)
        {
            var (start, count) = (at, tokens.Count);
            var c = text[at];
            if (char.IsDigit(c))
            {
                at = _numbers.EndOf(text, at);
                Add(text, start, at, Traits.Number, vocabulary.Of(_numbers.KeyOf(text.AsSpan(start, at - start), NumberReader.IsBelowZero(text, start))));
                at = NumberReader.SkipOrdinal(text, at);
            }
            else if (Words.IsUnspaced(c) && !IsKatakana(c))
            {
                at++;
                AddWord(text, start, at, opening: false);
            }
            else if (EndOfInitials(text, at) is var end && end > at)
            {
                var word = vocabulary.Of(text[start..end].Replace(".", string.Empty, StringComparison.Ordinal).ToLowerInvariant());
                tokens.Add(new Token(start, end - start, word, word, Traits.Content | Traits.Capital));
                at = end;
            }
            else if (char.IsLetter(c) || char.IsSurrogate(c))
            {
                at = EndOfWord(text, at);
                at = AddParts(text, start, at, opening);
            }
            else
            {
                at++;
                if (c is '%' or '$' or '£' or '€' or '¥' or '₹')
                {
                    AddWord(text, start, at, opening: false);
                }

                parted |= IsParting(c);
                opening = IsStop(c) || (opening && !char.IsDigit(c)) || c is '"' or '“' or '«' or '„' or '`' or '‘';
                continue;
            }

            if (parted && tokens.Count > count)
            {
                tokens[count] = tokens[count] with { Traits = tokens[count].Traits | Traits.Parted };
            }

            (opening, parted) = (false, false);
        }

        Stem(text, tokens);
        return [.. tokens];

        void Add(string whole, int from, int to, Traits traits, int term) =>
            tokens.Add(new Token(from, to - from, vocabulary.Of(whole.AsSpan(from, to - from)), term, traits));

        int AddParts(string whole, int from, int to, bool opens)
        {
            // n't is a word; so is what stands before an elision: l'homme.
            var word = whole.AsSpan(from, to - from);
            if (word.Length > 3 && word[^2] is '\'' or '’' && word[^1] is 't' or 'T' && word[^3] is 'n' or 'N')
            {
                if (WithoutNot(word[..^3]) is { } auxiliary)
                {
                    Add(whole, from, to - 3, Traits.None, vocabulary.Of(auxiliary));
                }
                else
                {
                    AddWord(whole, from, to - 3, opens);
                }

                Add(whole, to - 3, to, Traits.Negation, _negation);
                return to;
            }

            if (word.Equals("cannot", StringComparison.OrdinalIgnoreCase))
            {
                AddWord(whole, from, to - 3, opens);
                Add(whole, to - 3, to, Traits.Negation, _negation);
                return to;
            }

            while (from < to)
            {
                var apostrophe = whole.AsSpan(from, to - from).IndexOfAny('\'', '’');
                var end = apostrophe < 0 ? to : from + apostrophe;
                AddWord(whole, from, end, opens);
                from = end + 1;
            }

            return to;
        }

        void AddWord(string whole, int from, int to, bool opening)
        {
            var lower = Lower(whole.AsSpan(from, to - from), stackalloc char[Math.Min(to - from, 64)]);
            var traits = _lexicon.TraitsOf(lower);
            if (char.IsUpper(whole[from]))
            {
                traits |= Traits.Capital | (opening ? Traits.Opening : Traits.None);
            }

            // May and March are months only where they look like it.
            if ((traits & Traits.Date) != 0 && lower is "may" or "march" && (opening || !char.IsUpper(whole[from])))
            {
                traits &= ~Traits.Date;
            }

            var number = vocabulary.Of(lower);
            var term = (traits & Traits.Negation) != 0 ? _negation
                : (traits & Traits.Number) != 0 ? vocabulary.Of(_numbers.KeyOfWord(lower))
                : number;
            tokens.Add(new Token(from, to - from, number, term, traits));
        }
    }

    /// <summary>What won't, can't and shan't deny; null for other words.</summary>
    private static string? WithoutNot(ReadOnlySpan<char> word) =>
        word.Equals("wo", StringComparison.OrdinalIgnoreCase) ? "will" : word.Equals("ca", StringComparison.OrdinalIgnoreCase) ? "can" : word.Equals("sha", StringComparison.OrdinalIgnoreCase) ? "shall" : null;

    /// <summary>Gives the words their stems: each of Lucene's terms to the longest word that it was made of.</summary>
    private void Stem(string text, List<Token> tokens)
    {
        var reader = TermReader.Rent(language);
        var at = 0;
        for (var walk = reader.Walk(WithoutGluedStops(text)); walk.MoveNext();)
        {
            while (at < tokens.Count && tokens[at].End <= walk.Span.Start)
            {
                at++;
            }

            var longest = -1;
            for (var i = at; i < tokens.Count && tokens[i].End <= walk.Span.End; i++)
            {
                longest = longest < 0 || tokens[i].Length > tokens[longest].Length ? i : longest;
            }

            if (longest >= 0 && (tokens[longest].Traits & (Traits.Content | Traits.Number | Traits.Negation)) == Traits.Content && !Words.IsUnspaced(text[tokens[longest].Start]) && !IsInitials(text, tokens[longest]))
            {
                tokens[longest] = tokens[longest] with { Term = vocabulary.Of(reader.TextOf(walk.Id)) };
            }
        }

        reader.Return();
    }

    // Where a space got lost, "police.The" is two words, though the standard (UAX #29) sees one.
    private static string WithoutGluedStops(string text)
    {
        char[]? apart = null;
        for (var at = text.IndexOf('.', StringComparison.Ordinal); at >= 0 && at + 1 < text.Length; at = text.IndexOf('.', at + 1))
        {
            if (at > 0 && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]))
            {
                (apart ??= text.ToCharArray())[at] = ' ';
            }
        }

        return apart is null ? text : new string(apart);
    }

    private static ReadOnlySpan<char> Lower(ReadOnlySpan<char> word, Span<char> buffer) =>
        word.Length <= buffer.Length && word.ToLowerInvariant(buffer) >= 0 ? buffer[..word.Length] : word.ToString().ToLowerInvariant();

    /// <summary>Offset past the last letter of U.S. or J.K., which is one word with US or JK; the start where there is none.</summary>
    private static int EndOfInitials(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsUpper(text[end]) && (end + 1 == text.Length || !char.IsLetterOrDigit(text[end + 1])))
        {
            if (end + 2 >= text.Length || text[end + 1] != '.' || !char.IsUpper(text[end + 2]))
            {
                return end > start ? end + 1 : start;
            }

            end += 2;
        }

        return start;
    }

    private static bool IsInitials(string text, Token token) => token.Length > 2 && text[token.Start + 1] == '.';

    private static int EndOfWord(string text, int at)
    {
        while (at < text.Length && (IsPart(text[at]) || (text[at] is '\'' or '’' && at + 1 < text.Length && char.IsLetter(text[at + 1]))))
        {
            at++;
        }

        return at;
    }

    private static bool IsPart(char c) => (char.IsLetterOrDigit(c) && (!Words.IsUnspaced(c) || IsKatakana(c)))
        || char.IsSurrogate(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsKatakana(char c) => c is >= '\u30A0' and <= '\u30FF';

    private static bool IsParting(char c) => c is ',' or ';' or '(' or ')' or '–' or '—' or '，' or '、' or '；';

    private static bool IsStop(char c) => c is '.' or '!' or '?' or '…' or '\n' or ':' or '•' or '|';
}
