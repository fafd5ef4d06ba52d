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

    /// <summary>Whether a text names somebody by a surname that two people of the article have, and never by his full name.</summary>
    public static bool AreUnclearIn(string text, string article)
    {
        var end = 0;
        var before = ReadOnlySpan<char>.Empty;
        for (var words = new Words(text); words.MoveNext();)
        {
            var word = Bare(words.Current);
            var isPart = IsName(before) && words.Span.Start == end + 1;
            if (!isPart && IsName(word) && !_notSurnames.Contains(word) && AreTwo(word.ToString(), article) && !IsFullIn(text, word.ToString()))
            {
                return true;
            }

            before = words.Current;
            end = words.Span.End;
        }

        return false;
    }

    // "Karl Veles" and "Anton Veles", of whom one at least is shown to be a person: by an age, a description or a relation.
    private static bool AreTwo(string surname, string article)
    {
        var first = ReadOnlySpan<char>.Empty;
        var (isPerson, isTwo) = (false, false);
        for (var at = article.IndexOf(surname, StringComparison.Ordinal); at >= 0 && !(isTwo && isPerson); at = article.IndexOf(surname, at + surname.Length, StringComparison.Ordinal))
        {
            var name = FirstNameBefore(article, at);
            if (!name.IsEmpty)
            {
                isTwo |= !first.IsEmpty && !first.SequenceEqual(name);
                first = first.IsEmpty ? name : first;
                isPerson |= IsDescribed(article.AsSpan(at + surname.Length)) || _relations.Contains(WordBefore(article, at - name.Length - 1));
            }
        }

        return isTwo && isPerson;
    }

    private static bool IsFullIn(string text, string surname)
    {
        for (var at = text.IndexOf(surname, StringComparison.Ordinal); at >= 0; at = text.IndexOf(surname, at + surname.Length, StringComparison.Ordinal))
        {
            if (!FirstNameBefore(text, at).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> FirstNameBefore(string text, int at)
    {
        var name = WordBefore(text, at);
        return IsName(name) && !_notFirstNames.Contains(name) && !WordBefore(text, at - name.Length - 1).Equals("the", StringComparison.OrdinalIgnoreCase) ? name : [];
    }

    private static ReadOnlySpan<char> WordBefore(string text, int at)
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

        return text.AsSpan(start, at - 1 - start);
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
        word.Length >= ShortestName && char.IsUpper(word[0]) && char.IsLower(word[1]) && !EnglishReferences.Openers.Contains(word) && !EnglishReferences.Times.Contains(word);

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> word) => word.EndsWith("'s") || word.EndsWith("’s") ? word[..^2] : word;
}
