namespace NewsAlerts.Summarizing.Headlines;

/// <summary>A word of a clause, with the punctuation that follows it.</summary>
/// <param name="Text">The word without the punctuation around it, except quotation marks and currency signs.</param>
/// <param name="Mark">The comma, dash, colon or semicolon that follows; NUL where none does.</param>
internal readonly record struct ClauseWord(string Text, char Mark)
{
    public bool Breaks => Mark != '\0';

    /// <summary>The bare word, for looking it up.</summary>
    public string Bare { get; } = Text.Trim(EnglishClause.AroundWords);

    public bool IsCapital => Bare.Length > 0 && char.IsUpper(Bare[0]);

    public bool IsAcronym
    {
        get
        {
            foreach (var c in Bare)
            {
                if (!char.IsUpper(c) && c != '.')
                {
                    return false;
                }
            }

            return Bare.Length > 1;
        }
    }

    /// <summary>Whether nothing ends on it; "May" and "US" are names.</summary>
    public bool IsFunctionWord => EnglishWords.IsFunctionWord(Bare) && Bare is not "May" && !IsAcronym;

    public bool IsPossessive => Bare is [.., '\'' or '’' or '?', 's'] || Text is [.., 's', '\'' or '’'];

    public string TextAndMark => Mark switch
    {
        '\0' => Text,
        '–' or '—' => Text + " –",
        _ => Text + Mark,
    };

    public bool IsNumber
    {
        get
        {
            foreach (var c in Bare)
            {
                if (char.IsDigit(c))
                {
                    return true;
                }
            }

            return false;
        }
    }
}

/// <summary>What can be told of an English clause without a parser.</summary>
internal static class EnglishClause
{
    /// <summary>What stands around a word without being of it.</summary>
    public static readonly char[] AroundWords = ['"', '“', '”', '‘', '’', '\'', '(', ')', '?', '!', '.'];

    private static readonly char[] _marks = [',', ';', ':', '–', '—'];

    public static List<ClauseWord> Read(string text)
    {
        var words = new List<ClauseWord>();
        foreach (var piece in text.Replace("--", " – ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (piece is "-" or "–" or "—")
            {
                Break(words);
                continue;
            }

            var bare = piece.TrimEnd(_marks);
            var quoted = bare.Length == piece.Length && piece.Length > 2 && piece[^1] is '"' or '”' && _marks.Contains(piece[^2]);
            var mark = quoted ? piece[^2] : bare.Length < piece.Length ? piece[bare.Length] : '\0';
            words.Add(new ClauseWord(quoted ? piece[..^2] + piece[^1] : bare, mark));
        }

        return words;

        static void Break(List<ClauseWord> words)
        {
            if (words.Count > 0)
            {
                words[^1] = words[^1] with { Mark = '–' };
            }
        }
    }

    /// <summary>The index of the first word that can only be, or most likely is, a finite verb; -1 where there is none.</summary>
    public static int VerbIn(List<ClauseWord> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (i > 0 && words[i].Bare is "who" or "which" or "that" or "whose" or "where")
            {
                i = EndOfRelative(words, i);
            }

            if (i < words.Count && IsVerb(words, i) && !IsReducedRelative(words, i))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The index just past the verb at <paramref name="verb"/> and what hangs on it: "has been dropped", "is looking".</summary>
    public static int EndOfVerb(List<ClauseWord> words, int verb)
    {
        var i = verb + 1;
        if (EnglishWords.Auxiliaries.Contains(words[verb].Bare))
        {
            while (i < words.Count && words[i].Bare is "be" or "been" or "being" or "not" or "have" or "also" or "to")
            {
                i++;
            }

            i += i < words.Count && !words[i].IsCapital && !EnglishWords.Articles.Contains(words[i].Bare) ? 1 : 0;
        }

        return i;
    }

    /// <summary>Whether a word is a past participle that a headline may have without its auxiliary.</summary>
    public static bool IsParticiple(string word) =>
        EnglishWords.Participles.Contains(word)
        || (word.Length > 4
            && word.EndsWith("ed", StringComparison.Ordinal)
            && !IsLacking(word)
            && word is not ("interested" or "supposed" or "expected" or "used"));

    // "Relatives of the 89 people killed in the crash continued to arrive": the first only says which people.
    private static bool IsReducedRelative(List<ClauseWord> words, int verb)
    {
        var follows = verb + 1 < words.Count ? words[verb + 1].Bare : string.Empty;
        if (words[verb].Breaks || !IsParticiple(words[verb].Bare) || !(follows is "in" or "by" or "at" or "from" or "during" or "with" or "under" or "to" or "as"))
        {
            return false;
        }

        for (var i = verb + 2; i < words.Count && !words[i - 1].Breaks && !EnglishWords.Subordinators.Contains(words[i].Bare); i++)
        {
            if (IsVerb(words, i))
            {
                return !IsParticiple(words[i].Bare) || !IsReducedRelative(words, i);
            }
        }

        return false;
    }

    // "families who are attempting to trace each other": its own verb, and those that hang on it, tell nothing of the family.
    private static int EndOfRelative(List<ClauseWord> words, int pronoun)
    {
        var i = pronoun + 1;
        while (i < words.Count && !IsVerb(words, i) && !EnglishWords.Verbs.Contains(words[i].Bare) && !words[i].Breaks)
        {
            i++;
        }

        while (i < words.Count && (IsVerb(words, i) || EnglishWords.Verbs.Contains(words[i].Bare) || IsLinked(words[i].Bare)))
        {
            i++;
        }

        return i;
    }

    private static bool IsLinked(string word) => word is "been" or "being" or "be" or "not";

    private static bool IsRegularPast(string word) => word.Length > 4
        && word.EndsWith("ed", StringComparison.Ordinal)
        && !word.Contains('-', StringComparison.Ordinal)
        && !IsLacking(word)
        && word is not ("hundred" or "united" or "indeed" or "speed" or "aged");

    // "unedited tapes", "an unnamed source": nobody "unedits".
    private static bool IsLacking(string word) => word.StartsWith("un", StringComparison.Ordinal)
        && !word.StartsWith("under", StringComparison.Ordinal)
        && word is not ("unveiled" or "uncovered" or "unleashed" or "unfolded" or "unearthed" or "unlocked" or "unloaded" or "unseated" or "unified" or "unsettled");

    public static bool IsVerb(List<ClauseWord> words, int index)
    {
        var word = words[index].Bare;
        // "May" and "Will" are verbs in small letters only.
        if (index == 0 || words[index].IsCapital)
        {
            return false;
        }

        if (EnglishWords.Auxiliaries.Contains(word))
        {
            return true;
        }

        var before = words[index - 1];
        // "a planned cut", "of jailed men", "the country's proposed law": not told, only described.
        var describes = before.IsPossessive
            || EnglishWords.Articles.Contains(before.Bare)
            || EnglishWords.Prepositions.Contains(before.Bare)
            || before.Bare is "of" or "to" or "and" or "or" or "his" or "her" or "their" or "its" or "who" or "which" or "that"
            or "be" or "been" or "being";
        return !describes && (EnglishWords.Verbs.Contains(word) || IsRegularPast(word));
    }
}
