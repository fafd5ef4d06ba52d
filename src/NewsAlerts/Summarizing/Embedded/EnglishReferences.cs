namespace NewsAlerts.Summarizing.Embedded;

/// <summary>How English sentences open that leave something to the one before: pronouns, bridges, "the last one".</summary>
internal static class EnglishReferences
{
    private const int FewestBehindColon = 4;

    // Behind a noun that sums up what was told before, they make a sentence about that sentence: "The result surprised even …".
    private static readonly WordSet _bridges = Set(
        "result results move news outcome reason difference idea answer pair duo trio latter former same rest others figure figures increase drop");

    // "It was the first time that", "it is not clear whether": a subject in form only.
    private static readonly WordSet _formal = Set(
        "first second third clear unclear known unknown likely unlikely possible impossible important hard difficult easy uncertain certain official secret surprise wonder safe common rare");

    private static readonly WordSet _clauses = Set("before after when while as since until although though because once");

    // "It has been decided to", "it emerged that".
    private static readonly WordSet _decided = Set(
        "decided announced reported confirmed emerged revealed alleged believed thought understood estimated claimed agreed accepted said hoped feared expected appears seems turns");

    private static readonly WordSet _being = Set(
        "is was are were isn't wasn't has had have will would can could may might should must does did remains became came comes follows followed surprised shocked means meant "
        + "marks marked made makes took takes happened occurred drew prompted sparked");

    /// <summary>Whether its first words lean on a sentence before it.</summary>
    public static bool Opens(ReadOnlySpan<char> text, LeaningWords leaning)
    {
        var words = new Words(text);
        if (!words.MoveNext())
        {
            return false;
        }

        var first = words.Current;

        // "Alas, both are …", "Previously, he …": what matters comes behind the comma.
        if (words.Span is { Start: 0 } && text[words.Span.End..] is [',', ' ', .. var rest] && (EnglishPersons.IsOpener(first) || Is(first, "alas", "instead")) && Opens(rest, leaning))
        {
            return true;
        }

        // "Before it entered service, the council …": nobody is named before or just behind.
        if (_clauses.Contains(first))
        {
            var next = words;
            if (next.MoveNext() && Is(next.Current, "it", "they") && !IsComingTo(next) && !EnglishPersons.IsNamedAfterOpening(text, next.Span.Start))
            {
                return true;
            }
        }

        // "As a young girl, she watched": that is she, and nobody whom she could mean.
        if (Is(first, "as") && text.IndexOf(", ", StringComparison.Ordinal) is > 0 and var comma && IsArticle(words))
        {
            var behind = new Words(text[comma..]);
            if (behind.MoveNext() && EnglishPersons.IsHeOrShe(behind.Current))
            {
                return true;
            }
        }

        // "Because the roof leaks." answers a question.
        if (Is(first, "because") && !text.Contains(','))
        {
            return true;
        }

        if (Is(first, "it", "it's"))
        {
            return !IsFormal(words);
        }

        // Within a quotation, its speaker is meant.
        if (words.Span.Start == 0 && first is not "US" && Openings.Speaks(first))
        {
            return true;
        }

        return Is(first, "both", "neither") ? !IsPaired(text, first)
            : leaning.Opens(text, namesFollow: false) || IsBridge(words, first);
    }

    /// <summary>
    /// Whether a text that opens with a pronoun names itself whom or what it means: "He wears no uniform, but Jon Maddox commands the coast guard",
    /// "It is a habit of the island: the ferry is late." Told of an article's first sentence alone: a later one may mean somebody before it.
    /// </summary>
    public static bool NamesItself(ReadOnlySpan<char> text)
    {
        var words = new Words(text);
        if (!words.MoveNext())
        {
            return false;
        }

        var isThing = Is(words.Current, "it", "it's");
        if (!isThing && !EnglishPersons.IsPronoun(words.Current))
        {
            return false;
        }

        if (isThing && text.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon && Words.CountIn(text[colon..]) >= FewestBehindColon)
        {
            return true;
        }

        while (words.MoveNext())
        {
            if (words.Current is "but")
            {
                return EnglishPersons.IsNamedSoon(words);
            }
        }

        return false;
    }

    /// <summary>Whether a word is a verb of being or of coming about.</summary>
    public static bool IsBeing(ReadOnlySpan<char> word) => _being.Contains(word);

    private static bool IsFormal(Words words)
    {
        for (var (i, being) = (0, false); i < 5 && words.MoveNext(); i++)
        {
            // "It took the board five years to speak", "it's been a year since"; but "it said", "it decided" has a subject, and "it was first seen" means something.
            if ((_formal.Contains(words.Current) && !IsFirstDone(words)) || (i == 0 && ((Is(words.Current, "took", "been") && !IsFollowedByPronoun(words)) || Is(words.Current, "emerged", "appears") || Is(words.Current, "seems", "turns")))
                || (being && i < 4 && _decided.Contains(words.Current)))
            {
                return true;
            }

            being |= _being.Contains(words.Current);
        }

        return false;
    }

    // "It took him five years to speak".
    private static bool IsFollowedByPronoun(Words words) => words.MoveNext() && (Is(words.Current, "him", "her") || Is(words.Current, "them"));

    // "When it comes to fares, the board …".
    private static bool IsComingTo(Words words) => words.MoveNext() && Is(words.Current, "comes", "came") && words.MoveNext() && Is(words.Current, "to");

    private static bool IsArticle(Words words) => words.MoveNext() && Is(words.Current, "a", "an");

    private static bool IsFirstDone(Words words) => Is(words.Current, "first") && words.MoveNext() && words.Current.EndsWith("ed");

    // "Both Marrow and Ellery", "neither the board nor …".
    private static bool IsPaired(ReadOnlySpan<char> text, ReadOnlySpan<char> first)
    {
        var partner = Is(first, "both") ? " and " : " nor ";
        return text[..Math.Min(text.Length, 80)].Contains(partner, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsBridge(Words words, ReadOnlySpan<char> first)
    {
        if (!Is(first, "the", "a") && !Is(first, "another", "one"))
        {
            return false;
        }

        if (Is(first, "one"))
        {
            // "One of them", "one was caught"; "one person" is nobody's other.
            return words.MoveNext() && (words.Current.EndsWith("ly") || (_being.Contains(words.Current) && !Is(words.Current, "can", "could")) || (Is(words.Current, "of") && words.MoveNext() && Is(words.Current, "them", "these")));
        }

        var bridge = false;
        for (var i = 0; i < 3 && words.MoveNext(); i++)
        {
            if (bridge && (_being.Contains(words.Current) || words.Current.EndsWith("ed")))
            {
                return true;
            }

            bridge = (i == 0 && _bridges.Contains(words.Current)) || (i > 0 && Is(words.Current, "one", "ones"));
        }

        return false;
    }

    private static bool Is(ReadOnlySpan<char> word, string one, string other = "") =>
        word.Equals(one, StringComparison.OrdinalIgnoreCase) || (other.Length > 0 && word.Equals(other, StringComparison.OrdinalIgnoreCase));

    private static WordSet Set(string words) => WordSet.Of(words);
}
