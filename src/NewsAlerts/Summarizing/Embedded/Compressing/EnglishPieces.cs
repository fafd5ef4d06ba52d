namespace NewsAlerts.Summarizing.Embedded.Compressing;

/// <summary>The pieces of an English sentence between its marks, and what words open or change them.</summary>
internal static class EnglishPieces
{
    // They tell what is only true with them, or is not true at all.
    private static readonly WordSet _conditions = WordSet.Of(
        "if unless except until without provided denied denies deny denying false untrue only although though however but yet despite rather failing according");

    private static readonly WordSet _negations = WordSet.Of("not no never nobody nothing none neither nor without hardly barely scarcely cannot");

    private static readonly WordSet _notParticiples = WordSet.Of(
        "according during depending regarding concerning considering morning evening spring king thing nothing something anything everything pending barring failing assuming providing excluding owing "
        + "including");

    private static readonly WordSet _subjects = WordSet.Of(
        "the a an he she it they we i you this that these those his her its their our one two three four five six seven eight nine ten some many most several few both all no police officials another "
        + "others people residents critics experts authorities investigators prosecutors there nobody everyone");

    public static int EndOf(List<SplitWord> words, int at)
    {
        var end = at + 1;
        while (end < words.Count && (words[end].Before is Gap.Space || words[end].IsQuoted))
        {
            end++;
        }

        return Math.Min(end, words.Count);
    }

    public static int StartOf(List<SplitWord> words, int at)
    {
        while (at > 0 && words[at].Before is Gap.Space)
        {
            at--;
        }

        return at;
    }

    public static bool IsCondition(string word) => _conditions.Contains(word);

    /// <summary>Whether a word denies; "isn't" does in <see cref="IsContracted"/>.</summary>
    public static bool Negates(string word) => _negations.Contains(word);

    public static bool IsContracted(string word) => word.EndsWith("n't", StringComparison.Ordinal) || word.EndsWith("n’t", StringComparison.Ordinal);

    public static bool IsParticiple(string word) => word.Length > 4 && word.EndsWith("ing", StringComparison.Ordinal) && !_notParticiples.Contains(word);

    public static bool OpensSubject(SplitWord word) => word.IsCapital || _subjects.Contains(word.Lower);
}
