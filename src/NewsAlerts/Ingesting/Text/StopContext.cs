namespace NewsAlerts.Ingesting.Text;

/// <summary>Whether a stop, with the closing marks after it, ends a sentence: decided by the word before and the words after it.</summary>
internal readonly ref struct StopContext(ReadOnlySpan<char> block, LanguageWords words, bool cased)
{
    private const int LongestWord = 40;

    private readonly ReadOnlySpan<char> block = block;

    /// <param name="start">Where the sentence starts.</param>
    /// <param name="stop">The first stop of the run.</param>
    /// <param name="run">Just past the run of stops.</param>
    /// <param name="end">Just past the closing marks.</param>
    /// <param name="next">The first character after white space; within the block.</param>
    /// <param name="quoted">Whether a quotation closes after the stop.</param>
    public bool Ends(int start, int stop, int run, int end, int next, bool quoted)
    {
        var c = this.block[stop];
        if (c is '፡' || Marks.IsFullStop(c))
        {
            return EndsAtFullStop(stop, end, next, quoted);
        }

        if (c is ';' or '\u037E')
        {
            return next > end;
        }

        if (stop > start && Marks.IsThaiOrLao(this.block[stop - 1]) && c == '.')
        {
            return false;
        }

        var ahead = LookAhead(next);
        return next == end
            ? EndsWithoutSpace(start, stop, run, end, ahead)
            : EndsBeforeSpace(start, stop, run, ahead, quoted);
    }

    private bool EndsAtFullStop(int stop, int end, int next, bool quoted)
    {
        if (this.block[stop] == '．' && char.IsDigit(this.block[next]))
        {
            return false;
        }

        if (this.block[next] is ',' or '，' or '、' or ';' or '；')
        {
            return false;
        }

        // “我来了。”他说。 A speaker and a verb of saying right after the quotation belong to it.
        return !(quoted && next == end && Marks.IsHanOrKana(this.block[next]) && Speech.FollowsInChinese(this.block[next..]));
    }

    private bool EndsBeforeSpace(int start, int stop, int run, Ahead ahead, bool quoted)
    {
        if (ahead.Kind == AheadKind.Continuation)
        {
            return false;
        }

        var before = WordBefore(start, stop);
        var single = run == stop + 1 && this.block[stop] == '.';
        if (ahead.Kind == AheadKind.Lower && cased)
        {
            // Names that start in lower case are told from a sentence that goes on by the capital after the particle.
            return single && ahead.IsNameParticle && before.Length > 1 && IsAllLower(before) && words.Abbreviation(before) == Abbreviation.None;
        }

        if (!single)
        {
            return EndsAfterExclamation(stop, run, before, ahead, quoted);
        }

        if (quoted && words.Abbreviation(before) == Abbreviation.MayEnd && ahead.Kind == AheadKind.Upper)
        {
            return true;
        }

        return new PointRules(words, cased).Ends(this.block, start, stop, before, ahead);
    }

    private bool EndsAfterExclamation(int stop, int run, ReadOnlySpan<char> before, Ahead ahead, bool quoted)
    {
        var last = this.block[run - 1];
        if (quoted && last is '!' or '?' && !words.IsStarter(ahead.Word) && Speech.FollowsInLatin(this.block[ahead.Start..]))
        {
            return false;
        }

        // "Yahoo! News", "E! Online": the mark is the name's own.
        if (this.block[stop] == '!' && run == stop + 1 && before is "Yahoo" or "E" or "Yum" && !words.IsStarter(ahead.Word))
        {
            return false;
        }

        // "I was... I don't know": a hesitation, not an end.
        return !(last is '.' or '…' && !quoted && ahead.Word is "I" or "I'm" or "I've" or "I’m" or "I’ve");
    }

    private bool EndsWithoutSpace(int start, int stop, int run, int end, Ahead ahead)
    {
        // ".?It has been decided": the full stop ends, the lost quotation mark opens.
        var lostOpening = this.block[run - 1] == '.' && this.block[end] == '?';
        if (ahead.Kind is not AheadKind.Upper and not AheadKind.Caseless && !lostOpening)
        {
            return false;
        }

        if (end > run)
        {
            return ahead.Kind == AheadKind.Upper && (ahead.Word.Length > 1 || ahead.Word is "I" or "A");
        }

        var before = WordBefore(start, stop);
        if (before.Length < 2)
        {
            // "on November 1.The law", but no "1.Results".
            var number = before.Length == 1 && char.IsDigit(before[0]) && stop - start > 3 && this.block[stop - 2] == ' ' && char.IsLetter(this.block[stop - 3]) && IsNewWord(ahead);
            return number || (stop > start && this.block[stop - 1] is '%' or ')' or '"' or '”' or '?' && ahead.Kind == AheadKind.Upper);
        }

        if (ahead.Kind == AheadKind.Caseless)
        {
            return before.Length > 2 && ahead.Word.Length > 1 && Marks.IsCaseless(before[0]) && !before.Contains('.')
                && words.Abbreviation(before) == Abbreviation.None;
        }

        return (lostOpening || IsNewWord(ahead) || (before.Length > 3 && IsAllLower(before) && IsAcronym(ahead.Word))) && IsOldWord(before) && !IsAddress(stop);
    }

    /// <summary>Whether what follows the stop reads as a sentence's first word, not as the rest of a name ("Yahoo.Com", "U.S.A").</summary>
    private bool IsNewWord(Ahead ahead)
    {
        var word = ahead.Word;
        if (word.Length == 1)
        {
            var after = ahead.Start + 1;
            return word is "I" or "A" or "O" or "É" or "À" && after < this.block.Length && this.block[after] is ' ' or '\'' or '’';
        }

        return (char.IsLower(word[1]) || word[1] is '\'' or '’' || words.IsStarter(word) || Marks.IsDash(word[1])) && !LanguageWords.IsTopLevelDomain(word);
    }

    /// <summary>"virgins.IGIMS said", but no "asp.NET".</summary>
    private static bool IsAcronym(ReadOnlySpan<char> word) =>
        word.Length > 2 && !word.ContainsAnyExceptInRange('A', 'Z') && word is not "NET" and not "COM" and not "ORG";

    private bool IsOldWord(ReadOnlySpan<char> word)
    {
        if (word.Contains('.'))
        {
            // "a.m.The", "3.5.The", but no "J.K.Rowling", no "www.Example.Com".
            return char.IsDigit(word[^1]) || words.Abbreviation(word) == Abbreviation.MayEnd;
        }

        var kind = words.Abbreviation(word);
        return kind is Abbreviation.None or Abbreviation.MayEnd
            && (char.IsLower(word[^1]) || char.IsDigit(word[^1]) || (Marks.IsUpper(word[0]) && Marks.IsUpper(word[^1])));
    }

    /// <summary>Whether the stop is inside a URL or an e-mail address.</summary>
    private bool IsAddress(int stop)
    {
        var i = stop;
        while (i > 0 && stop - i < 100 && !char.IsWhiteSpace(this.block[i - 1]))
        {
            i--;
        }

        var token = this.block[i..stop];
        return token.Contains("://", StringComparison.Ordinal) || token.Contains('@') || token.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The word that the stop is attached to, with its inner full stops, hyphens and apostrophes.</summary>
    private ReadOnlySpan<char> WordBefore(int start, int stop)
    {
        var i = stop;
        while (i > start && stop - i < LongestWord && IsInWord(this.block[i - 1]))
        {
            i--;
        }

        while (i < stop && this.block[i] is '\'' or '’' or '.' or '-')
        {
            i++;
        }

        return this.block[i..stop];
    }

    private Ahead LookAhead(int next)
    {
        var i = next;
        var opened = false;
        while (i < this.block.Length && i - next < 6
            && (Marks.IsOpener(this.block[i]) || Marks.IsDash(this.block[i]) || this.block[i] is '?' or '.' or '…' || (i > next && this.block[i] == ' ')))
        {
            opened |= this.block[i] is '¿' or '¡' || (Marks.IsQuote(this.block[i]) && !Marks.IsDash(this.block[next]));
            i++;
        }

        if (i == this.block.Length)
        {
            return new Ahead(AheadKind.Other, opened, [], i, this.block);
        }

        var end = i;
        while (end < this.block.Length && end - i < LongestWord && (char.IsLetterOrDigit(this.block[end]) || this.block[end] is '\'' or '’' or '-'))
        {
            end++;
        }

        var c = this.block[i];
        var word = this.block[i..end];
        var kind = c switch
        {
            ',' or ';' or ':' or '/' => AheadKind.Continuation,
            _ when char.IsDigit(c) => AheadKind.Digit,
            // eBay, iPhone: as good as capitals.
            _ when char.IsLower(c) && word.Length > 2 && Marks.IsUpper(word[1]) => AheadKind.Upper,
            _ when char.IsLower(c) => opened && this.block[next] is '¿' or '¡' ? AheadKind.Upper : AheadKind.Lower,
            _ when Marks.IsUpper(c) => AheadKind.Upper,
            _ when Marks.IsCaseless(c) => AheadKind.Caseless,
            _ => AheadKind.Other,
        };
        return new Ahead(kind, opened, word, i, this.block);
    }

    private static bool IsInWord(char c) => char.IsLetterOrDigit(c) || c is '.' or '\'' or '’' or '-' || char.GetUnicodeCategory(c) is
        System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static bool IsAllLower(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsLower(c))
            {
                return false;
            }
        }

        return true;
    }
}
