namespace NewsAlerts.Local.Evaluating;

/// <summary>What a summary is measured beside. All of them choose from <see cref="PlainSentences"/>.</summary>
internal static class Baselines
{
    /// <summary>Sentences that the quadratic ones look at; news has far fewer.</summary>
    public const int MostSentences = 500;

    private const int HeadlineWords = 12;

    /// <summary>The first sentences.</summary>
    public static IReadOnlyList<string> Lead(IReadOnlyList<string> sentences, int count) => [.. sentences.Take(count)];

    /// <summary>The first words.</summary>
    public static string LeadWords(IReadOnlyList<string> sentences) =>
        string.Join(' ', sentences.SelectMany(Whitespace.Split).Take(HeadlineWords));

    /// <summary>
    /// What nobody can do without the reference: sentences picked one by one for the most ROUGE-1 plus ROUGE-2, until none adds any
    /// (Nallapati and others, 2017). An estimate of the ceiling for whole sentences.
    /// </summary>
    public static IReadOnlyList<string> Oracle(IReadOnlyList<string> sentences, IReadOnlyList<string[]> reference, int count, bool unicode)
    {
        var tokens = sentences.Take(MostSentences).Select(sentence => RougeTokens.Of(sentence, unicode)).ToList();
        var chosen = new SortedSet<int>();
        for (var (best, gained) = (0d, true); gained && chosen.Count < count;)
        {
            var next = Enumerable.Range(0, tokens.Count)
                .Where(candidate => !chosen.Contains(candidate))
                .Select(candidate => (Candidate: candidate, Score: Score([.. chosen.Append(candidate).Order().Select(index => tokens[index])])))
                .DefaultIfEmpty((Candidate: -1, Score: 0))
                .MaxBy(found => found.Score);
            gained = next.Score > best;
            if (gained)
            {
                best = next.Score;
                chosen.Add(next.Candidate);
            }
        }

        return [.. chosen.Select(index => sentences[index])];

        double Score(string[][] prediction) => Rouge.One(reference, prediction).F1 + Rouge.Two(reference, prediction).F1;
    }
}

/// <summary>Words as white space parts them: how long a text is, whatever its script counts as words.</summary>
internal static class Whitespace
{
    public static string[] Split(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
