using System.Globalization;
using NewsAlerts.Articles;
using NewsAlerts.Summarizing.Embedded;

namespace NewsAlerts.Summarizing.Headlines;

/// <summary>An article's headline: its own title where it is a real one, otherwise its lead, compressed.</summary>
internal static class HeadlineWriter
{
    // Before giving up on leads that say too little by themselves: "Eight minutes of sheer terror."
    private const int LeadsTried = 3;

    public static string Write(Article article, IReadOnlyList<StorySentence> story) =>
        Titles.Find(article) ?? Compress(article.Citation.Language, Lead(article.Citation.Language, story));

    private static string Lead(string language, IReadOnlyList<StorySentence> story)
    {
        foreach (var sentence in story.Take(LeadsTried))
        {
            var telling = language != "en" || EnglishClause.HasVerb(sentence.Text);
            if (telling && sentence.Leaning < Readability.Dependent && sentence.WordCount >= 6)
            {
                return sentence.Text;
            }
        }

        return story[0].Text;
    }

    private static string Compress(string language, string lead)
    {
        var headline = language == "en" ? EnglishCompressor.Compress(lead) : PlainCompressor.Compress(lead, TermAnalyzers.StopWordsOf(language));
        headline = headline.Length > 0 ? headline : lead;
        return char.IsLower(headline[0]) ? char.ToUpper(headline[0], CultureInfo.InvariantCulture) + headline[1..] : headline;
    }
}
