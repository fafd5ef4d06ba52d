using System.Buffers;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>Whom an English text names, and whom it means with a pronoun.</summary>
internal static class EnglishPersons
{
    private const int LongestToName = 6;

    private static readonly SearchValues<char> _quotationMarks = SearchValues.Create("\"“”«»„");

    private static readonly WordSet _persons = Set(
        "he she he's she's he'd she'd he'll she'll");

    private static readonly WordSet _many = Set("they they're they've they'd they'll");

    // What opens a sentence with a capital and is no name.
    private static readonly WordSet _openers = Set(
        "a an the in on at by for with from into over under about against between through during amid among across around near outside inside of to as if when while after before since "
        + "until because although though despite unless once where what who whose which how why and but or so yet not no only even just still also now then later earlier "
        + "one two three four five six seven eight nine ten some many most several few all both each every more less another other others according asked speaking "
        + "today tomorrow yesterday last next this that these those there here i we you it its my our your his her their i'm i've i'd we're we've it's that's there's don't "
        + "yes no well perhaps maybe recently eventually finally initially originally currently");

    private static readonly WordSet _times = Set(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december");

    private static readonly WordSet _people = Set(
        "man woman boy girl mother father son daughter wife husband brother sister child teenager victim suspect president minister official spokesman spokeswoman spokesperson police "
        + "chief player coach actor actress singer star student teacher driver pilot doctor judge lawyer attorney leader candidate senator officer soldier director author "
        + "writer artist priest pope king queen prince princess captain manager patient witness defendant prisoner mayor governor teen baby toddler grandmother grandfather");

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

            var capital = char.IsUpper(word[0]) && !_times.Contains(word) && !_openers.Contains(word);
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
            if (_persons.Contains(word) || Is(word, "his", "her") || Is(word, "him", "hers"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word is "he" or "she", also with a verb drawn together.</summary>
    public static bool IsHeOrShe(ReadOnlySpan<char> word) => _persons.Contains(word);

    /// <summary>Whether a word is "he", "she" or "they", also with a verb drawn together.</summary>
    public static bool IsPronoun(ReadOnlySpan<char> word) => _persons.Contains(word) || _many.Contains(word);

    /// <summary>Whether a word has the capital of a name, as far as a word alone can tell.</summary>
    public static bool HasNameCapital(ReadOnlySpan<char> word) => char.IsUpper(word[0]) && !_openers.Contains(word) && !_times.Contains(word);

    /// <summary>Whether a word opens sentences with a capital that is not its own.</summary>
    public static bool IsOpener(ReadOnlySpan<char> word) => _openers.Contains(word) || word.EndsWith("ly");

    /// <summary>Whether a "he", "she" or "they" stands behind nothing that could be meant. Whom a quotation names, the one who says it can't be.</summary>
    public static bool HasUnnamedPerson(ReadOnlySpan<char> text)
    {
        var quotes = text.ContainsAny(_quotationMarks);
        var (person, anybody, quotedPerson, quotedAnybody, number, quoted, end) = (false, false, false, false, 0, false, 0);
        var words = new Words(text);
        // Once somebody was named, every such word may mean him.
        while (!(person && anybody) && words.MoveNext())
        {
            var word = words.Current;
            if (quotes)
            {
                quoted = QuotationMarks.Toggle(text[end..words.Span.Start], quoted);
                end = words.Span.End;
            }

            if (_persons.Contains(word) && !(person || (quoted && quotedPerson)))
            {
                return !IsNamedAfterOpening(text, words.Span.Start);
            }

            if (_many.Contains(word) && !(anybody || (quoted && quotedAnybody)))
            {
                return !IsNamedAfterOpening(text, words.Span.Start);
            }

            var opener = _openers.Contains(word) || (number == 0 && (word.EndsWith("ing") || word.EndsWith("ly") || word.EndsWith("ed")));
            // "A prosecutor … he": whoever is brought in with "a" is meant.
            var isPerson = (number == 0 && word is "A" or "a" or "An" or "an") || IsPerson(word) || word.EndsWith("-old")
                || (char.IsUpper(word[0]) && !opener && !_times.Contains(word));
            var isAnybody = !opener && !EnglishReferences.IsBeing(word) && word.Length > 2;
            (person, anybody) = (person || (isPerson && !quoted), anybody || (isAnybody && !quoted));
            (quotedPerson, quotedAnybody) = (quotedPerson || isPerson, quotedAnybody || isAnybody);
            number++;
        }

        return false;
    }

    /// <summary>Whether one of the next words is a name, before another pronoun.</summary>
    public static bool IsNamedSoon(Words words)
    {
        for (var i = 0; i < LongestToName && words.MoveNext(); i++)
        {
            var word = words.Current;
            if (IsPronoun(word) || Is(word, "it", "that") || Is(word, "his", "her"))
            {
                return false;
            }

            if (char.IsUpper(word[0]) && !_openers.Contains(word) && !_times.Contains(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"When he signed the act, Obama said …": whether somebody is named behind the clause that opens the sentence.</summary>
    public static bool IsNamedAfterOpening(ReadOnlySpan<char> text, int pronoun)
    {
        var comma = text.IndexOf(", ", StringComparison.Ordinal);
        if (comma < pronoun || text[..comma].IndexOfAny("\"“”") >= 0)
        {
            return false;
        }

        var words = new Words(text[comma..]);
        for (var i = 0; i < 3 && words.MoveNext(); i++)
        {
            if (_people.Contains(Bare(words.Current)) || (char.IsUpper(words.Current[0]) && words.Current.Length > 1 && !_openers.Contains(words.Current)))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> word) => word.EndsWith("'s") || word.EndsWith("’s") ? word[..^2] : word;

    private static bool Is(ReadOnlySpan<char> word, string one, string other = "") =>
        word.Equals(one, StringComparison.OrdinalIgnoreCase) || (other.Length > 0 && word.Equals(other, StringComparison.OrdinalIgnoreCase));

    private static WordSet Set(string words) => WordSet.Of(words);
}
