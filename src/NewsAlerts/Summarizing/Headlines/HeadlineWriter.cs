using System.Globalization;
using NewsAlerts.Articles;
using NewsAlerts.Summarizing.Embedded;

namespace NewsAlerts.Summarizing.Headlines;

/// <summary>An article's headline: its own title where it is a real one, otherwise its lead, compressed.</summary>
internal static class HeadlineWriter
{
    // Before giving up on leads that say too little by themselves: "Eight minutes of sheer terror."
    private const int LeadsTried = 3;
    private const int ShortestLead = 6;

    public static string Write(Article article, IReadOnlyList<StorySentence> story) =>
        Titles.Find(article) ?? Compress(article.Citation.Language, story);

    private static string Compress(string language, IReadOnlyList<StorySentence> story)
    {
        var leads = story.Take(LeadsTried)
            .Where(sentence => sentence.WordCount >= ShortestLead && Readability.DependenceOf(sentence.Text) < Readability.Dependent)
            .Select(sentence => sentence.Text);
        var headline = language == "en"
            ? leads.Select(TryCompress).FirstOrDefault(found => found is not null)
                ?? EnglishCompressor.Compress(story[0].Text)
            : PlainCompressor.Compress(leads.FirstOrDefault() ?? story[0].Text, language);

        // Nothing is left of a text that is all punctuation.
        headline = headline.Length > 0 ? headline : story[0].Text;
        return char.IsLower(headline[0]) ? char.ToUpper(headline[0], CultureInfo.InvariantCulture) + headline[1..] : headline;
    }
    // Its words are told in small letters; which of them are names is not, so that the headline stays in capitals.
    private static string? TryCompress(string lead) =>
        Shouting.Is(lead) ? EnglishCompressor.TryCompress(lead.ToLowerInvariant())?.ToUpperInvariant() : EnglishCompressor.TryCompress(lead);
}
