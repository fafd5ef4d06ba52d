using NewsAlerts.Summarizing.Headlines;

namespace NewsAlerts.Summarizing.Embedded.Compressing;

/// <summary>
/// Before which words of an English sentence it can end. What counts for all of them, such as its last condition, is looked for once: looked for
/// again at every word, it would take time that grows with the sentence's square.
/// </summary>
internal sealed class EnglishBoundaries
{
    private static readonly WordSet _relatives = WordSet.Of("which who whose where whom");

    private static readonly WordSet _circumstances = WordSet.Of("after before while when as following amid during since because with where saying complete");

    private static readonly WordSet _prepositions = WordSet.Of("in on at from for by along");

    // What says when or why without a comma before it; "where", "who" and "which" would say who is meant.
    private static readonly WordSet _bareCircumstances = WordSet.Of("after while amid following before as when because since");

    private readonly List<SplitWord> _words;
    private readonly EnglishAttributions _attributions;
    private readonly int _lastCondition;
    private readonly int _firstNegation;
    private readonly int _lastPredicate;
    private readonly int _dashes;

    public EnglishBoundaries(List<SplitWord> words, EnglishAttributions attributions)
    {
        (_words, _attributions) = (words, attributions);
        _lastCondition = words.FindLastIndex(IsCondition);
        _firstNegation = words.FindIndex(word => EnglishPieces.Negates(word.Lower) || EnglishPieces.IsContracted(word.Lower));
        _firstNegation = _firstNegation < 0 ? words.Count : _firstNegation;
        _lastPredicate = words.Count - 1;
        while (_lastPredicate >= 0 && !(words[_lastPredicate].Before is Gap.Comma && EnglishVerbs.IsPredicate(words, _lastPredicate)))
        {
            _lastPredicate--;
        }

        _dashes = words.Count(word => word.Before is Gap.Dash);
    }

    /// <summary>Whether the sentence can end before a word, as far as the words around it tell.</summary>
    public bool IsAt(int at)
    {
        var word = _words[at];
        if (word.IsQuoted || (at <= _lastCondition && !IsWithinClause(at)))
        {
            return false;
        }

        return word.Before switch
        {
            Gap.Semicolon => EnglishVerbs.CountIn(_words, at, EnglishPieces.EndOf(_words, at)) > 0,
            // A second dash closes what the first opened.
            Gap.Dash => _dashes == 1,
            Gap.Comma => OpensTail(at) || _attributions.EndAt(at),
            Gap.Space => OpensBareTail(at),
            // Behind a quotation.
            Gap.Other => word.Lower is "and" && _words[at - 1].IsQuoted && OpensBareTail(at),
            _ => false,
        };
    }

    // "… and called it wrong that nobody would come if it rained": the condition is what is said there, not of what is kept.
    private bool IsWithinClause(int at) =>
        _words[at].Lower is "and" && _words.FindIndex(at, _words.FindIndex(at, IsCondition) - at, word => word.Lower is "that") >= 0;

    private bool OpensTail(int at)
    {
        var word = _words[at].Lower;
        if (word is "and")
        {
            return EnglishPieces.OpensSubject(_words[at + 1]) ? EnglishVerbs.CountIn(_words, at + 1, EnglishPieces.EndOf(_words, at + 1)) > 0 : EnglishVerbs.IsPredicate(_words, at + 1);
        }

        if (_words[at].IsCapital || Resumes(at))
        {
            return false;
        }

        return _relatives.Contains(word)
            || (_circumstances.Contains(word) && !(word is "as" && _words[at + 1].Lower is "well" or "of"))
            || (_prepositions.Contains(word) && _words[at + 1].Lower is "a" or "an" or "what" or "with")
            || (EnglishPieces.IsParticiple(word) && word is not "including")
            || (EnglishVerbs.IsPast(word) && EnglishWords.Prepositions.Contains(_words[at + 1].Lower))
            || (word is "a" or "an" && EnglishVerbs.CountIn(_words, EnglishPieces.StartOf(_words, at - 1), at) > 0)
            || (word is "including" && !_words[at..].Exists(each => each.IsCapital));
    }

    private bool OpensBareTail(int at)
    {
        var word = _words[at].Lower;
        if (word is not "and" && !_bareCircumstances.Contains(word))
        {
            return false;
        }

        if (_words[at].IsCapital || _words[at - 1].Lower is "well" or "such" or "same" or "so" or "just" or "soon" or "even" or "days" or "hours" or "weeks" or "months" or "years" or "day" or "week" or "month"
            or "year" or "shortly" or "minutes" or "ever" or "only" or "known" or "described" || at > _firstNegation)
        {
            return false;
        }

        if (word is "and")
        {
            return (_words[at + 1].Lower is "he" or "she" or "it" or "they" && EnglishVerbs.CountIn(_words, at + 2, Math.Min(_words.Count, at + 5)) > 0) || OpensPredicate(at);
        }

        return (word is not ("as" or "when" or "because" or "since") || (EnglishPieces.OpensSubject(_words[at + 1]) && EnglishVerbs.CountIn(_words, at + 2, EnglishPieces.EndOf(_words, at)) > 0))
            && !Resumes(at)
            && EnglishVerbs.CountIn(_words, at + 1, EnglishPieces.EndOf(_words, at)) <= 1 + _words[(at + 1)..EnglishPieces.EndOf(_words, at)].Count(each => EnglishVerbs.OpensClause(each.Lower));
    }

    // "The court heard the case |and fixed a day for the next": what else the subject did. Not one of several things, nor of "beaten and robbed" or "rural and impoverished areas".
    private bool OpensPredicate(int at)
    {
        var (piece, next) = (at - 1, _words[at + 1]);
        while (piece > 0 && _words[piece].Before is Gap.Space or Gap.Other)
        {
            piece--;
        }

        return next.Before is Gap.Space && EnglishVerbs.IsPredicate(_words, at + 1)
            && (!EnglishVerbs.IsPast(next.Lower) || (at + 2 < _words.Count && (EnglishPieces.OpensSubject(_words[at + 2]) || char.IsDigit(_words[at + 2].Lower[0]) || EnglishWords.IsFunctionWord(_words[at + 2].Lower))))
            && !EnglishVerbs.IsPast(_words[at - 1].Lower) && !EnglishWords.Participles.Contains(_words[at - 1].Lower)
            && (piece == 0 || EnglishPieces.OpensSubject(_words[piece])) && EnglishVerbs.CountIn(_words, piece, at) > 0
            && _words.FindIndex(0, at, word => word.Lower is "both" or "between" or "either" || word.Before is Gap.Dash) < 0 && !Resumes(at);
    }

    private bool IsCondition(SplitWord word) => !word.IsQuoted && EnglishPieces.IsCondition(word.Lower) && !_attributions.Has(word);

    // "The plan, which had been dropped, will be taken up": behind what could go, the verb of what is before it.
    private bool Resumes(int at) => at < _lastPredicate;
}
