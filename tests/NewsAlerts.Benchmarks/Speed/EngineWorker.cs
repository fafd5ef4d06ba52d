using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using NewsAlerts.Articles;
using NewsAlerts.Summarizing;
using NewsAlerts.Summarizing.Embedded;

namespace NewsAlerts.Benchmarks.Speed;

/// <summary>What a worker process does: a pass over all articles for every line on standard input.</summary>
internal static class EngineWorker
{
    public static async Task RunAsync(string engine, string file, int sentences)
    {
        await using var stream = File.OpenRead(file);
        var texts = await JsonSerializer.DeserializeAsync<string[]>(stream) ?? [];
        var pass = PassOf(engine, texts, sentences);
        while (await Console.In.ReadLineAsync() is not null)
        {
            var before = Environment.CpuUsage.TotalTime;
            await pass();
            Console.WriteLine((Environment.CpuUsage.TotalTime - before).TotalMilliseconds.ToString("f4", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Condenses all texts.</summary>
    private static Func<Task> PassOf(string engine, string[] texts, int sentences)
    {
        var summarizer = new EmbeddedSummarizer(Options.Create(new SummarizeOptions { KeyPoints = sentences }), TimeProvider.System);
        var composer = new EnglishComposer();
        switch (engine)
        {
            case "embedded":
                return () => CondenseAsync(texts.Select(composer.Compose));

            case "composed":
                var articles = Array.ConvertAll(texts, composer.Compose);
                return () => CondenseAsync(articles);

            case "ots":
                var bytes = Array.ConvertAll(texts, Encoding.UTF8.GetBytes);
                return () => Each(bytes, text => OpenTextSummarizer.Condense(text, sentences));

            case "ots-dictionary":
                return () => Each(texts, _ => OpenTextSummarizer.ReadDictionary());

            default:
                throw new ArgumentException($"There is no engine '{engine}'.", nameof(engine));
        }

        async Task CondenseAsync(IEnumerable<Article> articles)
        {
            foreach (var article in articles)
            {
                await summarizer.SummarizeAsync(article, CancellationToken.None);
            }
        }

        static Task Each<T>(T[] items, Action<T> work)
        {
            Array.ForEach(items, work);
            return Task.CompletedTask;
        }
    }
}
