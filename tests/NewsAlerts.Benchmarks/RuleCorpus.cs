using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using NewsAlerts.Articles;
using NewsAlerts.Ingesting;
using NewsAlerts.Ingesting.Text;
using NewsAlerts.Routing.Rules;

namespace NewsAlerts.Benchmarks;

/// <summary>
/// Articles, and rules of the words of other texts that are like them, since rules are written before the articles come; the same every time.
/// </summary>
internal sealed class RuleCorpus
{
    private const int Seed = 20_260_504;
    private const int MostArticles = 200;

    private readonly Random _random = new(Seed);
    private readonly List<string[]> _words;

    private RuleCorpus(IReadOnlyList<string> texts)
    {
        var composer = new ArticleComposer(new LanguageDetector(), Options.Create(new IngestOptions()), TimeProvider.System);
        var head = new OriginalHead("article.txt", ETag: "", 0, ContentType: null, DateTimeOffset.UnixEpoch);
        Articles = [.. texts.Select(text => composer.Compose(head, new ArticleDraft { Text = text, Language = "en" })).OfType<ComposeOutcome.Composed>().Select(composed => composed.Article).Take(MostArticles)];
        // People ask for what tells articles apart, not for words that one in fifty has.
        var words = texts.Select(text => text.Split(' ').Select(word => word.Trim(',', '.', '"', '\'', '(', ')').ToLowerInvariant()).Where(IsTopic).ToList()).ToList();
        var common = words.SelectMany(text => text.Distinct()).CountBy(word => word).Where(word => word.Value > texts.Count / 50).Select(word => word.Key).ToHashSet();
        _words = [.. words.Skip(Articles.Count).Select(text => text.Where(word => !common.Contains(word)).ToArray()).Where(text => text.Length > 10)];
    }

    public IReadOnlyList<Article> Articles { get; }

    /// <summary>The texts of a file of JSON lines.</summary>
    public static RuleCorpus Of(string file) =>
        new([.. File.ReadLines(file).Take(20_000).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!)]);

    /// <summary>Words as frequent as Zipf's law has it, 30,000 of them, 300 to 900 in an article.</summary>
    public static RuleCorpus Generated()
    {
        var random = new Random(Seed);
        var vocabulary = Enumerable.Range(0, 30_000).Select(_ => Word(random)).Distinct().ToArray();
        var sums = new double[vocabulary.Length];
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] = (i == 0 ? 0 : sums[i - 1]) + (1 / Math.Pow(i + 2.7, 1.05));
        }

        return new RuleCorpus([.. Enumerable.Range(0, 5_000).Select(_ => Text())]);

        string Text()
        {
            var text = new StringBuilder();
            for (var left = random.Next(300, 900); left > 0; left--)
            {
                var at = Array.BinarySearch(sums, random.NextDouble() * sums[^1]);
                text.Append(vocabulary[Math.Min(at < 0 ? ~at : at, sums.Length - 1)]).Append(left % 17 == 0 ? ". " : " ");
            }

            return text.Append("end.").ToString();
        }
    }

    /// <summary>Different rules of the shapes that people write, each from the words of one text.</summary>
    public IReadOnlyList<Rule> Rules(int count)
    {
        var rules = new HashSet<string>(StringComparer.Ordinal);
        while (rules.Count < count)
        {
            var words = _words[_random.Next(_words.Count)];
            string One() => words[_random.Next(words.Length)];
            rules.Add(_random.Next(20) switch
            {
                < 8 => $"{One()} {One()}",
                < 12 => $"{One()} {One()} {One()}",
                < 14 => $"\"{string.Join(' ', words.Skip(_random.Next(words.Length - 2)).Take(2))}\"",
                < 16 => $"{One()} ({One()} OR {One()})",
                < 17 => $"{One()} {One()} -{One()}",
                < 18 => $"\"{One()} {One()}\"~20",
                < 19 => $"{One()[..4]}* {One()} {One()}",
                _ => $"{One()} title:{One()}",
            });
        }

        return [.. rules.Select(Rule.Parse)];
    }

    private static bool IsTopic(string word) => word.Length >= 4 && word.All(char.IsAsciiLetterLower);

    private static string Word(Random random)
    {
        var word = new StringBuilder();
        for (var syllables = random.Next(2, 5); syllables > 0; syllables--)
        {
            word.Append("bcdfghjklmnprstvwz"[random.Next(18)]).Append("aeiou"[random.Next(5)]);
        }

        return word.ToString();
    }
}
