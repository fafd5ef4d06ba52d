namespace NewsAlerts.Ingesting.Text;

/// <summary>A single full stop before a space: an abbreviation's, an initial's, a number's, or a sentence's.</summary>
internal readonly struct PointRules(LanguageWords words, bool cased)
{
    public bool Ends(ReadOnlySpan<char> block, int start, int stop, ReadOnlySpan<char> before, Ahead ahead)
    {
        if (before.Length == 0)
        {
            return true;
        }

        if (IsListMarker(block, start, stop, before))
        {
            return false;
        }

        var starts = words.IsStarter(ahead.Word);
        if (Spaced(block, stop, before) is { } spaced)
        {
            return words.Abbreviation(spaced) switch
            {
                Abbreviation.Never => false,
                _ => starts,
            };
        }

        switch (words.Abbreviation(before))
        {
            case Abbreviation.Never:
                return false;
            case Abbreviation.BeforeNumber:
                return ahead.Kind != AheadKind.Digit && (ahead.Word is "I" || !IsRoman(ahead.Word));
            case Abbreviation.Month:
                return ahead.Kind != AheadKind.Digit && (starts || ahead.Opened);
            case Abbreviation.MayEnd:
                return starts || (ahead.Opened && ahead.Kind == AheadKind.Upper);
            case Abbreviation.Time:
                return !LanguageWords.IsTimeWord(ahead.Word) && ahead.Kind != AheadKind.Digit;
        }

        if (before.Length == 1 && char.IsLetter(before[0]))
        {
            return EndsAfterLetter(block, stop, before[0], ahead, starts);
        }

        if (IsAcronym(before))
        {
            return starts || (ahead.Opened && ahead.Kind == AheadKind.Upper && char.IsUpper(before[^1]));
        }

        return !IsOrdinal(before, ahead, starts);
    }

    /// <summary>"Vitamin C. Doctors say" ends; "J. Smith", "Malcolm X. Smith" and "George W. Bush" don't; "than I. The" does.</summary>
    private bool EndsAfterLetter(ReadOnlySpan<char> block, int stop, char letter, Ahead ahead, bool starts)
    {
        if (Marks.IsCaseless(letter) || ahead.Kind is AheadKind.Lower)
        {
            return !cased && !Marks.IsCaseless(letter);
        }

        if (starts || (ahead.Opened && char.IsUpper(letter)))
        {
            // French "M. Le Pen", "M. La Rochefoucauld": a title, not an initial.
            return !(letter == 'M' && words.Language == "fr");
        }

        if (!char.IsUpper(letter))
        {
            return false;
        }

        var i = stop - 1;
        while (i > 0 && block[i - 1] == ' ')
        {
            i--;
        }

        var end = i;
        while (i > 0 && end - i < 12 && char.IsLetter(block[i - 1]))
        {
            i--;
        }

        return block[i..end] is "Vitamin" or "vitamin" or "Plan" or "plan" or "Hepatitis" or "hepatitis" or "Group" or "group" or "Malcolm"
            or "Type" or "type" or "Grade" or "grade" or "Class" or "Generation" or "Gen" or "Gruppe" or "Groupe" or "Grupo" or "Gruppo"
            || (letter == 'I' && block[i..end] is "than" or "and" or "as" or "am" or "do" or "War" or "Type" or "Phase" or "Part");
    }

    /// <summary>"z. B.", "p. ej.", "EE. UU.": an abbreviation written with spaces, as one.</summary>
    private static string? Spaced(ReadOnlySpan<char> block, int stop, ReadOnlySpan<char> before)
    {
        var i = stop - before.Length;
        if (before.Length > 4 || i < 3 || !char.IsWhiteSpace(block[i - 1]) || block[i - 2] != '.')
        {
            return null;
        }

        var end = i - 2;
        i = end;
        while (i > 0 && end - i < 6 && (char.IsLetter(block[i - 1]) || block[i - 1] == '.'))
        {
            i--;
        }

        var first = block[i..end];
        var joined = string.Concat(first, ".", before);
        return first.Length > 0 && LanguageWords.IsSpacedAbbreviation(joined) ? joined : null;
    }

    /// <summary>"1. ", "II. " or "A) " where the sentence starts.</summary>
    private static bool IsListMarker(ReadOnlySpan<char> block, int start, int stop, ReadOnlySpan<char> before) =>
        stop - before.Length <= start + 1 && stop - before.Length == start + (block[start] == '(' ? 1 : 0)
        && before.Length <= 4
        && ((IsNumber(before) && before.Length <= 3) || IsRoman(before));

    private bool IsOrdinal(ReadOnlySpan<char> before, Ahead ahead, bool starts)
    {
        if (before.Length > 2 || !IsNumber(before) || ahead.Kind != AheadKind.Upper)
        {
            return false;
        }

        // German ordinals: "am 3. Oktober", "die 2. Bundesliga", but "Sie ist 15. Er auch."
        return LanguageWords.IsOrdinalMonth(ahead.Word) || (words.Language is "de" or "lb" && !starts);
    }

    /// <summary>Letters in ones, twos or threes between full stops: U.S, Ph.D, a.m, J.K, e.g.</summary>
    private static bool IsAcronym(ReadOnlySpan<char> word)
    {
        var (letters, points) = (0, 0);
        foreach (var c in word)
        {
            if (c == '.')
            {
                (letters, points) = (0, points + 1);
            }
            else if (!char.IsLetter(c) || ++letters > 2)
            {
                return false;
            }
        }

        return points > 0;
    }

    private static bool IsNumber(ReadOnlySpan<char> word) => !word.ContainsAnyExceptInRange('0', '9');

    private static bool IsRoman(ReadOnlySpan<char> word) => word.Length is > 0 and <= 5 && !word.ContainsAnyExcept("IVXLC");
}
