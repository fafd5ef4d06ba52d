using System.Buffers;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>Pronouns of English sentences that stand for somebody whom only a sentence before names.</summary>
internal static class UnnamedPersons
{
    private static readonly SearchValues<char> _quotationMarks = SearchValues.Create("\"“”«»„");

    private static readonly WordSet _many = WordSet.Of("they they're they've they'd they'll");

    /// <summary>Whether a "he", "she" or "they" stands behind nothing that could be meant. Whom a quotation names, the one who says it can't be.</summary>
    public static bool AreIn(ReadOnlySpan<char> text)
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

            if (EnglishReferences.Persons.Contains(word) && !(person || (quoted && quotedPerson)))
            {
                return !IsNamedAfterOpening(text, words.Span.Start);
            }

            if (_many.Contains(word) && !(anybody || (quoted && quotedAnybody)))
            {
                return !IsNamedAfterOpening(text, words.Span.Start);
            }

            var opener = EnglishReferences.Openers.Contains(word) || (number == 0 && (word.EndsWith("ing") || word.EndsWith("ly") || word.EndsWith("ed")));
            // "A prosecutor … he": whoever is brought in with "a" is meant.
            var isPerson = (number == 0 && word is "A" or "a" or "An" or "an") || EnglishReferences.IsPerson(word) || word.EndsWith("-old")
                || (char.IsUpper(word[0]) && !opener && !EnglishReferences.Times.Contains(word));
            var isAnybody = !opener && !EnglishReferences.Being.Contains(word) && word.Length > 2;
            (person, anybody) = (person || (isPerson && !quoted), anybody || (isAnybody && !quoted));
            (quotedPerson, quotedAnybody) = (quotedPerson || isPerson, quotedAnybody || isAnybody);
            number++;
        }

        return false;
    }

    /// <summary>Whether a pronoun's person is named behind the clause that opens the sentence: "When he signed the act, Obama said …".</summary>
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
            if (EnglishReferences.IsPerson(words.Current) || (char.IsUpper(words.Current[0]) && words.Current.Length > 1 && !EnglishReferences.Openers.Contains(words.Current)))
            {
                return true;
            }
        }

        return false;
    }
}
