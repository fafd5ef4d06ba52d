using NewsAlerts.Summarizing.Headlines;

namespace NewsAlerts.Summarizing.Embedded.Compressing;

/// <summary>
/// What an English sentence can do without, told by its commas and its closed word classes: no parser, so that only patterns with one
/// reading are cut. Each wants the verb of the main clause where it must be; where that is in doubt, nothing goes.
/// </summary>
internal static class EnglishCuts
{
    private const int LongestApposition = 16;
    private const int FewestInClause = 6;

    private static readonly WordSet _relatives = Set("which who whose where whom");

    private static readonly WordSet _articles = Set("a an the");

    // ", a mass shooting that …": behind a whole sentence, it says again what happened.
    private static readonly WordSet _indefinite = Set("a an");

    private static readonly WordSet _circumstances = Set("after following while speaking before during");

    // They look like a participle, or say what is true only with them.
    private static readonly WordSet _notParticiples = Set(
        "according during depending regarding concerning considering morning evening spring king thing nothing something anything everything sibling pending barring failing "
        + "assuming providing excluding owing");

    private static readonly WordSet _subjects = Set(
        "the a an he she it they we this that these those his her its their");

    private static readonly WordSet _finite = WordSet.Of(string.Empty, EnglishWords.Auxiliaries, EnglishWords.Verbs);

    private static readonly WordSet _onlyFinite = WordSet.Of("said says", EnglishWords.Auxiliaries);

    private static readonly WordSet _beforeVerb = Set("also later then now still already once");

    /// <summary>The next stretch that can go; null where none can.</summary>
    /// <param name="text">A sentence.</param>
    public static Cut? Next(string text)
    {
        var pieces = Pieces.Of(text);
        return Inner(pieces) ?? Tail(pieces) ?? Opening(pieces) ?? Clause(text, pieces) ?? Circumstance(text, pieces);
    }

    // "X, who was born there, said …", "X, a doctor, said …".
    private static Cut? Inner(Pieces pieces)
    {
        for (var first = 1; first + 1 < pieces.Count; first++)
        {
            if (pieces[first].StartsWith("including ") && first + 2 == pieces.Count && IsPredicate(pieces[first + 1]) && !IsKept(pieces, first, first + 1))
            {
                return new Cut(pieces.EndOf(first - 1), pieces.StartOf(first + 1) - 1);
            }

            var relative = OpensWith(pieces[first], _relatives);
            var apposition = !relative && IsApposition(pieces, first);
            if (!relative && !apposition)
            {
                continue;
            }

            var next = first + 1;
            while (next < pieces.Count && !IsPredicate(pieces[next]))
            {
                next++;
            }

            if (next < pieces.Count && (relative || next == first + 1) && IsVerbOfSubject(pieces, first, next) && !IsKept(pieces, first, next))
            {
                // "The museum, housed in a mill, which had been empty, reopened": the comma before still opens something.
                var comma = first > 1 && !IsAdverbial(pieces[0]);
                return new Cut(pieces.EndOf(first - 1), comma ? pieces.EndOf(next - 1) : pieces.StartOf(next) - 1);
            }
        }

        return null;
    }

    // ", which opened in May.", ", leaving the quay empty."
    private static Cut? Tail(Pieces pieces)
    {
        var last = pieces.Count - 1;
        if (last == 0 || !HasVerb(pieces[last - 1]) || IsKept(pieces, last, pieces.Count))
        {
            return null;
        }

        var goes = OpensWith(pieces[last], _relatives) || (IsParticiple(pieces[last]) && !IsList(pieces[last - 1], pieces[last])) || OpensWith(pieces[last], _circumstances) || OpensWith(pieces[last], _indefinite);
        return goes ? new Cut(pieces.EndOf(last - 1), pieces.End) : null;
    }

    // "After the vote, the minister resigned": when it was is left out, what happened is not.
    private static Cut? Opening(Pieces pieces) =>
        pieces.Count > 1 && OpensWith(pieces[0], _circumstances) && HasVerb(pieces[1]) && !IsKept(pieces, 0, 1) && OpensSubject(pieces[1])
            ? new Cut(0, pieces.StartOf(1))
            : null;

    // "…; the board agreed", ", and the board agreed": two sentences in one, of which the first stands alone.
    private static Cut? Clause(string text, Pieces pieces)
    {
        for (var piece = pieces.Count - 1; piece > 0; piece--)
        {
            var words = pieces[piece];
            if (words.StartsWith("and ") && OpensSubject(words[4..]) && HasVerb(words[4..]) && HasVerb(pieces[piece - 1])
                && Words.CountIn(text.AsSpan(0, pieces.EndOf(piece - 1))) >= FewestInClause && !IsKept(pieces, piece, pieces.Count))
            {
                return new Cut(pieces.EndOf(piece - 1), pieces.End);
            }
        }

        return null;
    }

