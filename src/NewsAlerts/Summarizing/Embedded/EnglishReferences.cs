namespace NewsAlerts.Summarizing.Embedded;

/// <summary>Whom and what English sentences leave to the one before: pronouns without their names, bridges, "the last one".</summary>
internal static class EnglishReferences
{
    public static readonly WordSet Persons = Set(
        "he she he's she's he'd she'd he'll she'll");

    // Behind a noun that sums up what was told before, they make a sentence about that sentence: "The result surprised even …".
    private static readonly WordSet _bridges = Set(
        "result results move news outcome reason difference idea answer pair duo trio latter former same rest others figure figures increase drop");

    // "It was the first time that", "it is not clear whether": a subject in form only.
    private static readonly WordSet _formal = Set(
        "first second third clear unclear known unknown likely unlikely possible impossible important hard difficult easy uncertain certain official secret surprise wonder safe common rare");

    private static readonly WordSet _clauses = Set("before after when while as since until although though because once");

    // "It has been decided to", "it emerged that".
    private static readonly WordSet _decided = Set(
        "decided announced reported confirmed emerged revealed alleged believed thought understood estimated claimed agreed said hoped feared expected appears seems turns");

    public static readonly WordSet Being = Set(
        "is was are were isn't wasn't has had have will would can could may might should must does did remains became came comes follows followed surprised shocked means meant "
        + "marks marked made makes took takes happened occurred drew prompted sparked");

    // What opens a sentence with a capital and is no name.
    public static readonly WordSet Openers = Set(
        "a an the in on at by for with from into over under about against between through during amid among across around near outside inside of to as if when while after before since "
        + "until because although though despite unless once where what who whose which how why and but or so yet not no only even just still also now then later earlier "
        + "one two three four five six seven eight nine ten some many most several few all both each every more less another other others according asked speaking "
        + "today tomorrow yesterday last next this that these those there here i we you it its my our your his her their i'm i've i'd we're we've it's that's there's don't "
        + "yes no well perhaps maybe recently eventually finally initially originally currently");

    public static readonly WordSet Times = Set(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december");

    private static readonly WordSet _people = Set(
        "man woman boy girl mother father son daughter wife husband brother sister child teenager victim suspect president minister official spokesman spokeswoman spokesperson police "
        + "chief player coach actor actress singer star student teacher driver pilot doctor judge lawyer attorney leader candidate senator officer soldier director author "
        + "writer artist priest pope king queen prince princess captain manager patient witness defendant prisoner mayor governor teen baby toddler grandmother grandfather");

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
        if (words.Span is { Start: 0 } && text[words.Span.End..] is [',', ' ', .. var rest] && (Openers.Contains(first) || first.EndsWith("ly") || Is(first, "alas", "instead")) && Opens(rest, leaning))
        {
            return true;
        }

        // "Before it entered service, the council …": nobody is named before or just behind.
        if (_clauses.Contains(first))
        {
            var next = words;
            if (next.MoveNext() && Is(next.Current, "it", "they") && !UnnamedPersons.IsNamedAfterOpening(text, next.Span.Start))
            {
                return true;
            }
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

    /// <summary>Whether a word says what somebody is: "man", "minister".</summary>
    public static bool IsPerson(ReadOnlySpan<char> word) => _people.Contains(Bare(word));

    /// <summary>Whether a sentence shows somebody whom "he" or "she" behind it can mean: by what he is, or by a name of two words that no place or thing has its preposition before.</summary>
    public static bool NamesPerson(ReadOnlySpan<char> text)
    {
        var (placed, capitals, end) = (false, 0, 0);
        for (var words = new Words(text); words.MoveNext();)
        {
            var word = words.Current;
            if (IsPerson(word) || word.EndsWith("-old"))
            {
                return true;
            }

            var capital = char.IsUpper(word[0]) && !Times.Contains(word) && !Openers.Contains(word);
            var joined = capital && capitals > 0 && words.Span.Start == end + 1 && text[end] == ' ';
            capitals = joined ? capitals + 1 : capital ? 1 : 0;
            if (capitals == 2 && !placed)
            {
                return true;
            }

            placed = capital ? placed : Is(word, "of", "in") || Is(word, "at", "the") || Is(word, "from", "on") || Is(word, "to", "for");
            end = words.Span.End;
        }

        return false;
    }

    /// <summary>Whether its first words lean on a person alone: "he said".</summary>
    public static bool MeansPerson(ReadOnlySpan<char> text)
    {
        foreach (var word in new Words(text))
        {
            if (Persons.Contains(word) || Is(word, "his", "her") || Is(word, "him", "hers"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word opens sentences with a capital that is not its own.</summary>
    public static bool IsOpener(ReadOnlySpan<char> word) => Openers.Contains(word) || word.EndsWith("ly");

    private static bool IsFormal(Words words)
    {
        for (var (i, being) = (0, false); i < 5 && words.MoveNext(); i++)
        {
            // "It took him five years to speak", "it's been a year since"; but "it said", "it decided" has a subject, and "it was first seen" means something.
            if ((_formal.Contains(words.Current) && !IsFirstDone(words)) || (i == 0 && (Is(words.Current, "took", "been") || Is(words.Current, "emerged", "appears") || Is(words.Current, "seems", "turns")))
                || (being && i < 3 && _decided.Contains(words.Current)))
            {
                return true;
            }

            being |= Being.Contains(words.Current);
        }

        return false;
    }

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
            return words.MoveNext() && (words.Current.EndsWith("ly") || (Being.Contains(words.Current) && !Is(words.Current, "can", "could")) || (Is(words.Current, "of") && words.MoveNext() && Is(words.Current, "them", "these")));
        }

        var bridge = false;
        for (var i = 0; i < 3 && words.MoveNext(); i++)
        {
            if (bridge && (Being.Contains(words.Current) || words.Current.EndsWith("ed")))
            {
                return true;
            }

            bridge = (i == 0 && _bridges.Contains(words.Current)) || (i > 0 && Is(words.Current, "one", "ones"));
        }

        return false;
    }

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> word) => word.EndsWith("'s") || word.EndsWith("’s") ? word[..^2] : word;

    private static bool Is(ReadOnlySpan<char> word, string one, string other = "") =>
        word.Equals(one, StringComparison.OrdinalIgnoreCase) || (other.Length > 0 && word.Equals(other, StringComparison.OrdinalIgnoreCase));

    private static WordSet Set(string words) => WordSet.Of(words);
}
