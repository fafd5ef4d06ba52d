namespace NewsAlerts.Summarizing.Embedded;

/// <summary>
/// English picture captions that ended up among a story's sentences: they tell in the present tense who is seen doing what, and when the
/// picture was taken. "Opposition supporters wave a flag in Port Ellery on Saturday." What only a picture shows needs no day: "Jon Maddox
/// celebrates the winning goal."
/// </summary>
internal static class Captions
{
    private const int MostWordsBeforeVerb = 6;
    private const int LongestUndated = 20;

    private static readonly WordSet _seen = WordSet.Of(
        "pauses holds waves walks speaks poses stands arrives sits greets shakes gestures smiles reacts carries listens hugs kisses signs tries leaves works sets looks stares "
        + "points weeps prays kneels embraces applauds cheers inspects examines");

    private static readonly WordSet _seenTogether = WordSet.Of("gather wave grieve stand line walk hold shout march pray stick pass sit carry cheer chant mourn light lay protest watch");

    private static readonly WordSet _shown = WordSet.Of("celebrates smashes grieves clashes blesses salutes hugs kisses waves poses gestures smiles weeps kneels embraces applauds cheers grabs stares");

    private static readonly WordSet _dates = WordSet.Of(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december");

    // What a caption has none of: a verb that tells, or one that says when else.
    private static readonly WordSet _telling = WordSet.Of("was were had has have will would said says told is are been that who which but because if");

    private static readonly WordSet _people = WordSet.Of("people men women children police crowds families");

    /// <summary>Whether a sentence is one.</summary>
    public static bool Are(ReadOnlySpan<char> text)
    {
        var (count, sees, dated, shown) = (0, false, false, false);
        var before = ReadOnlySpan<char>.Empty;
        foreach (var word in new Words(text))
        {
            if (_telling.Contains(word))
            {
                return false;
            }

            shown = shown || (count is > 1 and <= MostWordsBeforeVerb && char.IsUpper(before[0]) && _shown.Contains(word));
            sees = sees || shown || (count is > 0 and <= MostWordsBeforeVerb && (_seen.Contains(word) || (_seenTogether.Contains(word) && AreMany(before))));
            if (count == MostWordsBeforeVerb && !sees)
            {
                return false;
            }

            dated = dated || (char.IsUpper(word[0]) && count > 0 && _dates.Contains(word));
            before = word;
            count++;
        }

        return sees && (dated || (shown && count <= LongestUndated));
    }

    private static bool AreMany(ReadOnlySpan<char> word) => word is [.., 's'] || _people.Contains(word);
}
