namespace NewsAlerts.Summarizing.Embedded;

/// <summary>
/// Two people of one surname in an article: "Veles rejected the accusation" does not say whether Karl or Anton did. What names only the surname
/// leans on the sentences around it.
/// </summary>
internal static class SharedSurnames
{
    private const int ShortestName = 3;
    private const int OldestPerson = 115;

    // Before a capital, they make a title, a place, a company or a club rather than a person's name.
    private static readonly WordSet _notFirstNames = WordSet.Of(
        "north south east west northern southern eastern western central upper lower new old great greater little big saint st san santa los las el la le de port cape lake mount fort royal national "
        + "united first second third mr mrs ms miss dr sir lord lady dame king queen prince princess pope president senator sen rep gov governor mayor minister judge justice chancellor professor prof "
        + "captain capt col gen lt sgt inspector detective officer coach sister brother uncle aunt former late");

    private static readonly WordSet _notSurnames = WordSet.Of(
        "united city town county council university hospital party bank airport police court street road river valley hill park bridge church school college state states house press times post news "
        + "games cup league island islands sea bay beach minister president club station square market company group");

    // Of whom they are said, is a person.
    private static readonly WordSet _behind = WordSet.Of("who whose the a an his her");

    private static readonly WordSet _relations = WordSet.Of(
        "nephew niece son daughter brother sister father mother uncle aunt cousin husband wife widow widower grandson granddaughter stepson stepdaughter twin");

    /// <summary>Whether a text names somebody by a surname that two people were given before it, and never by his full name.</summary>
    /// <param name="text">A key point.</param>
    /// <param name="before">What its article tells before it: who is named only later can't be meant.</param>
    public static bool AreUnclearIn(ReadOnlySpan<char> text, ReadOnlySpan<char> before)
    {
        var words = new Words(text);
        var last = ReadOnlySpan<char>.Empty;
        var end = 0;
        for (var more = words.MoveNext(); more;)
        {
            var word = words.Current;
            var span = words.Span;
            more = words.MoveNext();
            var surname = Bare(word);
            var isPart = (IsName(last) && span.Start == end + 1) || (more && words.Span.Start == span.End + 1 && IsName(words.Current));
            if (!isPart && IsName(surname) && !_notSurnames.Contains(surname) && AreTwo(surname, before) && !IsFullIn(text, surname))
            {
                return true;
            }

            last = word;
            end = span.End;
        }

        return false;
    }

    // "Karl Veles" and "Anton Veles", of whom one at least is shown to be a person: by an age, a description or a relation.
    private static bool AreTwo(ReadOnlySpan<char> surname, ReadOnlySpan<char> text)
    {
        var first = ReadOnlySpan<char>.Empty;
        var (isPerson, isTwo) = (false, false);
        for (var at = text.IndexOf(surname, StringComparison.Ordinal); at >= 0 && !(isTwo && isPerson); at = Next(text, surname, at))
        {
            var name = FirstNameBefore(text, at);
            // "Oral Veles University" is nobody.
            if (!name.IsEmpty && text[(at + surname.Length)..] is not [' ', >= 'A' and <= 'Z', ..])
            {
                isTwo |= !first.IsEmpty && !first.SequenceEqual(name);
                first = first.IsEmpty ? name : first;
                isPerson |= IsDescribed(text[(at + surname.Length)..]) || _relations.Contains(WordBefore(text, at - name.Length - 1));
            }
        }

        return isTwo && isPerson;
    }

    private static bool IsFullIn(ReadOnlySpan<char> text, ReadOnlySpan<char> surname)
    {
        for (var at = text.IndexOf(surname, StringComparison.Ordinal); at >= 0; at = Next(text, surname, at))
        {
            if (!FirstNameBefore(text, at).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    private static int Next(ReadOnlySpan<char> text, ReadOnlySpan<char> surname, int at)
    {
        var from = at + surname.Length;
        return text[from..].IndexOf(surname, StringComparison.Ordinal) is >= 0 and var found ? from + found : -1;
    }

    private static ReadOnlySpan<char> FirstNameBefore(ReadOnlySpan<char> text, int at)
    {
        var name = WordBefore(text, at);
        return IsName(name) && !_notFirstNames.Contains(name) && !WordBefore(text, at - name.Length - 1).Equals("the", StringComparison.OrdinalIgnoreCase) ? name : [];
    }

    private static ReadOnlySpan<char> WordBefore(ReadOnlySpan<char> text, int at)
    {
        if (at < 2 || text[at - 1] != ' ')
        {
            return [];
        }

        var start = at - 1;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        return text[start..(at - 1)];
    }

    // ", 34,", ", the former president".
    private static bool IsDescribed(ReadOnlySpan<char> rest)
    {
        if (rest is not [',', ' ', ..])
        {
            return false;
        }

        var words = new Words(rest);
        return words.MoveNext() && (_behind.Contains(words.Current) || (int.TryParse(words.Current, out var age) && age <= OldestPerson));
    }

    private static bool IsName(ReadOnlySpan<char> word) =>
        word.Length >= ShortestName && char.IsLower(word[1]) && EnglishPersons.HasNameCapital(word);

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> word) => word.EndsWith("'s") || word.EndsWith("’s") ? word[..^2] : word;
}
