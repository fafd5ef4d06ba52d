using Microsoft.Extensions.Options;
using NewsAlerts.Articles;
using NewsAlerts.Ingesting.Formats;
using NewsAlerts.Ingesting.Text;

namespace NewsAlerts.Ingesting;

/// <summary>Makes articles of drafts: normalised, split, identified.</summary>
public sealed class ArticleComposer(LanguageDetector languages, IOptions<IngestOptions> options, TimeProvider time)
{
    /// <summary>A longer title is no title; it is cut at a word.</summary>
    internal const int LongestTitle = 500;
    private const int FewestWords = 5;

    /// <summary>Composes the article of an entry, or passes on why the entry is none.</summary>
    /// <param name="head">The original that the entry was read from.</param>
    /// <param name="read">What a reader made of the entry.</param>
    /// <param name="entry">Which of the original's entries it is, from 0; null where it is the whole original.</param>
    public ComposeOutcome Compose(OriginalHead head, ReadEntry read, int? entry) => read switch
    {
        ReadEntry.Drafted(var draft) => Compose(head, draft, entry),
        ReadEntry.Rejected(var rejection) => new ComposeOutcome.Rejected(rejection with { Entry = entry }),
        _ => throw new InvalidOperationException($"Unknown entry {read}."),
    };

    /// <summary>Composes an article.</summary>
    /// <param name="head">The original that the draft was read from.</param>
    /// <param name="draft">What a reader found.</param>
    /// <param name="entry">Which of the original's entries it is, from 0; null where it is the whole original.</param>
    /// <param name="id">Its id where it is never stored and goes by another name; null for the one that its text gives it.</param>
    public ComposeOutcome Compose(OriginalHead head, ArticleDraft draft, int? entry = null, ArticleId? id = null)
    {
        var limit = options.Value.MaxTextLength;
        // White space aside, normalising makes no text much shorter: don't normalise what can't fit.
        if (draft.Text.Length > 8L * limit)
        {
            return new ComposeOutcome.Rejected(Reject.TooLong(draft.Text.Length, limit, entry));
        }

        var title = Title(draft.Title);
        var text = WithoutTitle(TextNormalizer.Normalize(draft.Text), title);
        if (text.Length > limit)
        {
            return new ComposeOutcome.Rejected(Reject.TooLong(text.Length, limit, entry));
        }

        if (text.Length == 0)
        {
            return new ComposeOutcome.Rejected(Reject.NoText("There is no text beside the title.", entry));
        }

        var language = CitedLanguage.Of(draft.Language, text, languages);
        var paragraphs = ParagraphSplitter.Split(text);
        var sentences = Sentences(text, paragraphs, language);
        if (!IsArticle(text, sentences))
        {
            return new ComposeOutcome.Rejected(Reject.NoText($"The text has fewer than {FewestWords} words and no sentence.", entry));
        }

        return new ComposeOutcome.Composed(new Article
        {
            Id = id ?? ArticleId.Of(title, text),
            Citation = new Citation
            {
                Title = title,
                Source = Line(draft.Source, 200),
                Url = CitedUrl.Of(draft.Url),
                Byline = CitedByline.Of(draft.Byline),
                Published = draft.Published is { Year: >= 1900 and <= 2100 } ? draft.Published : null,
                Language = language,
            },
            Categories = CitedCategories.Of(draft.Categories),
            Text = text,
            Paragraphs = paragraphs,
            Sentences = sentences,
            Original = new OriginalReference(head.Name, head.Key, entry ?? 0),
            Ingested = time.GetUtcNow(),
        });
    }

    private static List<Sentence> Sentences(string text, IReadOnlyList<TextSpan> paragraphs, string language)
    {
        var sentences = new List<Sentence>(paragraphs.Count * 2);
        var spans = new List<TextSpan>();
        for (var paragraph = 0; paragraph < paragraphs.Count; paragraph++)
        {
            spans.Clear();
            SentenceSplitter.Add(text, paragraphs[paragraph], language, spans);
            foreach (var span in spans)
            {
                sentences.Add(new Sentence(span, paragraph));
            }
        }

        return sentences;
    }

    /// <summary>Enough words, or a sentence; scripts without spaces have about two letters to a word.</summary>
    private static bool IsArticle(string text, IReadOnlyList<Sentence> sentences)
    {
        var words = WordCount.Of(text, atMost: FewestWords);
        return words >= FewestWords || (words >= 3 && sentences.Any(sentence => Lines.EndsSentence(text, sentence.Span)));
    }

    private static string? Title(string? title) => Line(title, LongestTitle);

    internal static string? Line(string? value, int longest)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        // Ten times the limit is enough to find that many visible characters in anything but an attack.
        var line = TextNormalizer.NormalizeLine(value.Length > longest * 10 ? value[..(longest * 10)] : value);
        if (line.Length > longest)
        {
            var cut = line.LastIndexOf(' ', longest - 1);
            cut = cut > longest / 2 ? cut : Graphemes.Fit(line, longest - 1);
            line = string.Concat(line.AsSpan(0, cut).TrimEnd(), "…");
        }

        return line.Any(char.IsLetterOrDigit) ? line : null;
    }

    /// <summary>Drops a first line that says the title once more; two articles that differ only in it are one.</summary>
    private static string WithoutTitle(string text, string? title)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        end = end < 0 ? text.Length : end;
        if (title is null || end > LongestTitle + 50)
        {
            return text;
        }

        return Letters(text[..end]).SequenceEqual(Letters(title)) ? text[end..].TrimStart('\n') : text;
    }

    private static IEnumerable<char> Letters(string line) => line.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant);
}
