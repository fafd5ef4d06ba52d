using Microsoft.Extensions.Options;
using NewsAlerts.Articles;
using NewsAlerts.Ingesting;

namespace NewsAlerts.Tests.Given;

/// <summary>What the demo drops, through the real readers.</summary>
internal static class DemoArticles
{
    /// <summary>The files' names.</summary>
    public static IEnumerable<string> Samples => Directory.EnumerateFiles(Folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);

    private static string Folder => Repository.PathOf("src/NewsAlerts.Local/Samples");

    /// <summary>The articles in one of them; none in the one that is broken.</summary>
    public static IEnumerable<Article> Of(string sample)
    {
        var reader = new OriginalReader(Options.Create(new IngestOptions()));
        var head = GivenArticle.Head(sample);
        return reader.Read(head, File.ReadAllBytes(Path.Combine(Folder, sample)), CancellationToken.None) is ReadOutcome.Entries entries
            ? entries.All.OfType<ReadEntry.Drafted>().Select(entry => GivenArticle.Composer().Compose(head, entry.Draft)).OfType<ComposeOutcome.Composed>().Select(composed => composed.Article)
            : [];
    }
}
