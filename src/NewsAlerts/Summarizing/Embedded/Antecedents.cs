using NewsAlerts.Summarizing.Embedded.Compressing;
using NewsAlerts.Summarizing.Headlines;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>
/// Whom the first "he" or "she" of an English sentence means: the one person who is the subject of the sentence before. Only where
/// that person is shown to be one, by an age, a title, "who" or a pronoun of the same gender, and nobody else is named beside him.
/// </summary>
internal static class Antecedents
{
    private const int LongestName = 4;
    private const int OldestPerson = 115;

    private static readonly WordSet _titles = Set(
        "mr mrs ms dr sir president senator sen rep gov governor king queen prince princess pope col gen sgt lt capt captain judge justice mayor minister chancellor coach actor actress singer prof professor "
        + "rapper comedian director author columnist congressman congresswoman sheriff officer detective lawyer attorney spokesman spokeswoman chairman chairwoman secretary ambassador archbishop bishop cardinal");

    // Between a name and what it follows, they show a place, a thing or an owner more often than a second person.
    private static readonly WordSet _before = Set("in at of from on the for near a an to by");

    private static readonly WordSet _notNames = Set(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december the a an u.s us uk u.k eu i");

    private static readonly WordSet _male = Set("he his him himself");
    private static readonly WordSet _female = Set("she her hers herself");

    /// <summary>A sentence with the name in the place of its first pronoun; null where there is none, or the name is not certain.</summary>
    /// <param name="text">An English sentence.</param>
    /// <param name="before">The sentence before it.</param>
    /// <param name="article">All that both stand in.</param>
    public static string? Resolve(string text, string before, string article)
    {
        var words = SplitWord.In(text);
        var at = words.FindIndex(word => word.Lower is "he" or "she" || (word.Lower is "his" or "her" && word.Start == 0));
        if (at < 0 || words[at].IsQuoted || (at > 0 && IsPlural(words, at)))
        {
            return null;
        }

        var pronoun = words[at];
        if (NameIn(before, pronoun.Lower is "he" or "his") is not { } name || (!name.Contains(' ', StringComparison.Ordinal) && !IsName(name, article))
            || text.Contains(name[(name.LastIndexOf(' ') + 1)..], StringComparison.Ordinal))
        {
            return null;
        }

        var possessive = pronoun.Lower is "his" or "her" ? "'s" : string.Empty;
        return $"{text[..pronoun.Start]}{name}{possessive}{text[pronoun.End..]}";
    }

    // "He and his wife", "their": more than the one who is named.
    private static bool IsPlural(List<SplitWord> words, int at) =>
        words.FindIndex(0, at, word => !word.IsQuoted && (word.Lower is "they" or "their" or "them" || EnglishPersons.IsPerson(word.Lower))) >= 0;

    private static string? NameIn(string sentence, bool isMale)
    {
        var words = SplitWord.In(sentence);
        var end = 0;
        while (end < words.Count && !words[end].IsQuoted && (end == 0 || words[end].Before is Gap.Space or Gap.Other) && (end == 0 || words[end].IsCapital || EnglishVerbs.CountIn(words, end, Math.Min(words.Count, end + 2)) == 0))
        {
            end++;
        }

        var start = end;
        while (start > 0 && words[start - 1].IsCapital && end - start < LongestName)
        {
            start--;
        }

        if (start == end || end >= words.Count || words[..end].Exists(word => word.Lower is "and" or "or" or "but" or "it" or "that" || EnglishWords.Prepositions.Contains(word.Lower) || word.Lower is "of" || word.Lower.EndsWith("'s", StringComparison.Ordinal) || word.Lower.EndsWith("’s", StringComparison.Ordinal)))
        {
            return null;
        }

        // More than a name, or part of a longer one: "District Attorney General William L. Gibbons".
        if (start > 0 && words[start - 1].IsCapital && start - 1 > 0)
        {
            return null;
        }

        if (words[start..end].Exists(word => _notNames.Contains(word.Lower) || EnglishPersons.IsOpener(word.Lower))
            || (start == 0 ? EnglishWords.IsFunctionWord(words[0].Lower) : EnglishPersons.IsOpener(words[0].Lower) && words[0].Lower is not ("the" or "a" or "an"))
            || (start > 0 && words[start - 1].Lower is "the" && end - start == 1))
        {
            return null;
        }

        var shown = IsShown(words, start, end, isMale);
        return shown && !AnyoneElse(words, end, isMale) ? sentence[words[start].Start..words[end - 1].End] : null;
    }

    private static bool IsShown(List<SplitWord> words, int start, int end, bool isMale)
    {
        var title = _titles.Contains(words[start].Lower) || (start > 0 && (_titles.Contains(words[start - 1].Lower) || words[start - 1].Lower is "minister" or "leader" or "chief" or "star" or "striker" or "player"));
        var age = end < words.Count && words[end].Before is Gap.Comma && int.TryParse(words[end].Lower, out var years) && years <= OldestPerson && (end + 1 == words.Count || words[end + 1].Before is Gap.Comma);
        var who = words[end].Lower is "who" or "whose";
        var pronouns = isMale ? _male : _female;
        return title || age || who || words.FindIndex(end, word => !word.IsQuoted && pronouns.Contains(word.Lower)) >= 0;
    }

    private static bool AnyoneElse(List<SplitWord> words, int end, bool isMale)
    {
        var others = isMale ? _female : _male;
        for (var i = end; i < words.Count; i++)
        {
            var opens = words[i].IsCapital && !_notNames.Contains(words[i].Lower) && !(words[i - 1].IsCapital && words[i].Before is Gap.Space);
            if (EnglishPersons.IsPerson(words[i].Lower) || (opens && !_before.Contains(words[i - 1].Lower) && !words[i].IsQuoted) || others.Contains(words[i].Lower))
            {
                return true;
            }
        }

        return false;
    }

    // One word at the opening of a sentence has its capital from there: somewhere else it must have it, too, and nowhere be without.
    private static bool IsName(string word, string article)
    {
        var inside = false;
        for (var at = article.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = article.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (char.IsLower(article[at]))
            {
                return false;
            }

            inside |= at > 1 && article[at - 1] == ' ' && (char.IsLower(article[at - 2]) || article[at - 2] == ',');
        }

        return inside;
    }

    private static WordSet Set(string words) => WordSet.Of(words);
}