    // "… were killed after gunmen attacked the house": without a comma, from the last such clause on.
    private static Cut? Circumstance(string text, Pieces pieces)
    {
        var last = pieces.Count - 1;
        var piece = pieces[last];
        var (head, found) = (0, -1);
        var words = new Words(piece);
        while (words.MoveNext())
        {
            var opens = words.Current is "after" or "while" or "amid" or "following" or "before" || (words.Current is "as" or "when" && OpensSubject(piece[words.Span.End..].TrimStart()));
            if (opens && head >= FewestInClause && HasVerb(piece[..words.Span.Start]) && piece[words.Span.Start - 1] == ' ')
            {
                found = words.Span.Start - 1;
            }

            head++;
        }

        return found > 0 && !KeptWords.AreIn(piece[found..], "en") && (HasVerb(piece[(found + 1)..]) || piece[found..].StartsWith(" amid ") || piece[found..].StartsWith(" following "))
            ? new Cut(pieces.StartOf(last) + found, pieces.End)
            : null;
    }

    private static bool IsKept(Pieces pieces, int first, int end)
    {
        for (var piece = first; piece < end; piece++)
        {
            if (KeptWords.AreIn(pieces[piece], "en"))
            {
                return true;
            }
        }

        return false;
    }

    // "X, who was born there, raised two sons": the last verb may be the clause's own, unless the subject still lacks one or no clause
    // without its subject could have it.
    private static bool IsVerbOfSubject(Pieces pieces, int first, int next)
    {
        if (AnyPredicate(pieces, next + 1))
        {
            return false;
        }

        for (var piece = 0; piece < first; piece++)
        {
            if (HasVerb(pieces[piece]))
            {
                return OpensWith(pieces[next], _onlyFinite);
            }
        }

        return true;
    }

    private static bool IsAdverbial(ReadOnlySpan<char> piece)
    {
        var words = new Words(piece);
        return words.MoveNext() && (EnglishWords.Prepositions.Contains(words.Current) || EnglishWords.Subordinators.Contains(words.Current));
    }

    private static bool IsApposition(Pieces pieces, int piece)
    {
        var words = pieces[piece];
        return OpensWith(words, _articles) && !HasVerb(words) && Words.CountIn(words) <= LongestApposition && EndsWithName(pieces[piece - 1]);
    }

    private static bool EndsWithName(ReadOnlySpan<char> piece)
    {
        var space = piece.LastIndexOf(' ');
        return space >= 0 && space + 1 < piece.Length && char.IsUpper(piece[space + 1]);
    }

    private static bool IsParticiple(ReadOnlySpan<char> piece)
    {
        var words = new Words(piece);
        return words.MoveNext() && words.Current.Length > 4 && words.Current.EndsWith("ing") && char.IsLower(words.Current[0]) && !_notParticiples.Contains(words.Current);
    }

    // "Before hitting, shoving and threatening her": the last of several.
    private static bool IsList(ReadOnlySpan<char> before, ReadOnlySpan<char> piece) => Participles(before) > 0 && Participles(piece) > 1;

    private static int Participles(ReadOnlySpan<char> piece)
    {
        var count = 0;
        foreach (var word in new Words(piece))
        {
            count += word.Length > 4 && word.EndsWith("ing") ? 1 : 0;
        }

        return count;
    }

    private static bool OpensSubject(ReadOnlySpan<char> piece)
    {
        var words = new Words(piece);
        return words.MoveNext() && words.Span.Start == 0 && (_subjects.Contains(words.Current) || char.IsUpper(words.Current[0]));
    }

    /// <summary>Whether a piece goes on with the verb of the subject before it: "said …", "has also won …".</summary>
    private static bool IsPredicate(ReadOnlySpan<char> piece)
    {
        var words = new Words(piece);
        if (words.MoveNext() && (_beforeVerb.Contains(words.Current) || words.Current.EndsWith("ly")))
        {
            words.MoveNext();
        }

        return words.Current.Length > 0 && char.IsLower(words.Current[0]) && (_finite.Contains(words.Current) || IsRegularPast(words.Current));
    }

    private static bool AnyPredicate(Pieces pieces, int first)
    {
        for (var piece = first; piece < pieces.Count; piece++)
        {
            if (IsPredicate(pieces[piece]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasVerb(ReadOnlySpan<char> piece)
    {
        var words = new Words(piece);
        while (words.MoveNext())
        {
            if (words.Span.Start > 0 && char.IsLower(words.Current[0]) && (_finite.Contains(words.Current) || IsRegularPast(words.Current)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool OpensWith(ReadOnlySpan<char> piece, WordSet set)
    {
        var words = new Words(piece);
        return words.MoveNext() && words.Span.Start == 0 && set.Contains(words.Current);
    }

    private static bool IsRegularPast(ReadOnlySpan<char> word) =>
        word.Length > 4 && word.EndsWith("ed") && !word.Contains('-') && !(word is "hundred" or "indeed" or "speed" or "aged" or "united");

    private static WordSet Set(string words) => WordSet.Of(words);
}
