using System.Globalization;
using NewsAlerts.Articles;
using NewsAlerts.Ingesting.Text;

namespace NewsAlerts.Adapters.OpenAI;

/// <summary>
/// An article's sentences as the model sees them: one a line, numbered, with a mark in the place of every space, so that whatever stands in
/// them can be told from an instruction (datamarking: Hines et al., "Defending Against Indirect Prompt Injection Attacks With Spotlighting",
/// arXiv 2403.14720). No sentence can look like a line of its own: line breaks are marked too.
/// </summary>
internal sealed class MarkedArticle
{
    // The paper's own first: it is one token. The last is private, and removed from the text where it stands there.
    private static readonly char[] Marks = ['^', 'ˆ', '¬', '¦', '\uE000'];

    private readonly Article _article;
    private readonly char _mark;

    public MarkedArticle(Article article)
    {
        _article = article;
        _mark = Marks.FirstOrDefault(mark => !article.Text.Contains(mark, StringComparison.Ordinal), Marks[^1]);
    }

    public string Mark => _mark.ToString();

    public string Line(int sentence) =>
        string.Create(CultureInfo.InvariantCulture, $"[{sentence}]{_mark}{Spaced(_article.TextOf(sentence), _mark)}\n");

    public string Lines(IEnumerable<int> sentences) => string.Concat(sentences.Select(Line));

    /// <summary>What the model wrote, on one line, without marks that it copied.</summary>
    public string Tidy(string text) => TextNormalizer.NormalizeLine(text.Replace(_mark, ' '));

    private string Spaced(string text, char space) =>
        string.Join(space, text.Replace(_mark, ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
